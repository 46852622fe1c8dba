package io.gatehouse.parking.insight;

/**
 * What came, went and was paid in some time.
 *
 * @param entries vehicles that came in
 * @param exits vehicles that went out
 * @param paidDong cash taken, in đồng
 */
public record Totals(long entries, long exits, long paidDong) {

  public static final Totals NONE = new Totals(0, 0, 0);

  public Totals plus(Totals other) {
    return new Totals(
        entries + other.entries, exits + other.exits, Math.addExact(paidDong, other.paidDong));
  }
}
