package io.gatehouse.bucket;

import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.GetObjectResponse;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Objects in a bucket of Amazon S3, or of anything that speaks it. Any thread. */
public final class Bucket {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** What asking again does not mend. */
  private static final Set<String> REFUSALS =
      Set.of(
          "AccessDenied",
          "AllAccessDisabled",
          "InvalidAccessKeyId",
          "SignatureDoesNotMatch",
          "InvalidBucketName",
          "AuthorizationHeaderMalformed",
          "PermanentRedirect",
          "NoSuchBucket");

  private final S3Options options;
  private final MinioClient client;

  private Bucket(S3Options options, MinioClient client) {
    this.options = options;
    this.client = client;
  }

  /**
   * Gets ready; asks nothing yet.
   *
   * @throws BucketException when the address is none
   */
  public static Bucket of(S3Options options) throws BucketException {
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
      // complains of a name that no bucket can have
      BucketExistsArgs.builder().bucket(options.bucket()).build();
      return new Bucket(options, client);
    } catch (IllegalArgumentException e) {
      throw new BucketException("%s cannot be used: %s".formatted(options, firstLine(e)), true, e);
    }
  }

  /** Makes it unless it is there. Needs the right to list buckets. */
  public void makeIfMissing() throws BucketException {
    try {
      if (!exists()) {
        make();
      }
    } catch (MinioException e) {
      throw new BucketException(
          "%s cannot be used: %s".formatted(options, firstLine(e)), isRefusal(e), e);
    }
  }

  private boolean exists() throws MinioException {
    return client.bucketExists(BucketExistsArgs.builder().bucket(options.bucket()).build());
  }

  private void make() throws MinioException {
    client.makeBucket(
        MakeBucketArgs.builder().bucket(options.bucket()).region(options.region()).build());
  }

  /** Writes or replaces an object; it is kept when this returns. */
  public void put(String key, byte[] content, String type) throws BucketException {
    try {
      client.putObject(
          PutObjectArgs.builder()
              .bucket(options.bucket())
              .object(key)
              .data(content, content.length)
              .contentType(type)
              .build());
    } catch (MinioException e) {
      throw failed(e);
    }
  }

  /**
   * Tries whether it can be written to, with an object of a few bytes that stays, and makes it when
   * it is missing. Needs no right but to put objects where it is there.
   */
  public void tryOut(String key) throws BucketException {
    byte[] content = {'o', 'k', '\n'};
    try {
      put(key, content, "text/plain");
    } catch (BucketException e) {
      if (!e.isMissingBucket()) {
        throw e;
      }
      makeIfMissing();
      put(key, content, "text/plain");
    }
  }

  /** An object's bytes; empty when there is none of that name. */
  public Optional<byte[]> find(String key) throws IOException {
    try (GetObjectResponse object =
        client.getObject(GetObjectArgs.builder().bucket(options.bucket()).object(key).build())) {
      return Optional.of(object.readAllBytes());
    } catch (ErrorResponseException e) {
      if ("NoSuchKey".equals(e.errorResponse().code())) {
        return Optional.empty();
      }
      throw failed(e);
    } catch (MinioException e) {
      throw failed(e);
    }
  }

  /** Removes an object; not being there is no fault. */
  public void remove(String key) throws BucketException {
    try {
      client.removeObject(RemoveObjectArgs.builder().bucket(options.bucket()).object(key).build());
    } catch (MinioException e) {
      throw failed(e);
    }
  }

  /** An address that shows the object to whoever holds it, for so long. */
  public String presigned(String key, Duration valid) throws BucketException {
    try {
      return client.getPresignedObjectUrl(
          GetPresignedObjectUrlArgs.builder()
              .method(Http.Method.GET)
              .bucket(options.bucket())
              .object(key)
              .expiry(Math.toIntExact(valid.toSeconds()))
              .build());
    } catch (MinioException e) {
      throw failed(e);
    }
  }

  /** Whether it answers now. */
  public boolean answers() {
    try {
      return exists();
    } catch (MinioException e) {
      return false;
    }
  }

  private BucketException failed(MinioException e) {
    return new BucketException("%s: %s".formatted(options, firstLine(e)), isRefusal(e), e);
  }

  private static boolean isRefusal(MinioException e) {
    return e instanceof ErrorResponseException answer
        && REFUSALS.contains(String.valueOf(answer.errorResponse().code()));
  }

  private static String firstLine(Throwable e) {
    Throwable inner = e;
    while (inner.getMessage() == null && inner.getCause() != null) {
      inner = inner.getCause();
    }
    return String.valueOf(inner.getMessage()).lines().findFirst().orElse("");
  }

  /** Without the keys. */
  @Override
  public String toString() {
    return options.toString();
  }
}
