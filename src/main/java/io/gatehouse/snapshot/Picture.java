package io.gatehouse.snapshot;

import io.gatehouse.common.Sha256;
import java.util.Optional;

/** A picture file in memory. */
final class Picture {

  private final byte[] bytes;
  private final PictureKind kind;
  private final String sha256;

  private Picture(byte[] bytes, PictureKind kind, String sha256) {
    this.bytes = bytes;
    this.kind = kind;
    this.sha256 = sha256;
  }

  /** The picture that these bytes are; empty when they are none. They must not change any more. */
  static Optional<Picture> of(byte[] bytes) {
    return PictureKind.of(bytes).map(kind -> new Picture(bytes, kind, Sha256.of(bytes)));
  }

  /** Not to be changed. */
  byte[] bytes() {
    return bytes;
  }

  PictureKind kind() {
    return kind;
  }

  /** Its identity, wherever it comes from. */
  String sha256() {
    return sha256;
  }

  /** A file name that says nothing about where it comes from. */
  String name() {
    return sha256 + "." + kind.ending();
  }
}
