package io.gatehouse.read;

import io.gatehouse.camera.Frame;
import io.gatehouse.detect.Quad;

/** Reads one line of writing. Used by one thread at a time. */
public interface TextLineReader extends AutoCloseable {

  /** The writing inside the outline; no characters when there is none. */
  ReadLine read(Frame frame, Quad outline);

  /** Short stable name, stored with each reading. */
  String name();

  @Override
  void close();
}
