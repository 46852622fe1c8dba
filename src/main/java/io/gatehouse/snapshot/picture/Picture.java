package io.gatehouse.snapshot.picture;

import io.gatehouse.common.Sha256;
import java.util.Optional;

/** A picture file in memory. */
public final class Picture {

  private final byte[] bytes;
  private final PictureKind kind;
  private final String sha256;

  private Picture(byte[] bytes, PictureKind kind, String sha256) {
    this.bytes = bytes;
    this.kind = kind;
    this.sha256 = sha256;
  }

  /** The picture that these bytes are; empty when they are none. They must not change any more. */
  public static Optional<Picture> of(byte[] bytes) {
    return PictureKind.of(bytes).map(kind -> new Picture(bytes, kind, Sha256.of(bytes)));
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
