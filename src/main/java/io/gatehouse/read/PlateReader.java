package io.gatehouse.read;

import io.gatehouse.camera.Frame;
import io.gatehouse.detect.PlateBox;
import java.util.Optional;

/** Reads the text in a box. Used by one thread at a time. */
public interface PlateReader extends AutoCloseable {

  /** The text in the box, or empty when it holds none. */
  Optional<PlateReading> read(Frame frame, PlateBox box);

  /** Short stable name, stored with each reading. */
  String name();

  @Override
  void close();
}
