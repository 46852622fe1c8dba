package io.gatehouse.parking.insight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Notices that pictures have become much darker at night, or much less sharp, than in the two weeks
 * before: a lamp has failed, a lens is dirty or the camera was knocked.
 */
public final class LampWatch {

  private static final int DAYS_BEFORE = 14;
  private static final int LEAST_DAYS = 5;
  private static final int LEAST_PICTURES = 10;
  private static final double FELL_TO = 0.5;

  /** What seems to be wrong. */
  public enum Fault {
    /** At night it is half as bright as it was, or darker. */
    LAMP,
    /** Pictures are half as sharp as they were, or less. */
    LENS
  }

  /**
   * Something a technician should look at.
   *
   * @param day of which the figures are
   * @param before median of the days before, as {@link PictureQuality}
   * @param now of that day
   */
  public record Warning(Fault fault, LocalDate day, double before, double now) {}

  private LampWatch() {}

  /**
   * Looks at the newest day that has enough pictures.
   *
   * @param days in any order
   */
  public static List<Warning> look(List<ReadingDay> days) {
    List<Warning> warnings = new ArrayList<>();
    warnings.addAll(look(days, Fault.LAMP, ReadingDay::night, PictureMedians::brightness));
    // by lamplight pictures are softer: the two are not to be mixed
    boolean byDay = days.stream().anyMatch(d -> d.daylight().pictures() >= LEAST_PICTURES);
    warnings.addAll(
        look(
            days,
            Fault.LENS,
            byDay ? ReadingDay::daylight : ReadingDay::night,
            PictureMedians::sharpness));
    return warnings;
  }

  private static List<Warning> look(
      List<ReadingDay> days,
      Fault fault,
      Function<ReadingDay, PictureMedians> half,
      ToDoubleFunction<PictureMedians> figure) {
    List<ReadingDay> enough =
        days.stream()
            .filter(d -> half.apply(d).pictures() >= LEAST_PICTURES)
            .sorted(Comparator.comparing(ReadingDay::day).reversed())
            .toList();
    if (enough.isEmpty()) {
      return List.of();
    }
    ReadingDay newest = enough.getFirst();
    LocalDate from = newest.day().minusDays(DAYS_BEFORE);
    List<Double> before =
        enough.stream()
            .skip(1)
            .filter(d -> !d.day().isBefore(from))
            .map(d -> figure.applyAsDouble(half.apply(d)))
            .toList();
    if (before.size() < LEAST_DAYS) {
      return List.of();
    }
    double usual = Medians.of(before);
    double now = figure.applyAsDouble(half.apply(newest));
    return now <= FELL_TO * usual
        ? List.of(new Warning(fault, newest.day(), usual, now))
        : List.of();
  }
}
