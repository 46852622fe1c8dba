package io.gatehouse.central.image;

import io.gatehouse.central.common.CentralException;
import io.gatehouse.central.store.CentralDatabase;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.GetObjectResponse;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Pictures in a bucket. A picture counts as kept when its row is in the database, which is written
 * after the bucket has it. The bucket is private: whoever looks at a picture asks this server.
 */
public final class BucketVault implements ImageVault {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final S3Options options;
  private final MinioClient client;
  private final ImageTable table;

  private BucketVault(S3Options options, MinioClient client, ImageTable table) {
    this.options = options;
    this.client = client;
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
      MinioClient client =
          MinioClient.builder()
              .endpoint(
                  options
                      .endpoint()
                      .orElse("https://s3.%s.amazonaws.com".formatted(options.region())))
              .region(options.region())
              .credentials(options.accessKey(), options.secretKey())
              .build();
      long patience = PATIENCE.toMillis();
      client.setTimeout(patience, patience, patience);
      if (!exists(client, options)) {
        client.makeBucket(
            MakeBucketArgs.builder().bucket(options.bucket()).region(options.region()).build());
      }
      return new BucketVault(options, client, new ImageTable(database, time, threads));
    } catch (MinioException | IllegalArgumentException e) {
      throw new CentralException("%s cannot be used: %s".formatted(options, firstLine(e)), e);
    }
  }

  private static boolean exists(MinioClient client, S3Options options) throws MinioException {
    return client.bucketExists(BucketExistsArgs.builder().bucket(options.bucket()).build());
  }

  private static String firstLine(Throwable e) {
    Throwable inner = e;
    while (inner.getMessage() == null && inner.getCause() != null) {
      inner = inner.getCause();
    }
    return String.valueOf(inner.getMessage()).lines().findFirst().orElse("");
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
    try {
      client.putObject(
          PutObjectArgs.builder()
              .bucket(options.bucket())
              .object(key(sha256))
              .data(jpeg, jpeg.length)
              .contentType("image/jpeg")
              .build());
    } catch (MinioException e) {
      throw failed(e);
    }
    return table.put(sha256, jpeg.length, Optional.empty());
  }

  @Override
  public Optional<byte[]> find(String sha256) throws IOException {
    try (GetObjectResponse object =
        client.getObject(
            GetObjectArgs.builder().bucket(options.bucket()).object(key(sha256)).build())) {
      return Optional.of(object.readAllBytes());
    } catch (ErrorResponseException e) {
      if ("NoSuchKey".equals(e.errorResponse().code())) {
        // one that was kept before there was a bucket
        return table.find(sha256);
      }
      throw failed(e);
    } catch (MinioException e) {
      throw failed(e);
    }
  }

  @Override
  public void remove(String sha256) throws IOException {
    // the row first: a picture without a row is only forgotten, a row without a picture is a lie
    table.remove(sha256);
    try {
      client.removeObject(
          RemoveObjectArgs.builder().bucket(options.bucket()).object(key(sha256)).build());
    } catch (MinioException e) {
      throw failed(e);
    }
  }

  private IOException failed(MinioException e) {
    return new IOException("%s: %s".formatted(options, firstLine(e)), e);
  }

  @Override
  public boolean answers() {
    try {
      return exists(client, options);
    } catch (MinioException e) {
      return false;
    }
  }

  @Override
  public void close() {
    table.close();
  }
}
