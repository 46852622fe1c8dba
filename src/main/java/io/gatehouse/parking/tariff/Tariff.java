package io.gatehouse.parking.tariff;

import java.util.Optional;

/**
 * What one kind of vehicle pays. All amounts are in đồng, 0 to {@link #MAX_DONG}.
 *
 * @param freeMinutes a stay up to this long, 0 to {@link #MAX_FREE_MINUTES}, costs nothing; a
 *     longer one is counted from their end
 * @param first the first block after the free minutes
 * @param further every block after it
 * @param dayCapDong the most that is paid for every 24 hours from the entry, night included; 0 for
 *     no cap
 * @param night a part of the day with its own price; empty where it makes no difference
 * @param monthlyDong what a subscription costs a month
 * @param lostTicketDong what is paid by who has lost the ticket, or of whom no entry is known
 * @param graceMinutes time to drive out after paying, 0 to {@link #MAX_FREE_MINUTES}
 */
public record Tariff(
    int freeMinutes,
    Block first,
    Block further,
    long dayCapDong,
    Optional<Night> night,
    long monthlyDong,
    long lostTicketDong,
    int graceMinutes) {

  /** A thousand million: what is more is a slip of the finger. */
  public static final long MAX_DONG = 1_000_000_000;

  /** A day. */
  public static final int MAX_FREE_MINUTES = 24 * 60;

  public Tariff {
    check("the free time", freeMinutes, 0, MAX_FREE_MINUTES);
    check("the day's cap", dayCapDong, 0, MAX_DONG);
    check("the price of a month", monthlyDong, 0, MAX_DONG);
    check("the price of a lost ticket", lostTicketDong, 0, MAX_DONG);
    check("the time to drive out", graceMinutes, 0, MAX_FREE_MINUTES);
  }

  /** Whether the sum for a day is limited. */
  public boolean isCapped() {
    return dayCapDong > 0;
  }

  static void check(String what, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s is %d: it must be %d to %d".formatted(what, value, least, most));
    }
  }
}
