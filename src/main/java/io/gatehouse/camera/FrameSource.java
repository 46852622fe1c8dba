package io.gatehouse.camera;

import java.util.Optional;

/**
 * One open camera: a lane's pictures, one after the other. Used by one thread, except {@link
 * #close()}, which any thread may call to break off a {@link #next()} that hangs. Sources pace
 * themselves: a live camera by its own rate, files and the demo by the rate they carry.
 */
public interface FrameSource extends AutoCloseable {

  /**
   * Waits for the next picture.
   *
   * @return the frame, owned by the caller, or empty when the source has come to its end
   * @throws CameraException when the camera fails; the source is then to be closed
   */
  Optional<Frame> next() throws CameraException, InterruptedException;

  /** How it is doing, for the status bar; asked by any thread, several times a second. */
  default SourceCondition condition() {
    return new SourceCondition.Well();
  }

  @Override
  void close();
}
