package io.gatehouse.camera.demo;

import io.gatehouse.plate.Plate;
import io.gatehouse.plate.PlateColour;
import io.gatehouse.plate.PlateKind;
import io.gatehouse.plate.PlateShape;
import java.util.Set;
import java.util.random.RandomGenerator;

/** The kinds of Vietnamese plates the demo shows, and how their texts are made up. */
enum PlateIssue {
  MOTORBIKE(false),
  ELECTRIC(false),
  CAR(true),
  COMMERCIAL(true),
  STATE(true),
  ARMY(true),
  DIPLOMATIC(true);

  private static final String[] PROVINCES = {
    "29", "30", "51", "59", "43", "65", "15", "79", "61", "60", "36", "37", "75", "92", "99", "48"
  };
  private static final String SERIES = "ABCDEFGHKLMNPSTUVXYZ";
  private static final String SECOND_SERIES = "ABCDEFHKLMNPRSTUVXYZ";
  private static final Set<String> SPECIAL =
      Set.of(
          "LD", "DA", "KT", "HC", "MK", "CD", "RM", "CT", "LB", "NG", "NN", "QT", "CV", "TD", "MD");
  private static final String STATE_SERIES = "ABCDEFGHKLM";
  private static final String[] ARMY_LETTERS = {"TM", "TH", "QA", "BB", "KA", "AT", "HB"};
  private static final String[] MISSIONS = {"001", "011", "061", "121", "336", "441"};

  private final boolean forCar;

  PlateIssue(boolean forCar) {
    this.forCar = forCar;
  }

  boolean forCar() {
    return forCar;
  }

  /** As often as on a street in Vietnam, with the rare ones a little less rare. */
  static PlateIssue any(RandomGenerator random) {
    int percent = random.nextInt(100);
    if (percent < 42) {
      return MOTORBIKE;
    } else if (percent < 65) {
      return CAR;
    } else if (percent < 77) {
      return COMMERCIAL;
    } else if (percent < 86) {
      return ELECTRIC;
    } else if (percent < 91) {
      return STATE;
    } else if (percent < 95) {
      return ARMY;
    }
    return DIPLOMATIC;
  }

  /**
   * @param oneLine whether a car's plate is to have one line; else chance decides
   */
  DemoPlate plate(RandomGenerator random, boolean oneLine) {
    String province = PROVINCES[random.nextInt(PROVINCES.length)];
    String five = digits(random, 5);
    char letter = letter(SERIES, random);
    boolean twoLines = random.nextInt(4) == 0 && !oneLine;
    PlateShape carShape = twoLines ? PlateShape.CAR_SHORT : PlateShape.CAR_LONG;
    return switch (this) {
      case MOTORBIKE -> {
        // since August 2023 two letters, before that a letter and a digit
        char second = random.nextBoolean() ? letter(SECOND_SERIES, random) : digit(random);
        String series = "" + letter + second;
        // two letters that a special or foreign plate may carry mean something else
        String upper = province + "-" + (SPECIAL.contains(series) ? letter + "S" : series);
        yield split(PlateKind.MOTORBIKE, PlateColour.WHITE, PlateShape.MOTORBIKE, upper, five);
      }
      case ELECTRIC ->
          split(
              PlateKind.ELECTRIC_MOTORBIKE,
              PlateColour.WHITE,
              PlateShape.MOTORBIKE,
              province + "-MĐ" + digit(random),
              five);
      case CAR -> split(PlateKind.CAR, PlateColour.WHITE, carShape, province + letter, five);
      case COMMERCIAL ->
          split(PlateKind.CAR, PlateColour.YELLOW, carShape, province + letter, five);
      case STATE ->
          split(
              PlateKind.CAR,
              PlateColour.BLUE,
              PlateShape.CAR_LONG,
              "80" + letter(STATE_SERIES, random),
              five);
      case ARMY ->
          oneLine(
              PlateKind.MILITARY,
              PlateColour.RED,
              "%s-%s-%s"
                  .formatted(
                      ARMY_LETTERS[random.nextInt(ARMY_LETTERS.length)],
                      digits(random, 2),
                      digits(random, 2)));
      case DIPLOMATIC ->
          oneLine(
              PlateKind.FOREIGN,
              PlateColour.WHITE,
              "80-%s-NG-%s"
                  .formatted(MISSIONS[random.nextInt(MISSIONS.length)], digits(random, 2)));
    };
  }

  private static DemoPlate split(
      PlateKind kind, PlateColour colour, PlateShape shape, String upper, String five) {
    String lower = five.substring(0, 3) + '.' + five.substring(3);
    String text = upper.replace("-", "") + five;
    String display = upper.replace("-", "") + '-' + lower;
    Plate plate =
        shape.lines() == 2
            ? new Plate(text, kind, 2, display, upper, lower)
            : new Plate(text, kind, 1, display, display, "");
    return new DemoPlate(plate, colour, shape);
  }

  private static DemoPlate oneLine(PlateKind kind, PlateColour colour, String display) {
    Plate plate = new Plate(display.replace("-", ""), kind, 1, display, display, "");
    return new DemoPlate(plate, colour, PlateShape.CAR_LONG);
  }

  private static String digits(RandomGenerator random, int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append((char) ('0' + random.nextInt(10)));
    }
    return digits.toString();
  }

  private static char digit(RandomGenerator random) {
    return (char) ('1' + random.nextInt(9));
  }

  private static char letter(String from, RandomGenerator random) {
    return from.charAt(random.nextInt(from.length()));
  }
}
