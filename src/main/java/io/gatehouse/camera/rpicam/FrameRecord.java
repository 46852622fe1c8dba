package io.gatehouse.camera.rpicam;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code rpicam-vid} says of one picture. Every key but the time may be missing, and any may
 * be there.
 *
 * @param sensorNanos when the first row was exposed, on the clock that the sensor's driver uses
 * @param values as written, in the order written
 */
record FrameRecord(long sensorNanos, Map<String, String> values) {

  private static final String TIME = "SensorTimestamp";
  private static final String CROP = "ScalerCrop";
  private static final String TENSOR = "CnnOutputTensor";
  private static final String INFO = "CnnOutputTensorInfo";

  /**
   * Takes the lines of a record apart.
   *
   * @throws LostSyncException when they are none, or say no time
   */
  static FrameRecord of(List<String> lines) throws LostSyncException {
    Map<String, String> values = LinkedHashMap.newLinkedHashMap(lines.size());
    for (String line : lines) {
      int equals = keyLength(line);
      if (equals < 1) {
        throw new LostSyncException("'%s' where a name=value must be".formatted(shortened(line)));
      }
      values.put(line.substring(0, equals), line.substring(equals + 1));
    }
    String time = values.getOrDefault(TIME, "");
    long nanos =
        ControlValues.count64(time)
            .orElseThrow(
                () -> new LostSyncException("a record whose %s is '%s'".formatted(TIME, time)));
    return new FrameRecord(nanos, values);
  }

  /** How many letters and digits, beginning with a letter, stand before the first equals sign. */
  private static int keyLength(String line) {
    int length = 0;
    while (length < line.length() && isKey(line.charAt(length), length == 0)) {
      length++;
    }
    return length < line.length() && line.charAt(length) == '=' ? length : 0;
  }

  private static boolean isKey(char c, boolean first) {
    boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    return letter || (!first && c >= '0' && c <= '9');
  }

  private static String shortened(String line) {
    return line.length() <= 40 ? line : line.substring(0, 40) + "…";
  }

  /** Empty when it is missing or makes no sense. */
  Optional<ScalerCrop> crop() {
    return Optional.ofNullable(values.get(CROP)).flatMap(ScalerCrop::parse);
  }

  boolean hasTensor() {
    return values.containsKey(TENSOR);
  }

  /** All outputs of the network, one after the other; empty when there are none. */
  Optional<float[]> tensor() {
    return Optional.ofNullable(values.get(TENSOR)).flatMap(ControlValues::floats);
  }

  /** Empty when it is missing or too short to be one. */
  Optional<TensorInfo> tensorInfo() {
    return Optional.ofNullable(values.get(INFO))
        .flatMap(ControlValues::bytes)
        .flatMap(TensorInfo::parse);
  }
}
