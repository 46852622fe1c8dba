package io.gatehouse.read;

import io.gatehouse.detect.Quad;
import io.gatehouse.plate.PlateKind;
import io.gatehouse.plate.ReadCharacter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Chooses among the readings of a frame, whose boxes overlap and of which most are no plates. A
 * text that fits the grammar beats one that does not, larger and surer writing beats smaller, and
 * no two chosen plates share a place. Of texts without a known format only the most plate-like one
 * is kept, and only when nothing fits the grammar.
 */
final class PlateChoice {

  private static final Pattern CAPTION =
      Pattern.compile(
          "(^|\\D)\\d{1,2}[:;.]\\d{2}[:;.]\\d{2}(\\D|$)|^\\d{1,2}[:;]\\d{2}$"
              + "|\\d{1,2}/\\d{1,2}/\\d{2}|\\d{4}-\\d{2}-\\d{2}|\\d{2}-\\d{2}-\\d{4}"
              + "|(?i)www|\\.com|http|@");
  private static final Pattern PHONE = Pattern.compile("\\d{8,}");

  private static final int MIN_LENGTH = 4;
  private static final int MAX_LENGTH = 10;

  /** Characters below it are guesses; of unknown texts too few are plates to keep guesses. */
  private static final float MIN_UNKNOWN_CONFIDENCE = 0.2f;

  private static final float MIN_KNOWN_CONFIDENCE = 0.05f;

  /** A text of known format less sure than this may be any writing, bent into the format … */
  static final float BENT_BELOW = 0.25f;

  /** … where a foreign text at least this sure stands in writing as large. */
  private static final float FOREIGN_FROM = 0.6f;

  private static final double AS_LARGE = 0.6;

  /** A known plate much smaller than the largest one belongs to a vehicle farther back. */
  private static final double MIN_SIZE_SHARE = 0.45;

  private PlateChoice() {}

  /** The plates among {@code readings}, best first. */
  static List<PlateReading> choose(List<PlateReading> readings) {
    List<PlateReading> known =
        readings.stream()
            .filter(r -> r.plate().kind() != PlateKind.UNKNOWN)
            .filter(r -> r.confidence() >= MIN_KNOWN_CONFIDENCE)
            .filter(r -> !isCaption(r))
            .filter(r -> !isBent(r, readings))
            .sorted(Comparator.comparingDouble(PlateChoice::prominence).reversed())
            .toList();
    if (!known.isEmpty()) {
      return apart(known);
    }
    return readings.stream()
        .filter(PlateChoice::mayBeUnknownPlate)
        .max(Comparator.comparingDouble(PlateChoice::likeness))
        .stream()
        .toList();
  }

  /** Whether it is the writing of a recorder or a sign: a time, a date, an address. */
  static boolean isCaption(PlateReading reading) {
    return CAPTION.matcher(reading.rawText()).find();
  }

  private static boolean isBent(PlateReading known, List<PlateReading> readings) {
    return known.confidence() < BENT_BELOW
        && readings.stream()
            .filter(PlateChoice::mayBeUnknownPlate)
            .filter(r -> r.plate().kind() == PlateKind.UNKNOWN && r.confidence() >= FOREIGN_FROM)
            .filter(r -> r.plate().text().chars().anyMatch(Character::isLetter))
            .filter(r -> !known.plate().text().contains(r.plate().text()))
            .anyMatch(r -> lineHeight(r) >= AS_LARGE * lineHeight(known));
  }

  private static List<PlateReading> apart(List<PlateReading> bestFirst) {
    List<PlateReading> chosen = new ArrayList<>();
    for (PlateReading reading : bestFirst) {
      boolean far = lineHeight(reading) < MIN_SIZE_SHARE * lineHeight(bestFirst.getFirst());
      if (!far && chosen.stream().noneMatch(other -> touch(reading, other))) {
        chosen.add(reading);
      }
    }
    return chosen;
  }

  private static boolean touch(PlateReading a, PlateReading b) {
    return a.box().region().overlap(b.box().region()) > 0;
  }

  private static double prominence(PlateReading reading) {
    return lineHeight(reading) * reading.plate().text().length() * meanConfidence(reading);
  }

  private static boolean mayBeUnknownPlate(PlateReading reading) {
    String text = reading.plate().text();
    return text.length() >= MIN_LENGTH
        && text.length() <= MAX_LENGTH
        && text.chars().anyMatch(Character::isDigit)
        && reading.confidence() >= MIN_UNKNOWN_CONFIDENCE
        && !PHONE.matcher(text).matches()
        && !isCaption(reading);
  }

  /** How much a text without a known format looks like a plate: size, sureness, mixture. */
  private static double likeness(PlateReading reading) {
    String text = reading.plate().text();
    boolean mixed = text.chars().anyMatch(Character::isLetter);
    long digits = text.chars().filter(Character::isDigit).count();
    boolean usualLength = text.length() >= 5 && text.length() <= 8;
    return lineHeight(reading)
        * meanConfidence(reading)
        * (mixed ? 1 : 0.6)
        * (digits >= 3 ? 1 : 0.7)
        * (usualLength ? 1 : 0.7)
        * (reading.box().lines().size() > 1 ? 0.6 : 1);
  }

  private static double meanConfidence(PlateReading reading) {
    return reading.characters().stream().mapToDouble(ReadCharacter::confidence).average().orElse(0);
  }

  private static double lineHeight(PlateReading reading) {
    return reading.box().lines().stream()
        .mapToDouble(Quad::height)
        .average()
        .orElse(reading.box().region().height());
  }
}
