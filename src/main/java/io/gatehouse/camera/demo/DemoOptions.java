package io.gatehouse.camera.demo;

import io.gatehouse.camera.CameraException;
import io.gatehouse.camera.CameraFault;
import io.gatehouse.camera.CameraUri;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a {@code demo:} URI asks for: {@code
 * demo:?seed=7&light=dusk&rain=true&speed=2&size=1280x720&fps=15&patience=4&unreadable=12}.
 *
 * @param seed same seed, same vehicles, same pictures
 * @param light hour of the day
 * @param rain whether it rains
 * @param speed how fast the lane's time runs, 1 is natural
 * @param width pixels
 * @param height pixels
 * @param fps pictures a second
 * @param patienceSeconds how long a stopped vehicle waits for the barrier before it leaves anyway
 * @param unreadableEvery one vehicle in so many has no readable plate; 0 for none
 */
public record DemoOptions(
    long seed,
    DemoLight light,
    boolean rain,
    double speed,
    int width,
    int height,
    double fps,
    double patienceSeconds,
    int unreadableEvery) {

  private static final double SLOWEST = 0.01;
  private static final double FASTEST = 20;
  private static final double MOST_FPS = 60;
  private static final double LONGEST_PATIENCE = 86_400;
  private static final double MOST_UNREADABLE = 1_000;
  private static final Pattern SIZE = Pattern.compile("(\\d{2,4})x(\\d{2,4})");

  public DemoOptions {
    if (!fits(width, height)) {
      throw new IllegalArgumentException("size %dx%d".formatted(width, height));
    }
    if (speed < SLOWEST || speed > FASTEST || fps < 1 || fps > MOST_FPS) {
      throw new IllegalArgumentException("speed %s, fps %s".formatted(speed, fps));
    }
  }

  public static DemoOptions defaults() {
    return new DemoOptions(7, DemoLight.DAY, false, 1, 1280, 720, 15, 20, 12);
  }

  /**
   * Reads the options of a {@code demo:} URI.
   *
   * @throws CameraException when an option is unknown or out of range; the message names it
   */
  public static DemoOptions of(CameraUri uri) throws CameraException {
    uri.allowOnly("seed", "light", "rain", "speed", "size", "fps", "patience", "unreadable");
    if (!uri.target().isEmpty()) {
      throw wrong("there is nothing after 'demo:' but options: demo:?light=dusk");
    }
    DemoOptions usual = defaults();
    int[] size = size(uri.options().getOrDefault("size", usual.width + "x" + usual.height));
    return new DemoOptions(
        seed(uri.options().getOrDefault("seed", Long.toString(usual.seed))),
        light(uri.options().getOrDefault("light", usual.light.name())),
        uri.flag("rain", usual.rain),
        uri.number("speed", usual.speed, SLOWEST, FASTEST),
        size[0],
        size[1],
        uri.number("fps", usual.fps, 1, MOST_FPS),
        uri.number("patience", usual.patienceSeconds, 0, LONGEST_PATIENCE),
        (int) uri.number("unreadable", usual.unreadableEvery, 0, MOST_UNREADABLE));
  }

  private static long seed(String value) throws CameraException {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new CameraException(
          CameraFault.UNSUPPORTED,
          "demo: option seed=%s must be a whole number".formatted(value),
          e);
    }
  }

  private static DemoLight light(String value) throws CameraException {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "day" -> DemoLight.DAY;
      case "dusk" -> DemoLight.DUSK;
      case "night" -> DemoLight.NIGHT;
      default -> throw wrong("option light=%s must be day, dusk or night".formatted(value));
    };
  }

  private static int[] size(String value) throws CameraException {
    Matcher matcher = SIZE.matcher(value);
    if (matcher.matches()) {
      int width = Integer.parseInt(matcher.group(1));
      int height = Integer.parseInt(matcher.group(2));
      if (fits(width, height)) {
        return new int[] {width, height};
      }
    }
    throw wrong("option size=%s must be like 1280x720, from 320x240 to 3840x2160".formatted(value));
  }

  private static boolean fits(int width, int height) {
    return width >= 320 && width <= 3840 && height >= 240 && height <= 2160;
  }

  private static CameraException wrong(String what) {
    return new CameraException(CameraFault.UNSUPPORTED, "demo: " + what);
  }
}
