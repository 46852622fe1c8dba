package io.gatehouse.store;

import io.gatehouse.parking.audit.AuditEvent;
import io.gatehouse.parking.audit.AuditKind;
import io.gatehouse.parking.people.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** Legal holds in H2. */
final class H2HoldStore implements HoldStore {

  private final Database database;
  private final CommitPath commits;

  H2HoldStore(Database database, CommitPath commits) {
    this.database = database;
    this.commits = commits;
  }

  @Override
  public Optional<Hold> find(UUID passage) throws StoreException {
    return trace(passage).stream().filter(hold -> hold.release().isEmpty()).findFirst();
  }

  @Override
  public List<Hold> trace(UUID passage) throws StoreException {
    try {
      return database
          .jdbi()
          .withHandle(handle ->
              handle
                  .createQuery(
                      """
                      SELECT held_by, held_at, released_by, released_at FROM legal_hold
                      WHERE passage_id = :id ORDER BY held_at
                      """)
                  .bind("id", passage)
                  .map((row, _) -> hold(row))
                  .list());
    } catch (JdbiException e) {
      throw new StoreException("The holds could not be read: " + DatabaseFaults.firstLine(e), e);
    }
  }

  private static Hold hold(ResultSet row) throws SQLException {
    Optional<Instant> released =
        Optional.ofNullable(row.getObject("released_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant);
    String by = row.getString("released_by");
    return new Hold(
        row.getString("held_by"),
        row.getObject("held_at", OffsetDateTime.class).toInstant(),
        released.map(at -> new Hold.Release(by, at)));
  }

  @Override
  public Hold hold(UUID passage, String by, Instant at) throws StoreException {
    Instant when = at.truncatedTo(ChronoUnit.MICROS);
    commits.change(rows -> {
      int held =
          rows.handle()
              .execute(
                  """
                  INSERT INTO legal_hold (passage_id, passage_no, held_by, held_at)
                  SELECT id, no, ?, ? FROM passage
                  WHERE id = ? AND NOT EXISTS (SELECT 1 FROM legal_hold WHERE held_no = no)
                  """,
                  by,
                  PassageWriter.utc(when),
                  passage);
      if (held > 0) {
        lasting(rows.handle(), passage)
            .ifPresent(hold -> rows.adding(Book.LEGAL_HOLD, passage, hold));
        audit(rows, passage, by, when, "held");
      }
    });
    return find(passage)
        .orElseThrow(() -> new StoreException("There is no passage " + passage + "."));
  }

  @Override
  public void release(UUID passage, String by, Instant at) throws StoreException {
    Instant when = at.truncatedTo(ChronoUnit.MICROS);
    commits.change(rows -> {
      lasting(rows.handle(), passage)
          .ifPresent(hold -> rows.changing(Book.LEGAL_HOLD, passage, hold));
      int released =
          rows.handle()
              .execute(
                  """
                  UPDATE legal_hold SET released_by = ?, released_at = ?
                  WHERE passage_id = ? AND released_at IS NULL
                  """,
                  by,
                  PassageWriter.utc(when),
                  passage);
      if (released > 0) {
        audit(rows, passage, by, when, "released");
      }
    });
  }

  /** When the hold that lasts was put on, in the words of the database. */
  private static Optional<String> lasting(Handle handle, UUID passage) {
    return handle
        .createQuery(
            """
            SELECT CAST(held_at AS CHARACTER VARYING) FROM legal_hold
            WHERE passage_id = :id AND released_at IS NULL
            """)
        .bind("id", passage)
        .mapTo(String.class)
        .findOne();
  }

  private static void audit(BookRows rows, UUID passage, String by, Instant at, String what) {
    String display =
        rows.handle()
            .createQuery("SELECT display FROM passage WHERE id = :id")
            .bind("id", passage)
            .mapTo(String.class)
            .findOne()
            .orElse("");
    AuditWriter.append(
        rows,
        AuditEvent.of(at, Actor.named(by), AuditKind.HOLD_CHANGED, what).of(display, passage));
  }
}
