package io.gatehouse.bench.plates;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * How one frame of a sequence differs from the photograph that the sequence is made of. A vehicle
 * drives up for some frames and then stands; the picture trembles, focus and exposure wander, and
 * each frame has noise of its own.
 *
 * @param standing whether the vehicle stands
 * @param scale size of the picture's contents, 1 as photographed
 * @param right pixels that the contents are off to the right
 * @param down pixels that they are off downwards
 * @param smear length in pixels of the upright blur by motion, 1 for none
 * @param blur standard deviation in pixels of the blur by focus, 0 for none
 * @param gain of the exposure, 1 as photographed
 * @param noise standard deviation in grey levels
 * @param noiseSeed of this frame's noise
 */
record ShotPlan(
    boolean standing,
    double scale,
    double right,
    double down,
    int smear,
    double blur,
    double gain,
    double noise,
    int noiseSeed) {

  static final int RATE = 15;

  private static final double FARTHEST = 0.84;

  /**
   * A sequence at {@link #RATE} frames a second; the same for the same seed.
   *
   * @param approaching frames that the vehicle drives up for
   * @param standing frames that it stands for
   */
  static List<ShotPlan> sequence(long seed, int approaching, int standing) {
    Random random = new Random(seed);
    double blurry = random.nextDouble(0.9);
    double noisy = random.nextDouble(2, 9);
    double gain = random.nextDouble(0.7, 1.25);
    double rise = random.nextDouble(0.05, 0.2);
    double aside = random.nextGaussian(0, 12);
    List<ShotPlan> shots = new ArrayList<>();
    for (int i = 0; i < approaching + standing; i++) {
      double left = Math.max(0, approaching - i) / (double) Math.max(1, approaching);
      gain = Math.clamp(gain + random.nextGaussian(0, 0.04), 0.55, 1.4);
      shots.add(
          new ShotPlan(
              i >= approaching,
              1 - (1 - FARTHEST) * left,
              aside * left + random.nextGaussian(0, 0.8),
              -300 * rise * left + random.nextGaussian(0, 0.8),
              i < approaching ? 1 + random.nextInt(4) : 1,
              Math.abs(random.nextGaussian(0, blurry)),
              gain,
              noisy,
              random.nextInt()));
    }
    return shots;
  }
}
