package io.gatehouse.camera.rpicam;

import io.gatehouse.camera.Region;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which part of the sensor the picture shows, in sensor pixels. The network sees the whole sensor,
 * so its boxes are mapped by this.
 */
record ScalerCrop(int x, int y, int width, int height) {

  /** The IMX500 at full resolution, which the network's input is stretched from. */
  static final int SENSOR_WIDTH = 4056;

  static final int SENSOR_HEIGHT = 3040;

  private static final Pattern RECTANGLE =
      Pattern.compile("\\((-?\\d{1,6}), (-?\\d{1,6})\\)/(\\d{1,6})x(\\d{1,6})");

  ScalerCrop {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("a crop of %dx%d".formatted(width, height));
    }
  }

  /** Reads {@code (x, y)/WxH}; empty when it is something else or covers nothing. */
  static Optional<ScalerCrop> parse(String text) {
    Matcher matcher = RECTANGLE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int width = Integer.parseInt(matcher.group(3));
    int height = Integer.parseInt(matcher.group(4));
    return width < 1 || height < 1
        ? Optional.empty()
        : Optional.of(
            new ScalerCrop(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                width,
                height));
  }

  /**
   * A box of the network in pixels of the picture, cut to it.
   *
   * @param left of the box, as a share of the sensor's width; likewise the others
   * @return empty when nothing of it is in the picture
   */
  Optional<Region> region(
      double left, double top, double right, double bottom, PictureLayout picture) {
    int x0 = (int) Math.round(Math.clamp(toX(left, picture), 0, picture.width()));
    int y0 = (int) Math.round(Math.clamp(toY(top, picture), 0, picture.height()));
    int x1 = (int) Math.round(Math.clamp(toX(right, picture), 0, picture.width()));
    int y1 = (int) Math.round(Math.clamp(toY(bottom, picture), 0, picture.height()));
    return x1 <= x0 || y1 <= y0
        ? Optional.empty()
        : Optional.of(new Region(x0, y0, x1 - x0, y1 - y0));
  }

  private double toX(double share, PictureLayout picture) {
    return (share * SENSOR_WIDTH - x) * picture.width() / width;
  }

  private double toY(double share, PictureLayout picture) {
    return (share * SENSOR_HEIGHT - y) * picture.height() / height;
  }
}
