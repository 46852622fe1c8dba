package io.gatehouse.camera;

import java.time.Instant;

/**
 * Which frame, and when it was taken. Carried unchanged to the stored row.
 *
 * @param sequence counts up by one a frame for as long as the kiosk runs, over reconnections too
 * @param capturedNanos monotonic nanoseconds ({@link io.gatehouse.common.TimeSource#nanos()}), for
 *     durations
 * @param capturedAt wall-clock time in UTC, for people
 * @param photograph which photograph of a folder it shows, counted from 1: each is another scene,
 *     and nothing of it is in the next. 0 in the running view of a lane
 */
public record FrameStamp(long sequence, long capturedNanos, Instant capturedAt, long photograph) {

  /** A frame of a lane's running view. */
  public FrameStamp(long sequence, long capturedNanos, Instant capturedAt) {
    this(sequence, capturedNanos, capturedAt, 0);
  }

  public boolean isPhotograph() {
    return photograph != 0;
  }
}
