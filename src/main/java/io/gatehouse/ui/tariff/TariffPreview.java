package io.gatehouse.ui.tariff;

import io.gatehouse.parking.tariff.Fee;
import io.gatehouse.parking.tariff.FeeRule;
import io.gatehouse.parking.tariff.Night;
import io.gatehouse.parking.tariff.Tariff;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * What stays of all lengths would cost, of a vehicle that comes in at one moment.
 *
 * @param hours the longest stay
 * @param steps the fee from the first minute of each on, ascending; at least one
 * @param nights where the tariff's nights lie
 */
record TariffPreview(int hours, List<Step> steps, List<Span> nights) {

  /** So many points are looked at: one is narrower than a pixel, or nearly so. */
  private static final int POINTS = 576;

  /**
   * From here on.
   *
   * @param minute of the stay
   */
  record Step(int minute, long dong) {}

  /** Minutes of the stay, the last one excluded. */
  record Span(int from, int to) {}

  static TariffPreview of(Tariff tariff, Instant entered, int hours, ZoneId zone) {
    int every = Math.max(1, hours * 60 / POINTS);
    List<Step> steps = new ArrayList<>();
    List<Span> nights = new ArrayList<>();
    int nightSince = -1;
    for (int minute = 0; minute <= hours * 60; minute += every) {
      long dong = fee(tariff, entered, minute, zone).dong();
      if (steps.isEmpty() || steps.getLast().dong() != dong) {
        steps.add(new Step(minute, dong));
      }
      LocalTime time = entered.plusSeconds(60L * minute).atZone(zone).toLocalTime();
      boolean dark = tariff.night().filter(night -> covers(night, time)).isPresent();
      if (dark && nightSince < 0) {
        nightSince = minute;
      } else if (!dark && nightSince >= 0) {
        nights.add(new Span(nightSince, minute));
        nightSince = -1;
      }
    }
    if (nightSince >= 0) {
      nights.add(new Span(nightSince, hours * 60));
    }
    return new TariffPreview(hours, steps, nights);
  }

  /** Of one stay. */
  static Fee fee(Tariff tariff, Instant entered, int minutes, ZoneId zone) {
    return FeeRule.fee(tariff, "", entered, entered.plus(Duration.ofMinutes(minutes)), zone);
  }

  long highest() {
    return steps.getLast().dong();
  }

  private static boolean covers(Night night, LocalTime time) {
    boolean begun = !time.isBefore(night.from());
    boolean goesOn = time.isBefore(night.to());
    return night.from().isBefore(night.to()) ? begun && goesOn : begun || goesOn;
  }
}
