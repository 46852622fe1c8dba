package io.gatehouse.snapshot;

import io.gatehouse.bucket.Bucket;
import io.gatehouse.bucket.BucketException;
import io.gatehouse.snapshot.common.ImportException;
import io.gatehouse.snapshot.journal.ImportJournal;
import io.gatehouse.snapshot.journal.PaidAnswer;
import io.gatehouse.snapshot.journal.PictureSpool;
import io.gatehouse.snapshot.store.CallStore;
import io.gatehouse.snapshot.store.LineStore;
import io.gatehouse.snapshot.store.SnapshotStore;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a run keeps things in, all of it ready before anything is paid for.
 *
 * @param journal what is paid for, until it is stored
 * @param spool the pictures of that
 * @param bucket for pictures; empty when they go into the database
 */
record Keeping(
    ImportJournal journal,
    PictureSpool spool,
    SnapshotStore store,
    CallStore calls,
    LineStore lines,
    Optional<Bucket> bucket)
    implements AutoCloseable {

  /**
   * Opens the journal, the database and the bucket.
   *
   * @param lease how long another run leaves a picture alone that this one is at
   * @throws ImportException with one clear line; then nothing is open
   */
  static Keeping open(ImportOptions options, Duration lease) throws ImportException {
    ImportJournal journal = ImportJournal.open(options.data());
    SnapshotStore store = null;
    Keeping keeping = null;
    try {
      store = SnapshotStore.open(options.databaseUrl(), options.data());
      UUID runner = journal.runner();
      keeping =
          new Keeping(
              journal,
              spool(options, journal),
              store,
              new CallStore(store.database(), runner, lease),
              new LineStore(store.database(), runner),
              bucket(options));
      return keeping;
    } finally {
      if (keeping == null) {
        if (store != null) {
          store.close();
        }
        journal.close();
      }
    }
  }

  private static PictureSpool spool(ImportOptions options, ImportJournal journal)
      throws ImportException {
    try {
      PictureSpool spool = new PictureSpool(options.data().resolve("pending"));
      spool.keepOnly(
          journal.pending().stream().map(PaidAnswer::sha256).collect(Collectors.toSet()));
      return spool;
    } catch (IOException e) {
      throw new ImportException(
          "%s cannot be used: %s".formatted(options.data(), e.getMessage()), e);
    }
  }

  /** A key that may put objects and nothing else is enough, so that is what is tried. */
  private static Optional<Bucket> bucket(ImportOptions options) throws ImportException {
    if (options.s3().isEmpty()) {
      return Optional.empty();
    }
    try {
      Bucket bucket = Bucket.of(options.s3().get());
      if (!options.dryRun()) {
        bucket.tryOut("vehicle-snapshots/.writable");
      }
      return Optional.of(bucket);
    } catch (BucketException e) {
      throw new ImportException(
          e.getMessage()
              + (e.isRefusal() ? "; the key needs s3:PutObject and s3:GetObject there" : ""),
          e);
    }
  }

  @Override
  public void close() {
    store.close();
    journal.close();
  }
}
