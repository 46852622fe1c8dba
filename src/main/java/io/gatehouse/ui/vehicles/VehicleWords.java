package io.gatehouse.ui.vehicles;

import io.gatehouse.parking.lists.BadRow;
import io.gatehouse.parking.lists.ListMatch;
import io.gatehouse.parking.stay.Stay;
import io.gatehouse.ui.common.Formats;
import io.gatehouse.ui.common.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Stays and lists in everyday words. */
final class VehicleWords {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/uuuu");

  private final Texts texts;
  private final Formats formats;

  VehicleWords(Texts texts, Formats formats) {
    this.texts = texts;
    this.formats = formats;
  }

  String day(LocalDate day) {
    return DAY.format(day);
  }

  String since(Stay stay) {
    return texts.get("vehicles.since", formats.moment(stay.enteredAt()));
  }

  String howLong(Stay stay, Instant now) {
    return formats.duration(stay.duration(now));
  }

  /** Until when an entry counts, and how long that is. */
  String validity(ListMatch match) {
    LocalDate last = match.entry().lastDay().orElse(LocalDate.MAX);
    return switch (match.validity()) {
      case NOT_YET -> texts.get("lists.from", day(match.entry().validFrom()));
      case VALID ->
          match.daysLeft().isEmpty()
              ? texts.get("lists.noend")
              : texts.get("lists.until", day(last));
      case EXPIRING ->
          match.daysLeft().orElseThrow() == 0
              ? texts.get("lists.lastday")
              : texts.get("lists.expiring", day(last), match.daysLeft().getAsLong());
      case EXPIRED -> texts.get("lists.expired", day(last));
    };
  }

  /** What is wrong with a row of a file, and what to do. */
  String row(BadRow row) {
    return texts.get("lists.row", formats.number(row.line()))
        + " "
        + texts.get("lists.row." + row.fault(), row.value());
  }
}
