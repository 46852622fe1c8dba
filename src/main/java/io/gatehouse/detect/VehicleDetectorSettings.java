package io.gatehouse.detect;

import java.time.Duration;

/**
 * How {@link FrameDifferenceVehicleDetector} judges. The defaults suit a fixed camera that sees a
 * vehicle fill an eighth of the picture or more.
 *
 * @param enterCoverage a vehicle has come when this share of the picture differs from the empty
 *     lane; 0.12, from 0.02 to 0.9
 * @param leaveCoverage it has gone when no more than this share differs; 0.06, from 0.01 to {@code
 *     enterCoverage}
 * @param pixelContrast a place differs when its brightness, the light's own change taken out, is
 *     off by this share; 0.25, from 0.05 to 1
 * @param stillMotion the picture stands when no more than this share of it changes from frame to
 *     frame; 0.015, from 0 to 0.2
 * @param stillAfter a vehicle stands when the picture has stood for this long; 0.6 s, from 0 to 10
 *     s
 * @param sceneAfter a scene is remembered when it has stood for this long; 2 s, from 0.5 to 60 s
 * @param adoptAfter a scene that has stood for this long is the empty lane, whatever it was before:
 *     the camera was moved, or something was put there for good; 30 min, from 5 min to 1 day
 * @param lightFollows a scene in view follows the light within about this time; 20 s, from 1 s to 1
 *     h
 */
public record VehicleDetectorSettings(
    double enterCoverage,
    double leaveCoverage,
    double pixelContrast,
    double stillMotion,
    Duration stillAfter,
    Duration sceneAfter,
    Duration adoptAfter,
    Duration lightFollows) {

  public VehicleDetectorSettings {
    require(enterCoverage >= 0.02 && enterCoverage <= 0.9, "enterCoverage", enterCoverage);
    require(
        leaveCoverage >= 0.01 && leaveCoverage <= enterCoverage, "leaveCoverage", leaveCoverage);
    require(pixelContrast >= 0.05 && pixelContrast <= 1, "pixelContrast", pixelContrast);
    require(stillMotion >= 0 && stillMotion <= 0.2, "stillMotion", stillMotion);
    require(within(stillAfter, 0, 10_000), "stillAfter", stillAfter);
    require(within(sceneAfter, 500, 60_000), "sceneAfter", sceneAfter);
    require(within(adoptAfter, 300_000, 86_400_000), "adoptAfter", adoptAfter);
    require(within(lightFollows, 1_000, 3_600_000), "lightFollows", lightFollows);
  }

  public static VehicleDetectorSettings defaults() {
    return new VehicleDetectorSettings(
        0.12,
        0.06,
        0.25,
        0.015,
        Duration.ofMillis(600),
        Duration.ofSeconds(2),
        Duration.ofMinutes(30),
        Duration.ofSeconds(20));
  }

  private static boolean within(Duration value, long minMillis, long maxMillis) {
    return value.toMillis() >= minMillis && value.toMillis() <= maxMillis;
  }

  private static void require(boolean allowed, String name, Object value) {
    if (!allowed) {
      throw new IllegalArgumentException("%s is out of its range: %s".formatted(name, value));
    }
  }
}
