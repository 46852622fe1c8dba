package io.gatehouse.snapshot.picture;

import io.gatehouse.common.Sha256;
import java.time.Instant;
import java.util.Optional;

/** A picture file in memory. */
public final class Picture {

  private final byte[] bytes;
  private final PictureKind kind;
  private final String sha256;
  private final Optional<Instant> takenAt;

  private Picture(byte[] bytes, PictureKind kind, String sha256, Optional<Instant> takenAt) {
    this.bytes = bytes;
    this.kind = kind;
    this.sha256 = sha256;
    this.takenAt = takenAt;
  }

  /** The picture that these bytes are; empty when they are none. They must not change any more. */
  public static Optional<Picture> of(byte[] bytes) {
    return PictureKind.of(bytes)
        .map(kind -> new Picture(bytes, kind, Sha256.of(bytes), Optional.empty()));
  }

  /** The same picture, taken then. */
  Picture taken(Instant at) {
    return new Picture(bytes, kind, sha256, Optional.of(at));
  }

  /** When it was taken, as far as its source says. */
  public Optional<Instant> takenAt() {
    return takenAt;
  }

  /** Not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  /** What it is by its first bytes. */
  public PictureKind kind() {
    return kind;
  }

  /** Its identity, wherever it comes from. */
  public String sha256() {
    return sha256;
  }

  /** A file name that says nothing about where it comes from. */
  public String name() {
    return sha256 + "." + kind.ending();
  }
}
