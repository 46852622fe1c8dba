package io.gatehouse.snapshot.store;

import io.gatehouse.common.Sha256;
import io.gatehouse.database.Dialect;
import io.gatehouse.database.SqlDatabase;
import io.gatehouse.snapshot.common.Outcome;
import java.util.Optional;
import java.util.UUID;

/**
 * Which lines of its lists a folder's runs are done with, and how each ended: in the database that
 * the pictures are in, so that a run into another one begins anew. Any thread.
 */
public final class LineStore {

  private final SqlDatabase database;
  private final UUID runner;

  /**
   * The lines of one folder's runs.
   *
   * @param runner of that folder; a path means another file elsewhere
   */
  public LineStore(SqlDatabase database, UUID runner) {
    this.database = database;
    this.runner = runner;
  }

  /** How a line ended; empty when it did not. */
  public Optional<Outcome> find(String source) {
    return database
        .jdbi()
        .withHandle(handle ->
            handle
                .createQuery(
                    """
                    SELECT outcome FROM vehicle_snapshot_lines
                    WHERE runner = :runner AND source_sha256 = :source
                    """)
                .bind("runner", runner)
                .bind("source", Sha256.of(source))
                .mapTo(String.class)
                .findOne()
                .map(Outcome::valueOf));
  }

  /**
   * A line is done. One after the other, since the embedded database takes no two first ones of the
   * same line.
   */
  public synchronized void done(String source, String imageSha256, Outcome outcome) {
    String sql =
        database.dialect() == Dialect.POSTGRESQL
            ? """
            INSERT INTO vehicle_snapshot_lines
              (runner, source_sha256, image_sha256, outcome, done_at)
            VALUES (?, ?, ?, ?, CURRENT_TIMESTAMP)
            ON CONFLICT (runner, source_sha256) DO UPDATE SET image_sha256 = excluded.image_sha256,
              outcome = excluded.outcome, done_at = excluded.done_at
            """
            : """
            MERGE INTO vehicle_snapshot_lines
              (runner, source_sha256, image_sha256, outcome, done_at)
            KEY (runner, source_sha256) VALUES (?, ?, ?, ?, CURRENT_TIMESTAMP)
            """;
    database
        .jdbi()
        .useHandle(
            handle -> handle.execute(sql, runner, Sha256.of(source), imageSha256, outcome.name()));
  }
}
