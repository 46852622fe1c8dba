package io.gatehouse.snapshot.recognizer;

import io.gatehouse.common.TimeSource;
import io.gatehouse.snapshot.picture.Picture;
import io.gatehouse.snapshot.wire.LocalReader;
import java.time.Duration;
import java.util.Optional;

/** Who reads the pictures. Any thread. */
public interface SnapshotRecognizer extends AutoCloseable {

  /**
   * The Plate Recognizer API.
   *
   * @param patience longest wait for any step of one call
   */
  static SnapshotRecognizer cloud(CloudOptions options, Duration patience, TimeSource time) {
    return new CloudRecognizer(options, patience, time);
  }

  /** Our own recogniser. */
  static SnapshotRecognizer local(LocalReader reader, TimeSource time) {
    return new LocalRecognizer(reader, time);
  }

  /** As it stands with what was read: {@code platerecognizer} or {@code gatehouse}. */
  String name();

  /** Whether an answer costs something, so that it must not be lost. */
  boolean isPaid();

  /**
   * Reads one picture, once.
   *
   * @param cameraId told with it, and with its answer
   */
  ApiReply read(Picture picture, Optional<String> cameraId);

  /** What was used and what is left; empty when nobody counts, or does not say. */
  Optional<Usage> usage();

  @Override
  void close();
}
