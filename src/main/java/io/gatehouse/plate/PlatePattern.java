package io.gatehouse.plate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One format of a country's plates: what may stand at each place of the compact text, and how it is
 * shown.
 *
 * <p>Templates name the places of the compact text by the letters a, b, c …: {@code "abc-def.gh"}.
 *
 * @param kind what it says about the vehicle
 * @param places for each place the characters that may stand there
 * @param display template of the one-line form
 * @param upper template of the first line on two-line metal
 * @param lower template of the second line
 * @param metal on which metal it is stamped
 * @param closedSeries whether its series is one of a closed list, and wins over an open one
 * @param asRead template of the compact text in the order in which some metal shows it; the same
 *     order for all but foreign plates
 */
record PlatePattern(
    PlateKind kind,
    List<String> places,
    String display,
    String upper,
    String lower,
    Metal metal,
    boolean closedSeries,
    String asRead) {

  /** On which metal a format is stamped. */
  enum Metal {
    /** Both: one line in front and mostly two lines behind. */
    ANY,
    /** Only motorbikes' two-line plates. */
    TWO_LINES
  }

  static final int NO_PLACE = -1;

  PlatePattern {
    places = List.copyOf(places);
  }

  int length() {
    return places.size();
  }

  boolean allows(int place, char character) {
    return places.get(place).indexOf(character) >= 0;
  }

  boolean allowsOnly(int place, char character) {
    return places.get(place).length() == 1 && allows(place, character);
  }

  /** Whether every character but the one at {@code except} may stand where it stands. */
  boolean fits(String text, int except) {
    for (int i = 0; i < text.length(); i++) {
      if (i != except && !allows(i, text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** The place, as read, of each character of the compact text. */
  int[] order() {
    int[] order = new int[asRead.length()];
    for (int i = 0; i < order.length; i++) {
      order[asRead.charAt(i) - 'a'] = i;
    }
    return order;
  }

  /** The text that was read in this format, in the order of the compact text. */
  String canonical(String read) {
    StringBuilder text = new StringBuilder();
    for (int place : order()) {
      text.append(read.charAt(place));
    }
    return text.toString();
  }

  /** Fills a template with a compact text. */
  static String fill(String template, String text) {
    StringBuilder filled = new StringBuilder();
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      filled.append(isPlace(c) ? text.charAt(c - 'a') : c);
    }
    return filled.toString();
  }

  /** How many characters stand before each separator, in any of its forms. */
  Set<Integer> breaks() {
    Set<Integer> breaks = new TreeSet<>();
    for (String form : List.of(display, upper + "\n" + lower)) {
      int characters = 0;
      for (int i = 0; i < form.length(); i++) {
        if (isPlace(form.charAt(i))) {
          characters++;
        } else {
          breaks.add(characters);
        }
      }
    }
    return breaks;
  }

  private static boolean isPlace(char c) {
    return c >= 'a' && c <= 'z';
  }

  /** Builds patterns from short descriptions. */
  static final class Builder {
    private final PlateKind kind;
    private final List<String> places = new ArrayList<>();
    private String display = "";
    private String upper = "";
    private String lower = "";
    private Metal metal = Metal.ANY;
    private boolean closedSeries;
    private String asRead = "";

    Builder(PlateKind kind) {
      this.kind = kind;
    }

    /** {@code times} places that hold one of the characters. */
    Builder place(String characters, int times) {
      for (int i = 0; i < times; i++) {
        places.add(characters);
      }
      return this;
    }

    /** Places that hold exactly these characters, one after the other. */
    Builder exactly(String characters) {
      characters.chars().forEach(c -> places.add(String.valueOf((char) c)));
      return this;
    }

    Builder shown(String oneLine, String firstLine, String secondLine) {
      display = oneLine;
      upper = firstLine;
      lower = secondLine;
      return this;
    }

    Builder twoLinesOnly() {
      metal = Metal.TWO_LINES;
      return this;
    }

    Builder closedSeries() {
      closedSeries = true;
      return this;
    }

    Builder readAs(String order) {
      asRead = order;
      return this;
    }

    PlatePattern build() {
      return new PlatePattern(
          kind, places, display, upper, lower, metal, closedSeries, asReadOrSame());
    }

    private String asReadOrSame() {
      if (!asRead.isEmpty()) {
        return asRead;
      }
      StringBuilder same = new StringBuilder();
      for (int i = 0; i < places.size(); i++) {
        same.append((char) ('a' + i));
      }
      return same.toString();
    }
  }
}
