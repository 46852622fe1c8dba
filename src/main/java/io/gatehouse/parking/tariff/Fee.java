package io.gatehouse.parking.tariff;

import java.time.Duration;
import java.util.List;

/**
 * What a stay costs and why.
 *
 * @param dong the sum, in đồng, 0 or more: that of the lines
 * @param duration how long the stay was, in whole minutes as it was charged, never negative
 * @param lines how the sum comes about, in the order in which one would explain it
 * @param tariffVersion by which it was charged
 */
public record Fee(long dong, Duration duration, List<FeeLine> lines, String tariffVersion) {

  public Fee {
    lines = List.copyOf(lines);
  }
}
