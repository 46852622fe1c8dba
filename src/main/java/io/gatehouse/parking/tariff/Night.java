package io.gatehouse.parking.tariff;

import java.time.LocalTime;

/**
 * A part of the day with a price of its own. Whoever is there in it, however short, pays it once,
 * and pays no block that lies wholly within it.
 *
 * @param from its first moment, local time
 * @param to the first moment after it; before {@code from} where midnight lies in it, never equal
 * @param dong the price of one night, in đồng, 0 to {@link Tariff#MAX_DONG}
 */
public record Night(LocalTime from, LocalTime to, long dong) {

  public Night {
    if (from.equals(to)) {
      throw new IllegalArgumentException("a night from %s to %s has no length".formatted(from, to));
    }
    Tariff.check("the price of a night", dong, 0, Tariff.MAX_DONG);
  }
}
