package io.gatehouse.store;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Writes what the central is to be told, in the transaction of what it tells of. What is written a
 * second time, when the journal is replayed, has the same ids: the central knows a repetition by
 * them.
 */
final class OutboxWriter {

  private OutboxWriter() {}

  /** After what the passage did to the stays was written: it belongs to the stream of its stay. */
  static void passage(Handle handle, PassageRecord passage, Instant now) {
    UUID id = passage.id();
    StayRecord stay = passage.stay();
    // in a replay the stays may come back only afterwards
    UUID named = stay == null || stay.stay() == null ? id : stay.stay();
    UUID stream = streamOf(handle, id, named);
    insert(handle, OutgoingKind.PASSAGE, id, id, stream, passage.lane(), "", now);
  }

  static void correction(Handle handle, CorrectionRecord correction, Instant now) {
    String lane =
        handle
            .createQuery("SELECT lane FROM passage WHERE id = :id")
            .bind("id", correction.passage())
            .mapTo(String.class)
            .one();
    insert(
        handle,
        OutgoingKind.CORRECTION,
        correction.id(),
        correction.id(),
        streamOf(handle, correction.passage(), correction.passage()),
        lane,
        "",
        now);
  }

  /** A stay that ended without an exit. */
  static void stay(Handle handle, StayWriter.Ended stay, Instant now) {
    String lane =
        handle
            .createQuery(
                """
                SELECT p.lane FROM stay s JOIN passage p ON p.id = s.entry_passage
                WHERE s.id = :stay
                """)
            .bind("stay", stay.id())
            .mapTo(String.class)
            .findOne()
            .orElse("");
    insert(
        handle, OutgoingKind.STAY, endOf(stay.id()), stay.id(), stay.id(), lane, stay.plate(), now);
  }

  static void shift(Handle handle, UUID shift, String lane, Instant now) {
    insert(handle, OutgoingKind.SHIFT, shift, shift, shift, lane, "", now);
  }

  /**
   * After a replay: the ends of stays and shifts came back as rows, without what tells of them.
   * What the central had already comes once more with the same id.
   */
  static void restore(Handle handle, Instant now) {
    handle
        .createQuery(
            """
            SELECT s.id, s.plate FROM stay s JOIN outbox o ON o.event_id = s.entry_passage
            WHERE o.state = 'WAITING' AND s.ending IN ('SUPERSEDED', 'NOT_FOUND')
            ORDER BY s.ended_at, s.no
            """)
        .map((row, _) -> new StayWriter.Ended(row.getObject(1, UUID.class), row.getString(2)))
        .list()
        .stream()
        .filter(stay -> !isWritten(handle, endOf(stay.id())))
        .forEach(stay -> stay(handle, stay, now));
    handle
        .createQuery(
            """
            SELECT id, lane FROM shift WHERE ended_at >= (
              SELECT MIN(p.captured_at) FROM outbox o JOIN passage p ON p.id = o.event_id
              WHERE o.state = 'WAITING')
            """)
        .map((row, _) -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
        .list()
        .stream()
        .filter(shift -> !isWritten(handle, shift.getKey()))
        .forEach(shift -> shift(handle, shift.getKey(), shift.getValue(), now));
  }

  private static boolean isWritten(Handle handle, UUID event) {
    return handle
        .createQuery("SELECT no FROM outbox WHERE event_id = :event")
        .bind("event", event)
        .mapTo(Long.class)
        .findOne()
        .isPresent();
  }

  /** Before the stays are taken back: they say what else was written with a passage. */
  static void takeBack(Handle handle, UUID entry) {
    handle.execute("DELETE FROM outbox WHERE event_id = ?", entry);
    handle
        .createQuery("SELECT id FROM stay WHERE superseded_by = :entry")
        .bind("entry", entry)
        .mapTo(UUID.class)
        .list()
        .forEach(stay -> handle.execute("DELETE FROM outbox WHERE event_id = ?", endOf(stay)));
  }

  /**
   * The event of a stay's end without exit: a stay has at most one, so that its id can be the
   * stay's own with one random bit turned.
   */
  static UUID endOf(UUID stay) {
    return new UUID(stay.getMostSignificantBits(), stay.getLeastSignificantBits() ^ 1);
  }

  private static UUID streamOf(Handle handle, UUID passage, UUID otherwise) {
    return handle
        .createQuery(
            """
            SELECT COALESCE(
              (SELECT id FROM stay WHERE id = :passage),
              (SELECT id FROM stay WHERE exit_passage = :passage),
              :otherwise)
            """)
        .bind("passage", passage)
        .bind("otherwise", otherwise)
        .mapTo(UUID.class)
        .one();
  }

  private static void insert(
      Handle handle,
      OutgoingKind kind,
      UUID event,
      UUID subject,
      UUID stream,
      String lane,
      String plate,
      Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO outbox (event_id, kind, subject, stream, lane, plate, created_at)
            VALUES (:event, :kind, :subject, :stream, :lane, :plate, :now)
            """)
        .bind("event", event)
        .bind("kind", kind.name())
        .bind("subject", subject)
        .bind("stream", stream)
        .bind("lane", lane)
        .bind("plate", plate)
        .bind("now", PassageWriter.utc(now))
        .execute();
  }
}
