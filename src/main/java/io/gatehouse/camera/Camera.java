package io.gatehouse.camera;

import java.time.Duration;
import java.util.List;

/** A camera that can be opened, again and again: what a camera URI stands for. */
public interface Camera {

  /**
   * Opens the camera.
   *
   * @param frames where the source takes its frames from; stamps them too
   * @throws CameraException with what is wrong and what to do, when it cannot be opened now
   */
  FrameSource open(FrameFactory frames) throws CameraException, InterruptedException;

  /** What people call it, without passwords: {@code rtsp://10.0.0.7/stream}. */
  String label();

  /**
   * Whether an end of the pictures is normal (a folder, a clip) or a fault to recover from (a live
   * camera).
   */
  boolean endless();

  /**
   * How long it may be between two pictures before the camera counts as stalled. Live cameras keep
   * this; what reads from a disk may take longer over a large picture.
   */
  default Duration patience() {
    return Duration.ofSeconds(5);
  }

  /**
   * How long it may take from opening to the first picture, where that is longer than usual:
   * cameras that load a program first.
   */
  default Duration startPatience() {
    return Duration.ZERO;
  }

  /**
   * The pauses before it is opened again, after the first failure, the second … the last one stays.
   * Empty for the usual ones, which are short.
   */
  default List<Duration> pauses() {
    return List.of();
  }
}
