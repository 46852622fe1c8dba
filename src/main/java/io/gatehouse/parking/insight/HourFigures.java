package io.gatehouse.parking.insight;

/**
 * What went on in one hour of a day.
 *
 * @param entries vehicles that came in
 * @param exits vehicles that went out
 * @param paidDong cash taken, in đồng
 * @param inside most vehicles inside at once, as seen at the quarters of the hour
 */
public record HourFigures(long entries, long exits, long paidDong, long inside) {

  public static final HourFigures NONE = new HourFigures(0, 0, 0, 0);
}
