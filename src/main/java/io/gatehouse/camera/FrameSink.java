package io.gatehouse.camera;

/** Takes frames on the camera's thread. Must return quickly; to keep a frame it retains it. */
@FunctionalInterface
public interface FrameSink {

  /** The frame stays the caller's and is closed after this returns. */
  void accept(Frame frame);
}
