package io.gatehouse.store;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * The books as they were at a start, in a file beside the journal and in its form: parts of the
 * journal that are older may go. Begins and ends with the same {@link SnapshotMark}.
 *
 * @param mark the one that the journal has where it was made
 * @param frames its rows
 */
record BookSnapshot(UUID mark, List<JournalFrame> frames) {

  private static final Pattern NAME = Pattern.compile("books-(\\d{6})\\.snapshot");

  /** One more than is needed: a disk that lost one sector may have the other. */
  private static final int KEPT = 2;

  private static final int ROWS_AT_ONCE = 200;

  BookSnapshot {
    frames = List.copyOf(frames);
  }

  /** The newest one that is whole. */
  static Optional<BookSnapshot> newest(Path folder) throws IOException {
    for (Path file : files(folder).reversed()) {
      Optional<BookSnapshot> whole = read(file);
      if (whole.isPresent()) {
        return whole;
      }
    }
    return Optional.empty();
  }

  private static Optional<BookSnapshot> read(Path file) throws IOException {
    JournalPart part = JournalPart.read(file);
    List<JournalFrame> frames = part.frames();
    boolean whole =
        frames.size() >= 2
            && part.damagedBytes() + part.tailBytes() == 0
            && frames.getFirst().isSnapshot()
            && frames.getLast().isSnapshot()
            && frames.getFirst().id().equals(frames.getLast().id());
    return whole
        ? Optional.of(
            new BookSnapshot(frames.getFirst().id(), frames.subList(1, frames.size() - 1)))
        : Optional.empty();
  }

  /**
   * Writes the books of a database that nobody changes meanwhile, and drops older snapshots.
   *
   * @return the mark for the journal
   */
  static SnapshotMark write(Path folder, Database database, BookSchema schema, StoreJson json)
      throws IOException {
    Files.createDirectories(folder);
    List<Path> before = files(folder);
    SnapshotMark mark = new SnapshotMark(UUID.randomUUID());
    Path file = folder.resolve("books-%06d.snapshot".formatted(next(before)));
    Path beginning = file.resolveSibling(file.getFileName() + ".tmp");
    try (FileOutputStream out = new FileOutputStream(beginning.toFile());
        OutputStream buffered = new BufferedOutputStream(out, 1 << 16)) {
      buffered.write(JournalFrame.encode(mark, json));
      database
          .jdbi()
          .useHandle(handle -> {
            for (Book book : Book.values()) {
              write(
                  handle, book, schema, entry -> buffered.write(JournalFrame.encode(entry, json)));
            }
          });
      buffered.write(JournalFrame.encode(mark, json));
      buffered.flush();
      out.getFD().sync();
    }
    Files.move(beginning, file, StandardCopyOption.ATOMIC_MOVE);
    SyncedFiles.syncFolder(folder);
    for (Path old : before.subList(0, Math.max(0, before.size() + 1 - KEPT))) {
      Files.delete(old);
    }
    return mark;
  }

  @FunctionalInterface
  private interface Sink {
    void add(BookEntry entry) throws IOException;
  }

  private static void write(Handle handle, Book book, BookSchema schema, Sink sink)
      throws IOException {
    try (Stream<BookRow> rows =
        handle.createQuery(book.snapshotQuery()).map((row, _) -> schema.row(book, row)).stream()) {
      List<BookRow> some = new ArrayList<>();
      for (BookRow row : (Iterable<BookRow>) rows::iterator) {
        some.add(row);
        if (some.size() == ROWS_AT_ONCE) {
          sink.add(new BookEntry(BookEntry.id(0), some, false));
          some.clear();
        }
      }
      sink.add(new BookEntry(BookEntry.id(0), some, false));
    }
  }

  private static int next(List<Path> files) {
    return files.isEmpty() ? 1 : number(files.getLast()) + 1;
  }

  /** Oldest first. */
  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> NAME.matcher(file.getFileName().toString()).matches())
          .sorted(Comparator.comparingInt(BookSnapshot::number))
          .toList();
    }
  }

  private static int number(Path file) {
    return Integer.parseInt(NAME.matcher(file.getFileName().toString()).replaceFirst("$1"));
  }
}
