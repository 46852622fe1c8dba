package io.gatehouse.plate;

import static io.gatehouse.plate.PlateKind.CAR;
import static io.gatehouse.plate.PlateKind.ELECTRIC_MOTORBIKE;
import static io.gatehouse.plate.PlateKind.FOREIGN;
import static io.gatehouse.plate.PlateKind.MILITARY;
import static io.gatehouse.plate.PlateKind.MOTORBIKE;
import static io.gatehouse.plate.PlateKind.SPECIAL;

import java.util.ArrayList;
import java.util.List;

/**
 * The formats of Vietnamese plates, each with its number of characters. Sources and what is not
 * confirmed: docs/decisions/0004-plate-grammar.md. State plates (blue) have the civil forms.
 */
final class VietnamPatterns {

  private static final String DIGIT = "0123456789";
  private static final String ONE_TO_NINE = "123456789";
  private static final String LETTER = "ABCDEFGHKLMNPSTUVXYZ";
  // Not confirmed: the motorbikes' second letter knows R and not G.
  private static final String SECOND_LETTER = "ABCDEFHKLMNPRSTUVXYZ";
  private static final String ARMY_LETTER = "ABCDEFGHKLMNPQRSTUVXYZ";

  private static final List<String> FOREIGN_SERIES = List.of("NG", "QT", "CV", "NN");
  // T, which cars have too, is taken for a car; MĐ has its own kind.
  private static final List<String> SPECIAL_SERIES =
      List.of("LD", "DA", "KT", "HC", "MK", "CD", "TĐ", "R", "RM", "CT", "LB");

  private VietnamPatterns() {}

  /** Those of a closed list first. */
  static List<PlatePattern> all() {
    List<PlatePattern> patterns = new ArrayList<>();
    patterns.addAll(electricMotorbikes());
    SPECIAL_SERIES.forEach(series -> patterns.add(special(series)));
    FOREIGN_SERIES.forEach(series -> patterns.addAll(foreign(series)));
    patterns.addAll(cars());
    patterns.addAll(motorbikes());
    patterns.addAll(military());
    return List.copyOf(patterns);
  }

  private static List<PlatePattern> electricMotorbikes() {
    return List.of(
        coded(ELECTRIC_MOTORBIKE)
            .exactly("MĐ")
            .place(ONE_TO_NINE, 1)
            .place(DIGIT, 5)
            .shown("abcde-fgh.ij", "ab-cde", "fgh.ij")
            .twoLinesOnly()
            .closedSeries()
            .build(),
        coded(ELECTRIC_MOTORBIKE)
            .exactly("MĐ")
            .place(DIGIT, 5)
            .shown("abcd-efg.hi", "ab-cd", "efg.hi")
            .twoLinesOnly()
            .closedSeries()
            .build());
  }

  private static PlatePattern special(String series) {
    PlatePattern.Builder builder = coded(SPECIAL).exactly(series).place(DIGIT, 5).closedSeries();
    return series.length() == 1
        ? builder.shown("abc-def.gh", "abc", "def.gh").build()
        : builder.shown("abcd-efg.hi", "abcd", "efg.hi").build();
  }

  /** One line reads {@code 80-001-NG-01}, two lines {@code 80-NG 001-01}: one plate, one text. */
  private static List<PlatePattern> foreign(String series) {
    List<PlatePattern> patterns = new ArrayList<>();
    for (int serial = 2; serial <= 3; serial++) {
      String end = "hij".substring(0, serial);
      String oneLine = "ab-cde-fg-" + end;
      String lower = "cde-" + end;
      patterns.add(
          coded(FOREIGN)
              .place(DIGIT, 3)
              .exactly(series)
              .place(DIGIT, serial)
              .shown(oneLine, "ab-fg", lower)
              .closedSeries()
              .build());
      patterns.add(
          coded(FOREIGN)
              .exactly(series)
              .place(DIGIT, 3 + serial)
              .shown(oneLine, "ab-fg", lower)
              .closedSeries()
              .readAs("abfgcde" + end)
              .build());
    }
    return patterns;
  }

  private static List<PlatePattern> cars() {
    return List.of(
        coded(CAR).place(LETTER, 1).place(DIGIT, 5).shown("abc-def.gh", "abc", "def.gh").build(),
        coded(CAR).place(LETTER, 1).place(DIGIT, 4).shown("abc-defg", "abc", "defg").build());
  }

  private static List<PlatePattern> motorbikes() {
    return List.of(
        coded(MOTORBIKE)
            .place(LETTER, 1)
            .place(SECOND_LETTER, 1)
            .place(DIGIT, 5)
            .shown("abcd-efg.hi", "ab-cd", "efg.hi")
            .twoLinesOnly()
            .build(),
        coded(MOTORBIKE)
            .place(LETTER, 1)
            .place(ONE_TO_NINE, 1)
            .place(DIGIT, 5)
            .shown("abcd-efg.hi", "ab-cd", "efg.hi")
            .twoLinesOnly()
            .build(),
        coded(MOTORBIKE)
            .place(LETTER, 1)
            .place(ONE_TO_NINE, 1)
            .place(DIGIT, 4)
            .shown("abcd-efgh", "ab-cd", "efgh")
            .twoLinesOnly()
            .build());
  }

  private static List<PlatePattern> military() {
    return List.of(
        army(4, "ab-cd-ef", "cd-ef"),
        army(5, "ab-cd-efg", "cd-efg"),
        army(6, "ab-cd-ef-gh", "cd-ef-gh"));
  }

  private static PlatePattern army(int digits, String oneLine, String lower) {
    return new PlatePattern.Builder(MILITARY)
        .place(ARMY_LETTER, 2)
        .place(DIGIT, digits)
        .shown(oneLine, "ab", lower)
        .build();
  }

  private static PlatePattern.Builder coded(PlateKind kind) {
    return new PlatePattern.Builder(kind).place(ONE_TO_NINE, 1).place(DIGIT, 1);
  }
}
