package io.gatehouse.bucket;

import java.util.Optional;

/**
 * A bucket of Amazon S3, or of anything that speaks it.
 *
 * @param endpoint address of the server; empty for Amazon's own
 */
public record S3Options(
    String bucket, String region, String accessKey, String secretKey, Optional<String> endpoint) {

  /** Without the keys: this may stand in a log. */
  @Override
  public String toString() {
    return "bucket %s at %s".formatted(bucket, endpoint.orElse("Amazon S3, " + region));
  }
}
