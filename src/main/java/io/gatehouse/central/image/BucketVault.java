package io.gatehouse.central.image;

import io.gatehouse.bucket.Bucket;
import io.gatehouse.bucket.BucketException;
import io.gatehouse.bucket.S3Options;
import io.gatehouse.central.common.CentralException;
import io.gatehouse.central.store.CentralDatabase;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import java.io.IOException;
import java.util.Optional;

/**
 * Pictures in a bucket. A picture counts as kept when its row is in the database, which is written
 * after the bucket has it. The bucket is private: whoever looks at a picture asks this server.
 */
public final class BucketVault implements ImageVault {

  private final Bucket bucket;
  private final ImageTable table;

  private BucketVault(Bucket bucket, ImageTable table) {
    this.bucket = bucket;
    this.table = table;
  }

  /**
   * Opens the bucket, and makes it when it is missing.
   *
   * @throws CentralException when it is out of reach, or the keys are refused
   */
  public static BucketVault open(
      S3Options options, CentralDatabase database, TimeSource time, Threads threads)
      throws CentralException {
    try {
      Bucket bucket = Bucket.of(options);
      bucket.makeIfMissing();
      return new BucketVault(bucket, new ImageTable(database, time, threads));
    } catch (BucketException e) {
      throw new CentralException(e.getMessage(), e);
    }
  }

  private static String key(String sha256) {
    return "images/%s/%s.jpg".formatted(sha256.substring(0, 2), sha256);
  }

  @Override
  public boolean has(String sha256) {
    return table.has(sha256);
  }

  @Override
  public boolean put(String sha256, byte[] jpeg) throws IOException {
    if (table.has(sha256)) {
      return false;
    }
    bucket.put(key(sha256), jpeg, "image/jpeg");
    return table.put(sha256, jpeg.length, Optional.empty());
  }

  @Override
  public Optional<byte[]> find(String sha256) throws IOException {
    Optional<byte[]> jpeg = bucket.find(key(sha256));
    // one that was kept before there was a bucket
    return jpeg.isPresent() ? jpeg : table.find(sha256);
  }

  @Override
  public void remove(String sha256) throws IOException {
    // the row first: a picture without a row is only forgotten, a row without a picture is a lie
    table.remove(sha256);
    bucket.remove(key(sha256));
  }

  @Override
  public boolean answers() {
    return bucket.answers();
  }

  @Override
  public void close() {
    table.close();
  }
}
