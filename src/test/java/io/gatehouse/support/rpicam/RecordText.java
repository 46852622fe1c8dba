package io.gatehouse.support.rpicam;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** The text that follows each picture. */
final class RecordText {

  private static final List<String> WITH_TENSOR =
      List.of(
          "ExposureTime",
          "AnalogueGain",
          "FrameDuration",
          "CnnOutputTensorInfo",
          "SensorTemperature",
          "AeState",
          "DigitalGain",
          "CnnOutputTensor",
          "Lux",
          "ColourGains",
          "ColourTemperature",
          "SensorBlackLevels",
          "FocusFoM",
          "ColourCorrectionMatrix",
          "CnnKpiInfo",
          "ScalerCrop",
          "FrameWallClock",
          "SensorTimestamp");

  private static final List<String> WITHOUT =
      List.of(
          "ExposureTime",
          "ColourGains",
          "AnalogueGain",
          "FrameDuration",
          "Lux",
          "SensorTemperature",
          "AeState",
          "DigitalGain",
          "ColourTemperature",
          "SensorBlackLevels",
          "FocusFoM",
          "ColourCorrectionMatrix",
          "ScalerCrop",
          "FrameWallClock",
          "SensorTimestamp");

  private final Play play;
  private final Geometry geometry;
  private final double framerate;
  private final Random random = new Random(1);

  RecordText(Play play, Geometry geometry, double framerate) {
    this.play = play;
    this.geometry = geometry;
    this.framerate = framerate;
  }

  /**
   * A record.
   *
   * @param number goes into the exposure time, so that a record can be told from the next
   * @param network whether there is one
   * @param nanos when the picture was taken
   */
  byte[] of(long number, List<Scene.Thing> things, boolean network, long nanos, long wallNanos) {
    Map<String, String> values = common(number, nanos, wallNanos);
    boolean tensor = network && hasTensor(number);
    if (tensor) {
      values.put("CnnOutputTensor", array(floats(tensor(number, things))));
      values.put("CnnOutputTensorInfo", array(info(number)));
      values.put("CnnKpiInfo", "[ 13962, 12362 ]");
    }
    List<String> keys = new ArrayList<>(tensor ? WITH_TENSOR : WITHOUT);
    if (play.has("odd")) {
      keys.addAll(List.of("ControlListSequence", "Ai2Size", "Lux2"));
      values.put("ControlListSequence", Long.toString(number));
      values.put("Ai2Size", "320x320");
      values.put("Lux2", "inf");
      values.put("Lux", number % 2 == 0 ? "nan" : "-nan");
      Collections.shuffle(keys, random);
    }
    if (play.at("timeless-at", number)) {
      keys.remove("SensorTimestamp");
    }
    StringBuilder text = new StringBuilder();
    keys.forEach(key -> text.append(key).append('=').append(values.get(key)).append('\n'));
    return text.append('\n').toString().getBytes(StandardCharsets.US_ASCII);
  }

  private boolean hasTensor(long number) {
    boolean silent = play.from("silent-from", number) && !play.from("silent-to", number);
    if (silent || play.has("no-stage")) {
      return false;
    }
    long every = play.whole("tensor-every", 1);
    return every == 0 ? random.nextInt(3) == 0 : number % every == every - 1;
  }

  private Map<String, String> common(long number, long nanos, long wallNanos) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("ExposureTime", Long.toString(number));
    values.put("AnalogueGain", "1.587597");
    values.put("FrameDuration", Long.toString(Math.round(1e6 / framerate)));
    values.put("SensorTemperature", "41.000000");
    values.put("AeState", "2");
    values.put("DigitalGain", "1.000936");
    values.put("Lux", "153.352692");
    values.put("ColourGains", "[ 1.965870, 1.733057 ]");
    values.put("ColourTemperature", "5006");
    values.put("SensorBlackLevels", "[ 4096, 4096, 4096, 4096 ]");
    values.put("FocusFoM", "702");
    values.put(
        "ColourCorrectionMatrix",
        "[ 1.541116, -0.372801, -0.168312, -0.279741, 1.649470, -0.369722, 0.003117, -0.522662,"
            + " 1.519555 ]");
    int[] crop = crop(number);
    values.put("ScalerCrop", "(%d, %d)/%dx%d".formatted(crop[0], crop[1], crop[2], crop[3]));
    values.put("FrameWallClock", Long.toString(wallNanos));
    values.put("SensorTimestamp", Long.toString(nanos));
    return values;
  }

  /** Later, for instance, the middle half of the sensor. */
  private int[] crop(long number) {
    return play.from("crop-at", number) ? new int[] {1014, 760, 2028, 1520} : geometry.crop();
  }

  private float[] tensor(long number, List<Scene.Thing> things) {
    int places = (int) play.whole("places", 100);
    double input = play.number("input", 1);
    boolean xy = play.text("order", "yx").equals("xy");
    float[] numbers = new float[6 * places + 1];
    int[] crop = crop(number);
    for (int i = 0; i < Math.min(places, things.size()); i++) {
      Scene.Thing thing = things.get(i);
      double x0 = (crop[0] + thing.left() * crop[2]) / Geometry.SENSOR_WIDTH * input;
      double y0 = (crop[1] + thing.top() * crop[3]) / Geometry.SENSOR_HEIGHT * input;
      double x1 = (crop[0] + thing.right() * crop[2]) / Geometry.SENSOR_WIDTH * input;
      double y1 = (crop[1] + thing.bottom() * crop[3]) / Geometry.SENSOR_HEIGHT * input;
      double[] column =
          xy
              ? new double[] {x0, y0, x1, y1, thing.score(), thing.kind()}
              : new double[] {y0, x0, y1, x1, thing.score(), thing.kind()};
      for (int c = 0; c < column.length; c++) {
        numbers[c * places + i] = (float) column[c];
      }
    }
    numbers[6 * places] = (float) play.number("count", Math.min(places, things.size()));
    int wanted = (int) play.whole("numbers", numbers.length);
    return wanted == numbers.length ? numbers : Arrays.copyOf(numbers, wanted);
  }

  private static List<String> floats(float[] numbers) {
    List<String> items = new ArrayList<>(numbers.length);
    for (float number : numbers) {
      items.add(Float.isNaN(number) ? "nan" : String.format(Locale.ROOT, "%f", number));
    }
    return items;
  }

  private List<String> info(long number) {
    int places = (int) play.whole("places", 100);
    ByteBuffer struct = ByteBuffer.allocate(712).order(ByteOrder.LITTLE_ENDIAN);
    struct.put("network".getBytes(StandardCharsets.US_ASCII));
    struct.putInt(64, 4);
    int[][] shapes = {{places, 4}, {places}, {places}, {1}};
    for (int i = 0; i < shapes.length; i++) {
      int at = 68 + 40 * i;
      int size = 1;
      for (int d = 0; d < shapes[i].length; d++) {
        struct.putShort(at + 8 + 2 * d, (short) shapes[i][d]);
        size *= shapes[i][d];
      }
      struct.putInt(at, size);
      struct.putInt(at + 4, shapes[i].length);
    }
    struct.put(708, (byte) number);
    List<String> items = new ArrayList<>();
    for (int i = 0; i < play.whole("info", 712); i++) {
      items.add(Integer.toString(struct.get(i) & 0xFF));
    }
    return items;
  }

  private static String array(List<String> items) {
    return "[ " + String.join(", ", items) + " ]";
  }
}
