package io.gatehouse.snapshot;

import java.util.Optional;

/** Who reads the pictures. Any thread. */
interface SnapshotRecognizer extends AutoCloseable {

  /** As it stands with what was read: {@code platerecognizer} or {@code gatehouse}. */
  String name();

  /** Whether an answer costs something, so that it must not be lost. */
  boolean isPaid();

  /** Reads one picture, once. */
  ApiReply read(Picture picture);

  /** What was used and what is left; empty when nobody counts, or does not say. */
  Optional<Usage> usage();

  @Override
  void close();
}
