package io.gatehouse.snapshot.wire;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What was read in one picture.
 *
 * @param raw the whole answer as it came
 * @param filename the API's own name of the picture
 * @param cameraId as it was sent; empty also for the text {@code null}, which some versions answer
 * @param timestamp when the picture was taken, as far as the API knows
 * @param plates surest first
 * @param vehicles how many vehicles were seen, with or without a plate
 */
public record Answer(
    JsonObject raw,
    Optional<String> filename,
    Optional<String> cameraId,
    Optional<Instant> timestamp,
    List<AnsweredPlate> plates,
    int vehicles) {

  public Answer {
    plates =
        plates.stream()
            .sorted(Comparator.comparingDouble(AnsweredPlate::score).reversed())
            .toList();
  }
}
