package io.gatehouse.parking.tariff;

import io.gatehouse.parking.VehicleKind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Duration and fee of a stay: computed here and nowhere else, once, when the vehicle leaves. A stay
 * is charged by the version that was valid when it began. docs/decisions/0008-fees.md.
 */
public final class FeeRule {

  private FeeRule() {}

  /**
   * What a stay costs.
   *
   * @param entered the entry passage's own time
   * @param left the exit passage's own time, or now for a stay under way; one before {@code
   *     entered}, by a clock that was set, counts as no time at all
   * @param zone in which a tariff's night lies
   */
  public static Fee fee(
      VehicleKind kind, Instant entered, Instant left, TariffBook book, ZoneId zone) {
    TariffVersion version = book.at(entered);
    return fee(version.tariff(kind), version.id(), entered, left, zone);
  }

  /** What a stay costs by one tariff, whenever that is valid. */
  public static Fee fee(Tariff tariff, String version, Instant entered, Instant left, ZoneId zone) {
    Duration duration = duration(entered, left);
    Charges charges = Charges.of(tariff, entered, duration, zone);
    return new Fee(charges.dong(), duration, charges.lines(), version);
  }

  /**
   * What is still to be paid by a vehicle that has paid before it leaves: nothing within the
   * tariff's grace, after it what the whole stay costs more than was paid.
   *
   * @param paidDong what was paid, in đồng
   */
  public static long stillDueDong(
      VehicleKind kind,
      Instant entered,
      Instant paidAt,
      long paidDong,
      Instant left,
      TariffBook book,
      ZoneId zone) {
    Duration grace = Duration.ofMinutes(book.at(entered).tariff(kind).graceMinutes());
    if (duration(paidAt, left).compareTo(grace) <= 0) {
      return 0;
    }
    return Math.max(0, fee(kind, entered, left, book, zone).dong() - paidDong);
  }

  /** Whole minutes: the seconds that no one sees on the screen are not charged either. */
  private static Duration duration(Instant from, Instant to) {
    return to.isAfter(from)
        ? Duration.ofMinutes(Duration.between(from, to).toMinutes())
        : Duration.ZERO;
  }
}
