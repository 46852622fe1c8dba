package io.gatehouse.parking.insight;

import java.util.Locale;

/** How bright a picture is. */
public enum Light {
  DARK,
  DIM,
  BRIGHT,
  UNKNOWN;

  private static final double DIM_FROM = 50;
  private static final double BRIGHT_FROM = 100;

  /**
   * The word for a brightness.
   *
   * @param luma mean over the picture, 0 to 255
   */
  public static Light of(double luma) {
    return luma < DIM_FROM ? DARK : luma < BRIGHT_FROM ? DIM : BRIGHT;
  }

  /** As files name it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
