package io.gatehouse.detect;

import io.gatehouse.camera.Frame;
import io.gatehouse.camera.Region;
import java.util.List;

/** Finds where plates may be in a frame. Used by one thread at a time. */
public interface PlateDetector extends AutoCloseable {

  /**
   * Boxes, most likely first; they may overlap where it is unclear what belongs together. Empty
   * when there is none.
   */
  List<PlateBox> detect(Frame frame);

  /**
   * A second, dearer look at a frame in which nothing of the first look reads like a plate. Empty
   * where the detector has no better way to look.
   */
  default List<PlateBox> detectCloser(Frame frame) {
    return List.of();
  }

  /**
   * Looks at a part of the frame alone, where there is reason to expect a plate, and in more detail
   * than the whole frame is looked at where the detector can.
   *
   * @param part inside the frame
   */
  default List<PlateBox> detectIn(Frame frame, Region part) {
    return detect(frame).stream()
        .filter(box -> part.contains(box.region().centerX(), box.region().centerY()))
        .toList();
  }

  @Override
  void close();
}
