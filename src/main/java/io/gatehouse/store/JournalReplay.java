package io.gatehouse.store;

import com.google.gson.JsonParseException;
import io.gatehouse.common.TimeSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Compares the database with the journal, and writes again what it lacks. */
final class JournalReplay {

  private static final int IDS_A_QUERY = 500;

  /** Fewer removed entries cost next to nothing. */
  private static final long WORTH_FORGETTING = 10_000;

  private final PassageWriter writer;
  private final BookReplay books;
  private final StoreJson json;
  private final TimeSource time;

  JournalReplay(PassageWriter writer, BookReplay books, StoreJson json, TimeSource time) {
    this.writer = writer;
    this.books = books;
    this.json = json;
    this.time = time;
  }

  /**
   * @param replayed entries written again
   * @param picturesLost pictures of theirs that the database does not have
   * @param details one line for each thing that could not be used
   */
  record Outcome(long replayed, long picturesLost, List<String> details) {}

  /** How many entries of the journal the database lacks. */
  long countMissing(Database database, List<Path> parts) throws IOException {
    long missing = 0;
    for (Path file : parts) {
      List<JournalFrame> frames = JournalPart.read(file).frames();
      missing += missing(database, frames).size();
      missing += database.jdbi().withHandle(handle -> BookReplay.countMissing(handle, frames));
    }
    return missing;
  }

  /** Forgets which entries were removed for their age, but for those that the journal holds. */
  void forgetRemoved(Database database, List<Path> parts) throws IOException {
    long remembered =
        database
            .jdbi()
            .withHandle(handle ->
                handle.createQuery("SELECT COUNT(*) FROM removed_entry").mapTo(Long.class).one());
    if (remembered < WORTH_FORGETTING) {
      return;
    }
    Set<UUID> inJournal = new HashSet<>();
    for (Path file : parts) {
      JournalPart.read(file).frames().forEach(frame -> inJournal.add(frame.id()));
    }
    database
        .jdbi()
        .useTransaction(handle ->
            handle.createQuery("SELECT id FROM removed_entry").mapTo(UUID.class).list().stream()
                .filter(id -> !inJournal.contains(id))
                .forEach(id -> handle.execute("DELETE FROM removed_entry WHERE id = ?", id)));
  }

  /** Makes anew what a recovered database can make from its own rows. */
  void restoreListings(Database database) {
    database.jdbi().useTransaction(writer::listAll);
  }

  /** Writes all that is missing. What the database has already is left alone. */
  Outcome replay(Database database, List<Path> parts) throws IOException {
    BookReplay.Books found = books.read(parts);
    BookSchema schema = database.jdbi().withHandle(BookSchema::new);
    long replayed = 0;
    long picturesLost = 0;
    List<String> details = new ArrayList<>();
    for (Path file : parts) {
      JournalPart part = JournalPart.read(file);
      if (part.damagedBytes() > 0) {
        details.add("%s has %d damaged bytes".formatted(file, part.damagedBytes()));
      }
      for (JournalFrame frame : missing(database, part.frames())) {
        try {
          if (frame.entry(json) instanceof PassageEntry entry) {
            picturesLost +=
                database
                    .jdbi()
                    .inTransaction(
                        handle -> write(new BookRows(handle, schema), entry, found.of(entry.id())));
            replayed++;
          }
        } catch (JsonParseException | PassageWriter.NoSuchPassageException e) {
          details.add("%s, entry %s: %s".formatted(file, frame.id(), e.getMessage()));
        }
      }
    }
    books.restore(database, found);
    database.jdbi().useTransaction(handle -> OutboxWriter.restore(handle, time.now()));
    details.add(
        "%d rows of the books came from the journal and its snapshot"
            .formatted(found.rows().size()));
    return new Outcome(replayed, picturesLost, details);
  }

  private long write(BookRows rows, PassageEntry entry, PassageWriter.Books with) {
    writer.write(rows, entry, PictureSet.EMPTY, time.now(), with);
    return switch (entry) {
      case PassageRecord passage -> lost(rows.handle(), passage);
      case CorrectionRecord _ -> 0;
    };
  }

  private static long lost(Handle handle, PassageRecord passage) {
    if (passage.full().isEmpty()) {
      return 0;
    }
    boolean there =
        handle
                .createQuery("SELECT COUNT(*) FROM picture WHERE sha256 = :hash")
                .bind("hash", HexFormat.of().parseHex(passage.full()))
                .mapTo(Long.class)
                .one()
            > 0;
    return there ? 0 : 1;
  }

  private static List<JournalFrame> missing(Database database, List<JournalFrame> all) {
    List<JournalFrame> frames = all.stream().filter(JournalFrame::isOfTheLane).toList();
    Set<UUID> known = new HashSet<>();
    database
        .jdbi()
        .useHandle(handle -> {
          for (int from = 0; from < frames.size(); from += IDS_A_QUERY) {
            List<UUID> ids =
                frames.subList(from, Math.min(frames.size(), from + IDS_A_QUERY)).stream()
                    .map(JournalFrame::id)
                    .toList();
            known.addAll(known(handle, ids));
          }
        });
    return frames.stream().filter(frame -> !known.contains(frame.id())).toList();
  }

  private static List<UUID> known(Handle handle, List<UUID> ids) {
    return handle
        .createQuery(
            """
            SELECT p.id FROM passage p JOIN listing l ON l.passage_no = p.no WHERE p.id IN (<ids>)
            UNION ALL SELECT id FROM correction WHERE id IN (<ids>)
            UNION ALL SELECT id FROM removed_entry WHERE id IN (<ids>)
            """)
        .bindList("ids", ids)
        .mapTo(UUID.class)
        .list();
  }
}
