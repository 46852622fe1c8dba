package io.gatehouse.support;

import io.gatehouse.camera.FrameStamp;
import io.gatehouse.camera.Region;
import io.gatehouse.decide.Decision;
import io.gatehouse.decide.Outcome;
import io.gatehouse.parking.Direction;
import io.gatehouse.parking.insight.PictureQuality;
import io.gatehouse.plate.Candidate;
import io.gatehouse.plate.Plate;
import io.gatehouse.plate.PlateColour;
import io.gatehouse.plate.PlateKind;
import io.gatehouse.plate.ReadCharacter;
import io.gatehouse.read.Sureness;
import io.gatehouse.store.NewPassage;
import io.gatehouse.vote.Proposal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Passages for tests of the store: each number always makes the same one. */
public final class SamplePassages {

  /** When passage 0 was captured. */
  public static final Instant START = Instant.parse("2026-03-02T01:00:00.123456Z");

  private static final int PICTURE_BYTES = 60_000;
  private static final int SECONDS_BETWEEN = 30;

  private SamplePassages() {}

  /** A confirmed motorbike with all three pictures, 30 seconds after the one before. */
  public static NewPassage passage(int number) {
    return passage(number, plateText(number), Outcome.CONFIRMED, Optional.of(pictures(number)));
  }

  public static NewPassage passage(int number, String text, Outcome outcome) {
    return passage(number, text, outcome, Optional.of(pictures(number)));
  }

  public static NewPassage passage(
      int number, String text, Outcome outcome, Optional<NewPassage.Pictures> pictures) {
    Instant at = capturedAt(number);
    FrameStamp frame = new FrameStamp(number, number * 1_000_000_000L, at);
    Plate plate = plate(text);
    Decision decision =
        new Decision(
            Optional.of(proposal(number, plate, frame)),
            outcome,
            plate,
            "Nguyễn Văn An",
            at.plusSeconds(2),
            "");
    Direction direction = number % 2 == 0 ? Direction.IN : Direction.OUT;
    return new NewPassage(decision, direction, "Cổng A", frame, pictures);
  }

  public static Instant capturedAt(int number) {
    return START.plusSeconds((long) number * SECONDS_BETWEEN);
  }

  /** {@code 59P1} and five digits that no near number shares. */
  public static String plateText(int number) {
    return "59P1%05d".formatted(Math.floorMod(number * 7919L, 100_000));
  }

  public static Plate plate(String text) {
    int split = Math.min(4, text.length());
    String upper = text.substring(0, split);
    String lower = text.substring(split);
    return new Plate(text, PlateKind.MOTORBIKE, 2, upper + "-" + lower, upper, lower);
  }

  /** Noise, so that nothing compresses it. */
  public static NewPassage.Pictures pictures(int number) {
    return new NewPassage.Pictures(
        fullPicture(number),
        Optional.of(noise(number, 2, 6_000)),
        noise(number, 3, 3_000),
        Optional.of(new PictureQuality(0.12f, 40 + number % 100)));
  }

  public static byte[] fullPicture(int number) {
    return noise(number, 1, PICTURE_BYTES);
  }

  private static byte[] noise(int number, int kind, int length) {
    byte[] bytes = new byte[length];
    new Random(number * 31L + kind).nextBytes(bytes);
    return bytes;
  }

  private static Proposal proposal(int number, Plate plate, FrameStamp frame) {
    List<ReadCharacter> characters = new ArrayList<>();
    for (char c : plate.text().toCharArray()) {
      characters.add(new ReadCharacter(c, 0.97f, List.of(new Candidate('8', 0.02f))));
    }
    return new Proposal(
        number,
        plate,
        characters,
        plate.text(),
        Sureness.SURE,
        PlateColour.WHITE,
        frame,
        Optional.of(new Region(560, 430, 150, 90)),
        "test",
        8,
        true,
        frame.capturedAt().minusSeconds(3));
  }
}
