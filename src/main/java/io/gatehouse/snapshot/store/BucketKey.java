package io.gatehouse.snapshot.store;

import io.gatehouse.snapshot.picture.Picture;
import java.util.Optional;

/** Where a picture lies in the bucket: {@code vehicle-snapshots/ab/<sha256>.jpg}. */
public record BucketKey(String text) {

  private static final String SCHEME = "s3://";

  /** The key of a picture. */
  public static BucketKey of(Picture picture) {
    return new BucketKey(
        "vehicle-snapshots/%s/%s".formatted(picture.sha256().substring(0, 2), picture.name()));
  }

  /** As a row names it. */
  public String in(String bucket) {
    return SCHEME + bucket + "/" + text;
  }

  /** The key that a row names; empty when it names none of this bucket. */
  static Optional<BucketKey> find(String url, String bucket) {
    String start = SCHEME + bucket + "/";
    return url.startsWith(start)
        ? Optional.of(new BucketKey(url.substring(start.length())))
        : Optional.empty();
  }
}
