package io.gatehouse.ui.tariff;

import io.gatehouse.parking.tariff.TariffBook;
import io.gatehouse.parking.tariff.TariffVersion;
import java.time.Instant;

/** What a version of the tariff is today. */
enum Standing {
  IN_USE,
  COMING,
  PAST,
  /** Another one took its place before it began. */
  NEVER;

  static Standing of(TariffVersion version, TariffBook book, Instant now) {
    if (book.at(now).equals(version)) {
      return IN_USE;
    }
    // of those that begin together only one ever counts
    if (!book.at(version.validFrom()).equals(version)) {
      return NEVER;
    }
    return version.validFrom().isAfter(now) ? COMING : PAST;
  }
}
