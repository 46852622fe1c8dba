package io.gatehouse.camera.rpicam;

import io.gatehouse.camera.CameraException;
import io.gatehouse.camera.CameraFault;
import io.gatehouse.camera.CameraUri;
import io.gatehouse.camera.SensorBox;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The network that runs on the sensor, and what its numbers mean. A network of another make, for
 * plates say, needs no change of the program, only another address.
 *
 * @param file its {@code .rpk}
 * @param vehicles class numbers that are vehicles
 * @param plates class numbers that are plates
 * @param order which way round the corners of its boxes are written
 * @param inputWidth pixels that horizontal coordinates are counted in; 1 where they are shares of
 *     the picture
 * @param inputHeight likewise
 * @param threshold least score that counts, 0 to 1
 * @param most boxes a picture
 */
record NetworkOptions(
    Path file,
    Set<Integer> vehicles,
    Set<Integer> plates,
    Order order,
    int inputWidth,
    int inputHeight,
    float threshold,
    int most) {

  /** How the four numbers of a box follow each other. */
  enum Order {
    /** Top, left, bottom, right. */
    YX,
    /** Left, top, right, bottom. */
    XY
  }

  static final String DEFAULT_FILE =
      "/usr/share/imx500-models/imx500_network_ssd_mobilenetv2_fpnlite_320x320_pp.rpk";

  /** Cars, motorbikes, buses and trucks of the COCO list, which the shipped networks count by. */
  private static final String COCO_VEHICLES = "2,3,5,7";

  private static final String NO_NETWORK = "none";
  private static final int MOST_CLASS = 9_999;
  private static final Pattern CLASSES = Pattern.compile("(\\d{1,4}(,\\d{1,4})*)?");
  private static final Pattern INPUT = Pattern.compile("(\\d{2,4})(?:x(\\d{2,4}))?");

  NetworkOptions {
    vehicles = Set.copyOf(vehicles);
    plates = Set.copyOf(plates);
  }

  /**
   * Reads the network's options of a {@code rpicam:} address.
   *
   * @return empty for {@code network=none}
   */
  static Optional<NetworkOptions> of(CameraUri uri) throws CameraException {
    Map<String, String> given = uri.options();
    String file = given.getOrDefault("network", DEFAULT_FILE);
    if (file.equals(NO_NETWORK)) {
      return Optional.empty();
    }
    if (!file.endsWith(".rpk") || !file.startsWith("/")) {
      throw wrong("network", file, "the whole path of a .rpk file, or none");
    }
    int[] input = input(given.getOrDefault("input", "1"));
    NetworkOptions options =
        new NetworkOptions(
            Path.of(file),
            classes("vehicles", given.getOrDefault("vehicles", COCO_VEHICLES)),
            classes("plates", given.getOrDefault("plates", "")),
            order(given.getOrDefault("order", "yx")),
            input[0],
            input[1],
            (float) uri.number("threshold", 0.3, 0.01, 0.99),
            (int) uri.number("most", 20, 1, 100));
    if (options.vehicles.isEmpty() && options.plates.isEmpty()) {
      throw new CameraException(
          CameraFault.UNSUPPORTED,
          "rpicam: neither vehicles= nor plates= names a class; for no network write network=none");
    }
    return Optional.of(options);
  }

  /** What a class number stands for; empty for what does not count here. */
  Optional<SensorBox.Kind> kind(int number) {
    if (plates.contains(number)) {
      return Optional.of(SensorBox.Kind.PLATE);
    }
    return vehicles.contains(number) ? Optional.of(SensorBox.Kind.VEHICLE) : Optional.empty();
  }

  private static Set<Integer> classes(String name, String value) throws CameraException {
    if (!CLASSES.matcher(value).matches()) {
      throw wrong(name, value, "class numbers from 0 to %d, as in 2,3,5".formatted(MOST_CLASS));
    }
    Set<Integer> numbers = new TreeSet<>();
    for (String number : value.split(",")) {
      if (!number.isEmpty()) {
        numbers.add(Integer.parseInt(number));
      }
    }
    return numbers;
  }

  private static Order order(String value) throws CameraException {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "yx" -> Order.YX;
      case "xy" -> Order.XY;
      default -> throw wrong("order", value, "yx or xy");
    };
  }

  private static int[] input(String value) throws CameraException {
    if (value.equals("1")) {
      return new int[] {1, 1};
    }
    Matcher matcher = INPUT.matcher(value);
    if (!matcher.matches()) {
      throw wrong(
          "input", value, "1 where boxes are shares of the picture, else the size as in 640x640");
    }
    int width = Integer.parseInt(matcher.group(1));
    return new int[] {width, matcher.group(2) == null ? width : Integer.parseInt(matcher.group(2))};
  }

  static CameraException wrong(String name, String value, String wanted) {
    return new CameraException(
        CameraFault.UNSUPPORTED, "rpicam: option %s=%s must be %s".formatted(name, value, wanted));
  }
}
