package io.gatehouse.snapshot.store;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.gatehouse.snapshot.picture.Picture;
import io.gatehouse.snapshot.wire.Answer;
import io.gatehouse.snapshot.wire.AnsweredPlate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A picture as it is stored, with every plate in it.
 *
 * @param plates surest first, at least one; the first one stands in the row itself
 * @param imageUrl {@code s3://bucket/key}, or where the picture came from
 * @param picture whose bytes are stored in the row when {@code isInRow}
 */
public record SnapshotRow(
    UUID id,
    Answer answer,
    List<AnsweredPlate> plates,
    Optional<String> cameraId,
    Instant capturedAt,
    Picture picture,
    String imageUrl,
    boolean isInRow,
    String source,
    String recognizer) {

  AnsweredPlate first() {
    return plates.getFirst();
  }

  /** What has no column of its own. */
  JsonObject meta() {
    AnsweredPlate first = first();
    JsonObject meta = new JsonObject();
    meta.addProperty("source", source);
    meta.addProperty("recognizer", recognizer);
    meta.addProperty("plates", plates.size());
    first.region().ifPresent(region -> meta.addProperty("region", region));
    first.regionScore().ifPresent(score -> meta.addProperty("region_score", score));
    first.vehicleType().ifPresent(type -> meta.addProperty("vehicle_type", type));
    first.vehicleBox().ifPresent(box -> meta.add("vehicle_box", box));
    meta.add("orientation", first.orientations());
    meta.add("candidates", first.candidates());
    JsonArray others = new JsonArray();
    plates.stream().skip(1).map(AnsweredPlate::text).map(SnapshotRow::written).forEach(others::add);
    meta.add("other_plates", others);
    return meta;
  }

  /** As it stands on the metal; the API writes lower case. */
  static String written(String plate) {
    return plate.strip().toUpperCase(Locale.ROOT);
  }
}
