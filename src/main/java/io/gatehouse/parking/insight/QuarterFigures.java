package io.gatehouse.parking.insight;

/**
 * What went on in a quarter of an hour, the smallest step in which all time zones agree.
 *
 * @param number quarters since 1970-01-01T00:00Z
 * @param entries vehicles that came in
 * @param exits vehicles that went out
 * @param ended stays that ended, be it without an exit: what the number inside falls by
 * @param paidDong cash taken, in đồng
 */
public record QuarterFigures(long number, long entries, long exits, long ended, long paidDong) {

  /** Length of a quarter. */
  public static final long SECONDS = 900;
}
