package io.gatehouse.detect;

import io.gatehouse.camera.Frame;
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

  @Override
  void close();
}
