package io.gatehouse.camera.demo;

import io.gatehouse.camera.CameraException;
import io.gatehouse.camera.CameraFault;
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

  private static final Pattern SIZE = Pattern.compile("(\\d{2,4})x(\\d{2,4})");

  public DemoOptions {
    require(speed >= 0.1 && speed <= 20, "speed", speed, "0.1 to 20");
    require(width >= 320 && width <= 3840, "width", width, "320 to 3840");
    require(height >= 240 && height <= 2160, "height", height, "240 to 2160");
    require(fps >= 1 && fps <= 60, "fps", fps, "1 to 60");
    require(patienceSeconds >= 0, "patience", patienceSeconds, "0 or more seconds");
    require(unreadableEvery >= 0, "unreadable", unreadableEvery, "0 or more");
  }

  public static DemoOptions defaults() {
    return new DemoOptions(7, DemoLight.DAY, false, 1, 1280, 720, 15, 20, 12);
  }

  /**
   * Reads the part of the URI after {@code demo:}, with or without its question mark.
   *
   * @throws CameraException when an option is unknown or out of range; the message names it
   */
  public static DemoOptions parse(String query) throws CameraException {
    DemoOptions options = defaults();
    for (String pair : query.replaceFirst("^\\?", "").split("&")) {
      if (pair.isBlank()) {
        continue;
      }
      String[] parts = pair.split("=", 2);
      try {
        options = options.with(parts[0], parts.length == 2 ? parts[1] : "true");
      } catch (IllegalArgumentException e) {
        throw new CameraException(
            CameraFault.UNSUPPORTED, "demo camera: cannot use \"" + pair + "\": " + reason(e), e);
      }
    }
    return options;
  }

  private static String reason(IllegalArgumentException e) {
    return e instanceof NumberFormatException ? "not a number" : e.getMessage();
  }

  private DemoOptions with(String key, String value) {
    Draft draft = new Draft(this);
    switch (key) {
      case "seed" -> draft.seed = Long.parseLong(value);
      case "light" -> draft.light = light(value);
      case "rain" -> draft.rain = truth(value);
      case "speed" -> draft.speed = Double.parseDouble(value);
      case "size" -> draft.size(value);
      case "fps" -> draft.fps = Double.parseDouble(value);
      case "patience" -> draft.patience = Double.parseDouble(value);
      case "unreadable" -> draft.unreadable = Integer.parseInt(value);
      default ->
          throw new IllegalArgumentException(
              "known are seed, light, rain, speed, size, fps, patience, unreadable");
    }
    return draft.finish();
  }

  private static DemoLight light(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "day" -> DemoLight.DAY;
      case "dusk" -> DemoLight.DUSK;
      case "night" -> DemoLight.NIGHT;
      default -> throw new IllegalArgumentException("light is day, dusk or night");
    };
  }

  private static boolean truth(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "1" -> true;
      case "false", "no", "0" -> false;
      default -> throw new IllegalArgumentException("write true or false");
    };
  }

  private static void require(boolean holds, String name, Number value, String range) {
    if (!holds) {
      throw new IllegalArgumentException(name + " " + value + " is outside " + range);
    }
  }

  /** The options while they are being read. */
  private static final class Draft {
    private long seed;
    private DemoLight light;
    private boolean rain;
    private double speed;
    private int width;
    private int height;
    private double fps;
    private double patience;
    private int unreadable;

    Draft(DemoOptions from) {
      seed = from.seed;
      light = from.light;
      rain = from.rain;
      speed = from.speed;
      width = from.width;
      height = from.height;
      fps = from.fps;
      patience = from.patienceSeconds;
      unreadable = from.unreadableEvery;
    }

    void size(String value) {
      Matcher matcher = SIZE.matcher(value);
      if (!matcher.matches()) {
        throw new IllegalArgumentException("write the size as 1280x720");
      }
      width = Integer.parseInt(matcher.group(1));
      height = Integer.parseInt(matcher.group(2));
    }

    DemoOptions finish() {
      return new DemoOptions(seed, light, rain, speed, width, height, fps, patience, unreadable);
    }
  }
}
