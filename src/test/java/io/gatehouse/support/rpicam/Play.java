package io.gatehouse.support.rpicam;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the stand-in for {@code rpicam-vid} plays: {@code name=value} each, the names below. Frames
 * count from 0.
 */
final class Play {

  private static final Set<String> NAMES =
      new TreeSet<>(
          List.of(
              "scene", // pattern, demo, demo:?…, or the path of a picture
              "loop", // so many pictures are made beforehand and shown again and again
              "fast", // as quick as the pipe takes them
              "calls", // a file that gets a line at each start and each end
              "upload", // seconds until the first picture, with a progress
              "fail", // ends at once with this error
              "pause-at", // at this frame it stands still for pause= seconds, then goes on
              "pause",
              "freeze-at", // at this frame it stands still for good
              "silent-from", // no tensor from this frame on
              "silent-to", // and again from this one
              "no-stage", // the package that runs networks is missing
              "tensor-every", // only every so many frames have a tensor; 0: at random
              "cut-at", // ends in the middle of this frame
              "cut-record-at", // or of this record
              "info", // bytes of CnnOutputTensorInfo
              "odd", // keys in any order, unknown ones, nan
              "places", // N
              "order", // yx or xy
              "input", // coordinates in pixels of this input
              "numbers", // a tensor of so many numbers
              "count", // the number of detections that it claims
              "piece", // bytes a write
              "flood", // so many lines on the error stream before each frame
              "late-at", // at this frame it stands still for late= seconds; what it took until then
              "late", // comes afterwards
              "crop-at", // from this frame on another ScalerCrop
              "garbage-at", // after this frame come bytes that are neither picture nor text
              "timeless-at", // this frame's record says no time
              "deaf")); // does not stop when told to

  private final Map<String, String> values = new HashMap<>();

  Play(List<String> arguments) {
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument : argument.substring(0, equals);
      if (!NAMES.contains(name)) {
        throw new IllegalArgumentException("no such play: " + argument);
      }
      values.put(name, equals < 0 ? "" : argument.substring(equals + 1));
    }
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  long whole(String name, long otherwise) {
    return has(name) ? Long.parseLong(values.get(name)) : otherwise;
  }

  double number(String name, double otherwise) {
    return has(name) ? Double.parseDouble(values.get(name)) : otherwise;
  }

  boolean at(String name, long frame) {
    return has(name) && whole(name, 0) == frame;
  }

  boolean from(String name, long frame) {
    return has(name) && frame >= whole(name, 0);
  }
}
