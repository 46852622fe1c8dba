package io.gatehouse.plate;

import io.gatehouse.plate.PlatePattern.Metal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the format of a text, and the best one where several fit. */
final class VietnamFormats {

  private static final char PLAIN_D = 'D';
  private static final char D_WITH_STROKE = 'Đ';

  private final List<PlatePattern> patterns = VietnamPatterns.all();
  private final VietnamProvinces provinces;

  /**
   * A text in its format.
   *
   * @param text as read, in the order as read, but with Đ where the format has it
   */
  record Match(PlatePattern pattern, String text) {

    /** The identity of the plate. */
    String canonical() {
      return pattern.canonical(text);
    }
  }

  private record Fit(PlatePattern pattern, String text, boolean respelled) {}

  VietnamFormats(VietnamProvinces provinces) {
    this.provinces = provinces;
  }

  List<PlatePattern> patterns() {
    return patterns;
  }

  /** Whether the text's first two characters are a code in use; army plates have none. */
  boolean hasCode(PlatePattern pattern, String text) {
    return pattern.kind() == PlateKind.MILITARY || provinces.isInUse(text.substring(0, 2));
  }

  /**
   * @param compact letters and digits
   * @param breaks how many characters stood before each separator, if there were any
   * @param lines 1 or 2, or 0 when not known
   */
  Optional<Match> match(String compact, Set<Integer> breaks, int lines) {
    return patterns.stream()
        .filter(pattern -> pattern.length() == compact.length())
        .map(pattern -> fit(pattern, compact))
        .flatMap(Optional::stream)
        .min(best(breaks, lines))
        .map(fit -> new Match(fit.pattern(), fit.text()));
  }

  private Optional<Fit> fit(PlatePattern pattern, String compact) {
    if (!hasCode(pattern, compact)) {
      return Optional.empty();
    }
    String spelled = spelled(pattern, compact);
    return pattern.fits(spelled, PlatePattern.NO_PLACE)
        ? Optional.of(new Fit(pattern, spelled, !spelled.equals(compact)))
        : Optional.empty();
  }

  /** Keyboards and readers without Đ write D: read it as Đ where the format has nothing else. */
  private static String spelled(PlatePattern pattern, String compact) {
    StringBuilder spelled = new StringBuilder(compact);
    for (int i = 0; i < compact.length(); i++) {
      if (compact.charAt(i) == PLAIN_D && pattern.allowsOnly(i, D_WITH_STROKE)) {
        spelled.setCharAt(i, D_WITH_STROKE);
      }
    }
    return spelled.toString();
  }

  /**
   * Motorbikes never have one line. MD and TD are motorbikes' series too, so Đ is read into a text
   * only where nothing else fits. A closed list wins over an open one. Then separators tell {@code
   * 30A-123.45} from {@code 30A1-2345}; without them two lines are a motorbike, and one or an
   * unknown number a car.
   */
  private static Comparator<Fit> best(Set<Integer> breaks, int lines) {
    return Comparator.comparing((Fit fit) -> lines == 1 && fit.pattern().metal() == Metal.TWO_LINES)
        .thenComparing(Fit::respelled)
        .thenComparing(fit -> !fit.pattern().closedSeries())
        .thenComparingLong(fit -> strayBreaks(fit.pattern(), breaks))
        .thenComparing(fit -> lines == 2 && fit.pattern().metal() != Metal.TWO_LINES);
  }

  private static long strayBreaks(PlatePattern pattern, Set<Integer> breaks) {
    if (breaks.isEmpty()) {
      return 0;
    }
    Set<Integer> own = pattern.breaks();
    return breaks.stream().filter(b -> !own.contains(b)).count();
  }
}
