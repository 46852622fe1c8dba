package io.gatehouse.parking.tariff;

/**
 * A span of time that is paid whole once it has begun.
 *
 * @param minutes its length, 1 to {@link #MAX_MINUTES}
 * @param dong its price, in đồng, 0 to {@link Tariff#MAX_DONG}
 */
public record Block(int minutes, long dong) {

  /** A week. */
  public static final int MAX_MINUTES = 7 * 24 * 60;

  public Block {
    Tariff.check("the length of a block", minutes, 1, MAX_MINUTES);
    Tariff.check("the price of a block", dong, 0, Tariff.MAX_DONG);
  }
}
