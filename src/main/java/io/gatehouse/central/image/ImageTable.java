package io.gatehouse.central.image;

import io.gatehouse.central.store.ByKeys;
import io.gatehouse.central.store.CentralDatabase;
import io.gatehouse.central.store.GroupCommit;
import io.gatehouse.central.store.GroupCommit.BusyException;
import io.gatehouse.central.store.RowBatch;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import io.gatehouse.database.Dialect;
import io.gatehouse.database.Moments;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The table of pictures: which there are, and their bytes unless these lie in a bucket. */
final class ImageTable implements AutoCloseable {

  private static final int LARGEST_BATCH = 64;

  /**
   * A picture to keep.
   *
   * @param jpeg null when it lies in the bucket
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  private record Row(String sha256, int bytes, byte[] jpeg) {}

  private final CentralDatabase database;
  private final TimeSource time;
  private final GroupCommit<Row, Boolean> commits;

  ImageTable(CentralDatabase database, TimeSource time, Threads threads) {
    this.database = database;
    this.time = time;
    this.commits = new GroupCommit<>("images", database, threads, LARGEST_BATCH, this::write);
  }

  boolean has(String sha256) {
    return database
        .jdbi()
        .withHandle(handle ->
            handle
                .createQuery("SELECT 1 FROM image WHERE sha256 = :sha256")
                .bind("sha256", sha256)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }

  /** Writes a row; false when it was there. */
  boolean put(String sha256, int bytes, Optional<byte[]> jpeg) throws IOException {
    try {
      return commits.write(new Row(sha256, bytes, jpeg.orElse(null)));
    } catch (BusyException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private List<Boolean> write(Handle handle, List<Row> rows) {
    Set<String> known = new HashSet<>(known(handle, rows));
    // several processes may bring the same picture at once; in H2 this thread is the only one
    String once = database.dialect() == Dialect.POSTGRESQL ? " ON CONFLICT DO NOTHING" : "";
    RowBatch batch =
        new RowBatch(
            handle,
            "INSERT INTO image (sha256, bytes, stored_at, jpeg) VALUES (?, ?, ?, ?)" + once);
    OffsetDateTime now = Moments.of(time.now());
    List<Boolean> fresh = new ArrayList<>();
    for (Row row : rows) {
      boolean isNew = known.add(row.sha256);
      fresh.add(isNew);
      if (isNew) {
        batch.add(row.sha256, row.bytes, now, row.jpeg);
      }
    }
    batch.write();
    return fresh;
  }

  private static List<String> known(Handle handle, List<Row> rows) {
    return ByKeys.query(
            handle,
            "SELECT sha256 FROM image WHERE sha256 IN (<keys>)",
            rows.stream().map(Row::sha256).toList())
        .mapTo(String.class)
        .list();
  }

  Optional<byte[]> find(String sha256) {
    return database
        .jdbi()
        .withHandle(handle ->
            handle
                .createQuery("SELECT jpeg FROM image WHERE sha256 = :sha256")
                .bind("sha256", sha256)
                .map((row, _) -> Optional.ofNullable(row.getBytes("jpeg")))
                .findOne()
                .flatMap(jpeg -> jpeg));
  }

  void remove(String sha256) {
    database
        .jdbi()
        .useHandle(handle -> handle.execute("DELETE FROM image WHERE sha256 = ?", sha256));
  }

  @Override
  public void close() {
    commits.close();
  }
}
