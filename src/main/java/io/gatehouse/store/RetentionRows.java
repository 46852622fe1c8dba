package io.gatehouse.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Finds and removes the rows of old passages. Each call belongs into a transaction of the caller.
 */
final class RetentionRows {

  /** A passage that may have grown old. */
  record Old(long no, Instant capturedAt) {}

  private RetentionRows() {}

  /**
   * The number from which on all passages are young: stored after one that is young by its own
   * time. A passage that was stored while the clock was behind looks old, but is none.
   *
   * @param horizon what is older is old
   * @param reference no passage is younger, unless the clock was ahead
   */
  static long firstYoung(Handle handle, Instant horizon, Instant reference) {
    return handle
        .createQuery(
            """
            SELECT COALESCE(
              (SELECT MIN(passage_no) FROM listing USE INDEX (listing_by_time)
               WHERE captured_at >= :horizon AND captured_at <= :reference),
              (SELECT MAX(no) + 1 FROM passage), 0)
            """)
        .bind("horizon", PassageWriter.utc(horizon))
        .bind("reference", PassageWriter.utc(reference))
        .mapTo(Long.class)
        .one();
  }

  /** The next passages in the order they were stored, old ones and others. */
  static List<Old> after(Handle handle, long no, long before, int limit) {
    return handle
        .createQuery(
            """
            SELECT passage_no, captured_at FROM listing
            WHERE passage_no > :no AND passage_no < :before
            ORDER BY passage_no FETCH FIRST :limit ROWS ONLY
            """)
        .bind("no", no)
        .bind("before", before)
        .bind("limit", limit)
        .map(
            (row, _) -> new Old(row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant()))
        .list();
  }

  /** Of these passages those that still have a picture. */
  static List<Long> withPictures(Handle handle, List<Long> numbers) {
    if (numbers.isEmpty()) {
      return List.of();
    }
    return in(
            handle,
            """
            SELECT p.no FROM passage p WHERE p.no IN (<numbers>) AND EXISTS (
              SELECT 1 FROM picture f
              WHERE f.sha256 IN (p.full_sha256, p.crop_sha256, p.thumbnail_sha256))
            ORDER BY p.no
            """,
            numbers)
        .mapTo(Long.class)
        .list();
  }

  /** Held ones. */
  static Set<Long> held(Handle handle, List<Long> numbers) {
    return new HashSet<>(
        in(handle, "SELECT held_no FROM legal_hold WHERE held_no IN (<numbers>)", numbers)
            .mapTo(Long.class)
            .list());
  }

  /** Entries of vehicles that are inside, and what the central server has not got. */
  static Set<Long> needed(Handle handle, List<Long> numbers, boolean syncs) {
    Set<Long> needed =
        new HashSet<>(
            in(
                    handle,
                    """
                    SELECT p.no FROM passage p JOIN stay s ON s.entry_passage = p.id
                    WHERE p.no IN (<numbers>) AND s.ending IS NULL
                    """,
                    numbers)
                .mapTo(Long.class)
                .list());
    if (syncs) {
      needed.addAll(
          in(
                  handle,
                  """
                  SELECT p.no FROM passage p JOIN outbox o ON o.event_id = p.id
                  WHERE p.no IN (<numbers>) AND o.state <> 'SENT'
                  UNION SELECT c.passage_no FROM correction c JOIN outbox o ON o.event_id = c.id
                  WHERE c.passage_no IN (<numbers>) AND o.state <> 'SENT'
                  """,
                  numbers)
              .mapTo(Long.class)
              .list());
    }
    return needed;
  }

  /**
   * Removes the pictures of passages.
   *
   * @param horizon a picture that another passage has got since stays
   * @return how many
   */
  static int removePictures(Handle handle, List<Long> numbers, Instant horizon, boolean syncs) {
    if (numbers.isEmpty()) {
      return 0;
    }
    List<byte[]> hashes = new ArrayList<>();
    in(
            handle,
            """
            SELECT full_sha256, crop_sha256, thumbnail_sha256 FROM passage WHERE no IN (<numbers>)
            """,
            numbers)
        .map((row, _) -> Arrays.asList(row.getBytes(1), row.getBytes(2), row.getBytes(3)))
        .forEach(three -> three.stream().filter(hash -> hash != null).forEach(hashes::add));
    Set<String> stay = shared(handle, hashes, numbers, horizon, syncs);
    int removed = 0;
    for (byte[] hash : hashes) {
      if (!stay.contains(HexFormat.of().formatHex(hash))) {
        handle.execute("DELETE FROM shared_picture WHERE sha256 = ?", hash);
        handle.execute("DELETE FROM picture_sent WHERE sha256 = ?", hash);
        removed += handle.execute("DELETE FROM picture WHERE sha256 = ?", hash);
      }
    }
    return removed;
  }

  /** Of these pictures those that another passage needs. */
  private static Set<String> shared(
      Handle handle, List<byte[]> hashes, List<Long> going, Instant horizon, boolean syncs) {
    Set<String> needed = new HashSet<>();
    for (byte[] hash : hashes) {
      handle
          .createQuery("SELECT last_used_at FROM shared_picture WHERE sha256 = :hash")
          .bind("hash", hash)
          .mapTo(OffsetDateTime.class)
          .findOne()
          .filter(used ->
              !used.toInstant().isBefore(horizon) || neededElsewhere(handle, hash, going, syncs))
          .ifPresent(used -> needed.add(HexFormat.of().formatHex(hash)));
    }
    return needed;
  }

  /** Looks among the few passages that stay although they are old. */
  private static boolean neededElsewhere(
      Handle handle, byte[] hash, List<Long> going, boolean syncs) {
    return handle
            .createQuery(
                """
                SELECT COUNT(*) FROM passage p
                WHERE :hash IN (p.full_sha256, p.crop_sha256, p.thumbnail_sha256)
                  AND p.no NOT IN (<numbers>) AND p.no IN (
                    SELECT held_no FROM legal_hold WHERE held_no IS NOT NULL
                    UNION SELECT q.no FROM stay s JOIN passage q ON q.id = s.entry_passage
                      WHERE s.open_plate IS NOT NULL
                    UNION SELECT q.no FROM outbox o JOIN passage q ON q.id = o.event_id
                      WHERE :syncs AND o.state <> 'SENT')
                """)
            .bind("hash", hash)
            .bind("syncs", syncs)
            .bindList("numbers", going)
            .mapTo(Long.class)
            .one()
        > 0;
  }

  /** Removes passages with all that hangs on them, but for stays: what was charged is kept. */
  static void removePassages(Handle handle, PlateEnds ends, List<Long> numbers) {
    List<String> plates =
        in(
                handle,
                """
                SELECT plate FROM passage WHERE no IN (<numbers>)
                UNION SELECT plate FROM correction WHERE passage_no IN (<numbers>)
                """,
                numbers)
            .mapTo(String.class)
            .list();
    update(
        handle,
        """
        DELETE FROM outbox WHERE event_id IN (
          SELECT id FROM passage WHERE no IN (<numbers>)
          UNION SELECT id FROM correction WHERE passage_no IN (<numbers>))
        """,
        numbers);
    update(
        handle,
        """
        INSERT INTO removed_entry (id)
        SELECT id FROM passage WHERE no IN (<numbers>)
        UNION SELECT id FROM correction WHERE passage_no IN (<numbers>)
        """,
        numbers);
    update(handle, "DELETE FROM listing WHERE passage_no IN (<numbers>)", numbers);
    update(handle, "DELETE FROM correction WHERE passage_no IN (<numbers>)", numbers);
    update(handle, "DELETE FROM picture_quality WHERE passage_no IN (<numbers>)", numbers);
    update(handle, "DELETE FROM passage WHERE no IN (<numbers>)", numbers);
    plates.forEach(plate -> ends.removeUnlisted(handle, plate));
  }

  /** Removes what was to be told of stays and shifts: with passages goes what tells of them. */
  static void removeEvents(Handle handle, Instant horizon, boolean syncs) {
    handle
        .createUpdate(
            """
            DELETE FROM outbox WHERE kind IN ('STAY', 'SHIFT') AND created_at < :horizon
              AND (state = 'SENT' OR NOT :syncs)
            """)
        .bind("horizon", PassageWriter.utc(horizon))
        .bind("syncs", syncs)
        .execute();
  }

  private static Query in(Handle handle, String sql, List<Long> numbers) {
    return handle.createQuery(sql).bindList("numbers", numbers);
  }

  private static void update(Handle handle, String sql, List<Long> numbers) {
    handle.createUpdate(sql).bindList("numbers", numbers).execute();
  }
}
