package io.gatehouse.parking.tariff;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The nights that a stay touches, in order. Asked about moments that only go forward. */
final class Nights {

  /**
   * One night.
   *
   * @param to the first moment after it
   */
  record Span(Instant from, Instant to) {}

  private final List<Span> spans;
  private final long dong;
  private int passed;

  private Nights(List<Span> spans, long dong) {
    this.spans = spans;
    this.dong = dong;
  }

  static Nights between(Optional<Night> night, Instant start, Instant end, ZoneId zone) {
    List<Span> spans = new ArrayList<>();
    if (night.isPresent()) {
      LocalDate last = end.atZone(zone).toLocalDate();
      // the night of the day before may still last
      LocalDate date = start.atZone(zone).toLocalDate().minusDays(1);
      for (; !date.isAfter(last); date = date.plusDays(1)) {
        Span span = on(date, night.get(), zone);
        // a night within an hour that the clock leaves out has no length
        if (span.from().isBefore(span.to())
            && span.from().isBefore(end)
            && span.to().isAfter(start)) {
          spans.add(span);
        }
      }
    }
    return new Nights(spans, night.map(Night::dong).orElse(0L));
  }

  private static Span on(LocalDate date, Night night, ZoneId zone) {
    LocalDate until = night.to().isAfter(night.from()) ? date : date.plusDays(1);
    return new Span(
        date.atTime(night.from()).atZone(zone).toInstant(),
        until.atTime(night.to()).atZone(zone).toInstant());
  }

  List<Span> spans() {
    return spans;
  }

  /** The price of one. */
  long dong() {
    return dong;
  }

  /** That moment, or the end of the night in which it lies. */
  Instant dayFrom(Instant moment) {
    while (passed < spans.size() && !spans.get(passed).to().isAfter(moment)) {
      passed++;
    }
    Instant day = moment;
    for (int i = passed; i < spans.size() && !spans.get(i).from().isAfter(day); i++) {
      day = spans.get(i).to().isAfter(day) ? spans.get(i).to() : day;
    }
    return day;
  }
}
