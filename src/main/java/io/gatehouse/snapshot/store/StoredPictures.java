package io.gatehouse.snapshot.store;

import io.gatehouse.bucket.Bucket;
import io.gatehouse.bucket.S3Options;
import io.gatehouse.snapshot.common.ImportException;
import io.gatehouse.snapshot.picture.PictureKind;
import io.gatehouse.snapshot.store.SnapshotStore.Stored;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Gets stored pictures back, from the database or the bucket, wherever each one lies. */
public final class StoredPictures implements AutoCloseable {

  /** How long an address that opens a picture does so. */
  static final Duration LINK_VALID = Duration.ofMinutes(15);

  private final SnapshotStore store;
  private final Optional<S3Options> s3;

  private StoredPictures(SnapshotStore store, Optional<S3Options> s3) {
    this.store = store;
    this.s3 = s3;
  }

  /**
   * Opens the database.
   *
   * @param s3 empty when there is no bucket
   */
  public static StoredPictures open(Optional<String> databaseUrl, Path data, Optional<S3Options> s3)
      throws ImportException {
    return new StoredPictures(SnapshotStore.open(databaseUrl, data), s3);
  }

  /**
   * A picture.
   *
   * @param name a file name for it
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  public record Found(String name, byte[] bytes) {}

  /** The picture of a row. */
  public Found fetch(UUID id) throws ImportException {
    Stored stored = stored(id);
    String ending = PictureKind.ofType(stored.type()).map(PictureKind::ending).orElse("jpg");
    String name = stored.sha256() + "." + ending;
    if (stored.bytes().isPresent()) {
      return new Found(name, stored.bytes().get());
    }
    try {
      BucketKey key = key(stored, id);
      Bucket bucket = Bucket.of(s3.orElseThrow());
      return new Found(
          name,
          bucket
              .find(key.text())
              .orElseThrow(() ->
                  new ImportException(
                      "the picture of %s is not in the bucket any more".formatted(id))));
    } catch (IOException e) {
      throw new ImportException(e.getMessage(), e);
    }
  }

  /** An address that opens the picture of a row for a quarter of an hour; it is kept nowhere. */
  public String link(UUID id) throws ImportException {
    Stored stored = stored(id);
    if (stored.bytes().isPresent()) {
      throw new ImportException(
          "the picture of %s lies in the database, which has no addresses; leave --link out"
              .formatted(id));
    }
    try {
      return Bucket.of(s3.orElseThrow()).presigned(key(stored, id).text(), LINK_VALID);
    } catch (IOException e) {
      throw new ImportException(e.getMessage(), e);
    }
  }

  /** Every plate of the newest pictures. */
  public List<StoredPlate> plates(int pictures) {
    return store.plates(pictures);
  }

  private Stored stored(UUID id) throws ImportException {
    return store
        .picture(id)
        .orElseThrow(() -> new ImportException("there is no row %s".formatted(id)));
  }

  private BucketKey key(Stored stored, UUID id) throws ImportException {
    return s3.flatMap(options -> BucketKey.find(stored.url(), options.bucket()))
        .orElseThrow(() ->
            new ImportException(
                "the picture of %s lies at %s; set S3_BUCKET and its keys to get it"
                    .formatted(id, stored.url())));
  }

  @Override
  public void close() {
    store.close();
  }
}
