package io.gatehouse.camera;

import java.time.Instant;

/**
 * Which frame, and when it was taken. Carried unchanged to the stored row.
 *
 * @param sequence counts up by one a frame for as long as the kiosk runs, over reconnections too
 * @param capturedNanos monotonic nanoseconds ({@link io.gatehouse.common.TimeSource#nanos()}), for
 *     durations
 * @param capturedAt wall-clock time in UTC, for people
 */
public record FrameStamp(long sequence, long capturedNanos, Instant capturedAt) {}
