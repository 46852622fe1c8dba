package io.gatehouse.store;

import io.gatehouse.common.TimeSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The outbox in H2. */
final class H2OutboxStore implements OutboxStore {

  /** No back-off lasts longer: an attempt farther ahead was set by a clock that was wrong. */
  private static final Duration FARTHEST_ATTEMPT = Duration.ofHours(2);

  private static final int REASON_LENGTH = 500;

  private final Database database;
  private final CommitPath commits;
  private final TimeSource time;
  private final OutgoingFacts facts = new OutgoingFacts();

  H2OutboxStore(Database database, CommitPath commits, TimeSource time) {
    this.database = database;
    this.commits = commits;
    this.time = time;
  }

  @Override
  public List<OutgoingEvent> next(Set<UUID> busy, int limit) throws StoreException {
    List<OutgoingFacts.Row> rows;
    try {
      rows = commits.readAcknowledged(handle -> rows(handle, busy, limit));
    } catch (JdbiException e) {
      throw unreadable(e);
    }
    return rows.isEmpty() ? List.of() : read(handle -> events(handle, rows));
  }

  private List<OutgoingFacts.Row> rows(Handle handle, Set<UUID> busy, int limit) {
    String others = busy.isEmpty() ? "" : "AND o.stream NOT IN (<busy>)";
    var query =
        handle
            .createQuery(
                """
                SELECT o.no, o.event_id, o.kind, o.subject, o.stream, o.lane, o.plate, o.attempts,
                  o.created_at
                FROM outbox o USE INDEX (outbox_by_state)
                WHERE o.state = 'WAITING' AND (o.next_attempt_at IS NULL
                    OR o.next_attempt_at <= :now OR o.next_attempt_at > :farthest)
                  %s
                  AND NOT EXISTS (SELECT 1 FROM outbox b
                    WHERE b.stream = o.stream AND b.state = 'WAITING' AND b.no < o.no)
                ORDER BY o.no FETCH FIRST :limit ROWS ONLY
                """
                    .formatted(others))
            .bind("now", PassageWriter.utc(time.now()))
            .bind("farthest", PassageWriter.utc(time.now().plus(FARTHEST_ATTEMPT)))
            .bind("limit", limit);
    if (!busy.isEmpty()) {
      query.bindList("busy", List.copyOf(busy));
    }
    return query.map((row, _) -> OutgoingFacts.Row.of(row)).list();
  }

  private List<OutgoingEvent> events(Handle handle, List<OutgoingFacts.Row> rows) {
    Map<Long, OutgoingFact> told = facts.of(handle, rows);
    Set<String> unsent = OutgoingFacts.unsent(handle, told.values());
    List<OutgoingEvent> events = new ArrayList<>();
    for (OutgoingFacts.Row row : rows) {
      OutgoingFact fact = told.getOrDefault(row.no(), new OutgoingFact.Gone());
      List<String> pictures =
          fact instanceof OutgoingFact.PassageTold passage
              ? passage.pictures().present().stream().filter(unsent::contains).toList()
              : List.of();
      events.add(
          new OutgoingEvent(
              row.no(),
              row.event(),
              row.stream(),
              row.lane(),
              row.attempts(),
              row.createdAt(),
              fact,
              pictures));
    }
    return events;
  }

  @Override
  public Optional<byte[]> picture(String sha256) throws StoreException {
    return read(handle ->
        handle
            .createQuery("SELECT jpeg FROM picture WHERE sha256 = :hash")
            .bind("hash", HexFormat.of().parseHex(sha256))
            .map((row, _) -> row.getBytes(1))
            .findOne());
  }

  @Override
  public void settle(List<Delivery> deliveries) throws StoreException {
    Instant now = time.now();
    commits.note(handle -> {
      for (Delivery delivery : deliveries) {
        switch (delivery) {
          case Delivery.Sent(long no, List<String> pictures, String missing) -> {
            end(handle, no, "SENT", missing, now);
            noteSent(handle, pictures);
          }
          case Delivery.Parked(long no, String reason) -> end(handle, no, "PARKED", reason, now);
          case Delivery.Delayed(long no, Instant next, String reason) ->
              handle.execute(
                  """
                  UPDATE outbox SET attempts = attempts + 1, next_attempt_at = ?, reason = ?
                  WHERE no = ? AND state = 'WAITING'
                  """,
                  PassageWriter.utc(next),
                  shortened(reason),
                  no);
        }
      }
    });
  }

  private static void end(Handle handle, long no, String state, String reason, Instant now) {
    handle.execute(
        """
        UPDATE outbox SET state = ?, reason = ?, attempts = attempts + 1, next_attempt_at = NULL,
          settled_at = ?
        WHERE no = ? AND state = 'WAITING'
        """,
        state,
        shortened(reason),
        PassageWriter.utc(now),
        no);
  }

  private static void noteSent(Handle handle, List<String> pictures) {
    if (pictures.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch("MERGE INTO picture_sent (sha256) KEY (sha256) VALUES (:hash)");
    pictures.forEach(hash -> batch.bind("hash", HexFormat.of().parseHex(hash)).add());
    batch.execute();
  }

  private static String shortened(String reason) {
    return reason.length() <= REASON_LENGTH ? reason : reason.substring(0, REASON_LENGTH);
  }

  @Override
  public OutboxCounts counts() throws StoreException {
    return read(handle ->
        new OutboxCounts(
            count(handle, "WAITING"),
            count(handle, "PARKED"),
            handle
                .createQuery(
                    """
                    SELECT created_at FROM outbox USE INDEX (outbox_by_state)
                    WHERE state = 'WAITING' ORDER BY no FETCH FIRST ROW ONLY
                    """)
                .mapTo(OffsetDateTime.class)
                .findOne()
                .map(OffsetDateTime::toInstant)));
  }

  private static long count(Handle handle, String state) {
    return handle
        .createQuery("SELECT COUNT(*) FROM outbox WHERE state = :state")
        .bind("state", state)
        .mapTo(Long.class)
        .one();
  }

  @Override
  public List<ParkedEvent> parked(int offset, int limit) throws StoreException {
    return read(handle ->
        handle
            .createQuery(
                """
                SELECT o.event_id, o.kind, o.lane, o.created_at, o.reason,
                  COALESCE(c.display, p.display, s.display, '') AS plate
                FROM outbox o
                LEFT JOIN passage p ON p.id = o.subject
                LEFT JOIN correction c ON c.id = o.subject
                LEFT JOIN stay s ON o.kind = 'STAY' AND s.id = o.subject
                WHERE o.state = 'PARKED'
                ORDER BY o.no OFFSET :offset ROWS FETCH NEXT :limit ROWS ONLY
                """)
            .bind("offset", offset)
            .bind("limit", limit)
            .map((row, _) -> parked(row))
            .list());
  }

  private static ParkedEvent parked(ResultSet row) throws SQLException {
    return new ParkedEvent(
        row.getObject("event_id", UUID.class),
        OutgoingKind.valueOf(row.getString("kind")),
        row.getString("plate"),
        row.getString("lane"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getString("reason"));
  }

  @Override
  public void retry(UUID event) throws StoreException {
    // through the path that tells of what was written: it is to go at once
    commits.change(rows ->
        rows.handle()
            .execute(
                """
                UPDATE outbox SET state = 'WAITING', next_attempt_at = NULL, settled_at = NULL
                WHERE event_id = ? AND state = 'PARKED'
                """,
                event));
  }

  @Override
  public void retryAll() throws StoreException {
    commits.change(rows ->
        rows.handle()
            .execute(
                """
                UPDATE outbox SET state = 'WAITING', next_attempt_at = NULL, settled_at = NULL
                WHERE state = 'PARKED'
                """));
  }

  @Override
  public void retryDelayed() throws StoreException {
    commits.change(rows ->
        rows.handle()
            .execute(
                """
                UPDATE outbox SET next_attempt_at = NULL
                WHERE state = 'WAITING' AND next_attempt_at IS NOT NULL
                """));
  }

  @Override
  public void forgetSentPictures() throws StoreException {
    commits.change(rows -> rows.handle().execute("DELETE FROM picture_sent"));
  }

  @Override
  public int clean(Instant sentBefore, int limit) throws StoreException {
    int[] removed = new int[1];
    commits.note(handle ->
        removed[0] =
            handle.execute(
                """
                DELETE FROM outbox WHERE no IN (
                  SELECT no FROM outbox WHERE state = 'SENT' AND settled_at < ?
                  ORDER BY no FETCH FIRST ? ROWS ONLY)
                """,
                PassageWriter.utc(sentBefore),
                limit));
    return removed[0];
  }

  @Override
  public void onWritten(Runnable listener) {
    commits.onWritten(listener);
  }

  private <T> T read(HandleCallback<T, RuntimeException> query) throws StoreException {
    try {
      return database.jdbi().withHandle(query);
    } catch (JdbiException e) {
      throw unreadable(e);
    }
  }

  private static StoreException unreadable(JdbiException e) {
    return new StoreException("The outbox could not be read: " + DatabaseFaults.firstLine(e), e);
  }
}
