package io.gatehouse.read;

import io.gatehouse.camera.Frame;
import java.util.List;

/**
 * Whole picture in, plates out: detector, reader and the choice between overlapping boxes. Used by
 * one thread.
 */
public interface PlateRecognizer extends AutoCloseable {

  /**
   * The plates of a frame, surest first; texts that are no plates (overlays, signs) are left out.
   */
  List<PlateReading> recognize(Frame frame);

  /**
   * The same with the cheap means alone, for a moving vehicle of which many frames are seen: may
   * overlook plates, and be sure of fewer.
   */
  List<PlateReading> glance(Frame frame);

  @Override
  void close();
}
