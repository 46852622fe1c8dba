package io.gatehouse.snapshot.store;

import io.gatehouse.database.Dialect;
import io.gatehouse.database.SqlDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Which pictures are being read, and what was answered: one row a picture, so that of several runs
 * side by side one asks and the others use its answer. A claim ends by itself when its run does not
 * come back. Times are the database's own. Any thread.
 */
public final class CallStore {

  private final SqlDatabase database;
  private final UUID runner;
  private final Duration lease;

  /**
   * For one run.
   *
   * @param runner whose claims these are
   * @param lease how long one holds; longer than any one call
   */
  public CallStore(SqlDatabase database, UUID runner, Duration lease) {
    this.database = database;
    this.runner = runner;
    this.lease = lease;
  }

  /** What a claim came to. */
  public sealed interface Claim {

    /** It is this run's to ask. */
    record Taken() implements Claim {}

    /** It was asked before. */
    record Answered(String recognizer, String body) implements Claim {}

    /** Another run is asking. */
    record Held() implements Claim {}
  }

  /** What was answered before; empty when nothing was. */
  public Optional<Claim.Answered> find(String sha256) {
    return database.jdbi().withHandle(handle -> find(handle, sha256));
  }

  private static Optional<Claim.Answered> find(Handle handle, String sha256) {
    return handle
        .createQuery(
            """
            SELECT recognizer, answer FROM vehicle_snapshot_calls
            WHERE image_sha256 = :sha256 AND answer IS NOT NULL
            """)
        .bind("sha256", sha256)
        .map((row, _) -> new Claim.Answered(row.getString(1), row.getString(2)))
        .findOne();
  }

  /** Takes a picture for this run, or keeps it for longer. */
  public Claim claim(String sha256) {
    return database
        .jdbi()
        .inTransaction(handle -> {
          if (take(handle, sha256)) {
            return new Claim.Taken();
          }
          return find(handle, sha256).map(Claim.class::cast).orElseGet(Claim.Held::new);
        });
  }

  private boolean take(Handle handle, String sha256) {
    OffsetDateTime now = now(handle);
    OffsetDateTime until = now.plus(lease);
    int renewed =
        handle.execute(
            """
            UPDATE vehicle_snapshot_calls SET runner = ?, lease_until = ?
            WHERE image_sha256 = ? AND answer IS NULL AND (runner = ? OR lease_until < ?)
            """,
            runner,
            until,
            sha256,
            runner,
            now);
    return renewed > 0 || insert(handle, sha256, until) > 0;
  }

  private int insert(Handle handle, String sha256, OffsetDateTime until) {
    // the key decides between processes; in H2 there is one, and in it one thread a picture
    String once =
        database.dialect() == Dialect.POSTGRESQL
            ? " ON CONFLICT DO NOTHING"
            : " WHERE NOT EXISTS (SELECT 1 FROM vehicle_snapshot_calls WHERE image_sha256 = '%s')"
                .formatted(sha256);
    return handle.execute(
        "INSERT INTO vehicle_snapshot_calls (image_sha256, runner, lease_until)"
            + " SELECT CAST(? AS CHARACTER VARYING(64)), CAST(? AS UUID),"
            + " CAST(? AS TIMESTAMP(6) WITH TIME ZONE)"
            + once,
        sha256,
        runner,
        until);
  }

  private static OffsetDateTime now(Handle handle) {
    return handle.createQuery("SELECT CURRENT_TIMESTAMP").mapTo(OffsetDateTime.class).one();
  }

  /** Gives a picture back unread. */
  public void release(String sha256) {
    database
        .jdbi()
        .useHandle(handle ->
            handle.execute(
                """
                DELETE FROM vehicle_snapshot_calls
                WHERE image_sha256 = ? AND runner = ? AND answer IS NULL
                """,
                sha256,
                runner));
  }

  /** Keeps an answer; the first one stays. */
  public void answered(String sha256, String recognizer, String body, Instant at) {
    OffsetDateTime when = at.atOffset(ZoneOffset.UTC);
    database
        .jdbi()
        .useTransaction(handle -> {
          insert(handle, sha256, when);
          handle.execute(
              """
              UPDATE vehicle_snapshot_calls SET recognizer = ?, answer = ?, answered_at = ?
              WHERE image_sha256 = ? AND answer IS NULL
              """,
              recognizer,
              body,
              when,
              sha256);
        });
  }
}
