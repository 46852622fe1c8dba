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

  @Override
  void close();
}
