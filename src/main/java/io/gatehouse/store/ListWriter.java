package io.gatehouse.store;

import io.gatehouse.parking.lists.ListEntry;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/** Writes entries of the lists, each edit with its trace; within a transaction of the caller. */
final class ListWriter {

  /** What writing an entry did. */
  enum Outcome {
    ADDED,
    CHANGED,
    UNCHANGED
  }

  private final UnaryOperator<String> fold;

  ListWriter(UnaryOperator<String> fold) {
    this.fold = fold;
  }

  /** The entry that the plate has on that list. */
  Optional<UUID> idOf(Handle handle, ListEntry entry) {
    return handle
        .createQuery("SELECT id FROM list_entry WHERE plate = :plate AND kind = :kind")
        .bind("plate", entry.plate())
        .bind("kind", entry.kind().name())
        .mapTo(UUID.class)
        .findOne();
  }

  /** Adds the entry or changes the one of its id. */
  Outcome write(BookRows rows, ListEntry entry, String by, Instant at) {
    Optional<ListEntry> before =
        rows.handle()
            .createQuery("SELECT * FROM list_entry WHERE id = :id")
            .bind("id", entry.id())
            .map((row, ctx) -> H2ListStore.entry(row, "id"))
            .findOne();
    if (before.equals(Optional.of(entry))) {
      return Outcome.UNCHANGED;
    }
    rows.changing(Book.LIST_ENTRY, entry.id());
    put(rows.handle(), entry);
    boolean added = before.isEmpty();
    trace(rows, entry.id(), added ? ListChange.Kind.ADDED : ListChange.Kind.CHANGED, by, at);
    return added ? Outcome.ADDED : Outcome.CHANGED;
  }

  void remove(BookRows rows, UUID id, String by, Instant at) {
    trace(rows, id, ListChange.Kind.REMOVED, by, at);
    rows.changing(Book.LIST_ENTRY, id);
    rows.handle().execute("DELETE FROM list_entry WHERE id = ?", id);
  }

  private void put(Handle handle, ListEntry entry) {
    String folded = fold.apply(entry.plate());
    handle
        .createUpdate(
            """
            MERGE INTO list_entry (id, kind, plate, display, head, tail, vehicle, owner, phone,
              note, valid_from, last_day, words)
            KEY (id) VALUES (:id, :kind, :plate, :display, :head, :tail, :vehicle, :owner, :phone,
              :note, :validFrom, :lastDay, :words)
            """)
        .bind("id", entry.id())
        .bind("kind", entry.kind().name())
        .bind("plate", entry.plate())
        .bind("display", entry.display())
        .bind("head", StayKeys.head(folded))
        .bind("tail", StayKeys.tail(folded))
        .bind("vehicle", entry.vehicle().name())
        .bind("owner", entry.owner())
        .bind("phone", entry.phone())
        .bind("note", entry.note())
        .bind("validFrom", entry.validFrom())
        .bind("lastDay", entry.lastDay().orElse(null))
        .bind("words", ListWords.of(entry))
        .execute();
  }

  private static void trace(BookRows rows, UUID id, ListChange.Kind kind, String by, Instant at) {
    rows.handle()
        .createUpdate(
            """
            INSERT INTO list_change (entry_id, change, changed_by, changed_at, kind, plate, display,
              vehicle, owner, phone, note, valid_from, last_day)
            SELECT id, :change, :by, :at, kind, plate, display,
              vehicle, owner, phone, note, valid_from, last_day FROM list_entry WHERE id = :id
            """)
        .bind("id", id)
        .bind("change", kind.name())
        .bind("by", by)
        .bind("at", PassageWriter.utc(at))
        .executeAndReturnGeneratedKeys("no")
        .mapTo(Long.class)
        .forEach(no -> rows.adding(Book.LIST_CHANGE, no));
  }
}
