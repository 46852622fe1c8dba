package io.gatehouse.parking.insight;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * Helps a technician to aim, focus and light a camera: turns what frames measure into bars and one
 * piece of advice. Times are monotonic nanoseconds. On one thread.
 */
public final class PictureAid {

  /** Narrower plates are read badly. */
  public static final int LEAST_PLATE_WIDTH = 100;

  private static final float DARK = 40;
  private static final float BRIGHT = 215;

  /** Of a plate, see {@link PictureQuality}; below it characters run together. */
  private static final float BLURRED_PLATE = 0.02f;

  /** Of a lane without a plate: asphalt has fewer edges. */
  private static final float BLURRED_LANE = 0.004f;

  /** Where the bar begins and ends, on a scale of ratios, as eyes judge sharpness. */
  private static final double BAR_FROM = 0.003;

  private static final double BAR_TO = 0.2;
  private static final double LARGEST_SHARE = 0.4;
  private static final double CALM = 0.35;

  private static final long PICTURE_LASTS = Duration.ofSeconds(2).toNanos();
  private static final long PLATE_LASTS = Duration.ofSeconds(8).toNanos();
  private static final long BEST_LASTS = Duration.ofSeconds(30).toNanos();

  /** What to do, the most pressing first. */
  public enum Advice {
    NO_PICTURE,
    TOO_DARK,
    TOO_BRIGHT,
    BLURRED,
    /** All seems well, but no plate was seen yet. */
    NO_PLATE,
    TOO_FAR,
    TOO_NEAR,
    GOOD
  }

  /**
   * What is shown.
   *
   * @param sharpness 0 to 1, for a bar
   * @param best the most it was in the last half minute: turning past it makes it worse
   * @param light mean grey, 0 to 1
   * @param plateWidth pixels of the frame; empty when none was seen lately
   */
  public record Reading(
      double sharpness, double best, double light, OptionalInt plateWidth, Advice advice) {}

  private boolean any;
  private double sharpness;
  private double brightness;
  private long pictureAt;
  private double best;
  private long bestAt;
  private int plateWidth;
  private int frameWidth;
  private long plateAt;

  /** A frame was measured. */
  public void picture(PictureQuality quality, long now) {
    // one frame more or less sharp says nothing; a lens turned does
    double share = any ? CALM : 1;
    sharpness += share * (quality.sharpness() - sharpness);
    brightness += share * (quality.brightness() - brightness);
    any = true;
    pictureAt = now;
    if (sharpness >= best || now - bestAt > BEST_LASTS) {
      best = sharpness;
      bestAt = now;
    }
  }

  /** A plate was seen; both widths in pixels. */
  public void plate(int width, int ofFrame, long now) {
    plateWidth = width;
    frameWidth = ofFrame;
    plateAt = now;
  }

  public Reading reading(long now) {
    boolean plateSeen = frameWidth > 0 && now - plateAt <= PLATE_LASTS;
    return new Reading(
        bar(sharpness),
        bar(best),
        brightness / 255,
        plateSeen ? OptionalInt.of(plateWidth) : OptionalInt.empty(),
        advice(plateSeen, now));
  }

  private Advice advice(boolean plateSeen, long now) {
    if (!any || now - pictureAt > PICTURE_LASTS) {
      return Advice.NO_PICTURE;
    }
    if (brightness < DARK) {
      return Advice.TOO_DARK;
    }
    if (brightness > BRIGHT) {
      return Advice.TOO_BRIGHT;
    }
    if (sharpness < (plateSeen ? BLURRED_PLATE : BLURRED_LANE)) {
      return Advice.BLURRED;
    }
    if (!plateSeen) {
      return Advice.NO_PLATE;
    }
    if (plateWidth < LEAST_PLATE_WIDTH) {
      return Advice.TOO_FAR;
    }
    return plateWidth > LARGEST_SHARE * frameWidth ? Advice.TOO_NEAR : Advice.GOOD;
  }

  private static double bar(double of) {
    return of <= BAR_FROM ? 0 : Math.min(1, Math.log(of / BAR_FROM) / Math.log(BAR_TO / BAR_FROM));
  }
}
