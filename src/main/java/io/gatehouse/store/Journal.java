package io.gatehouse.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was acknowledged, a second time: an append-only file beside the database, synced with each
 * entry. It outlives a database that is damaged, lost or silently emptied. Not safe for use by
 * several threads: {@link CommitPath} serialises.
 */
final class Journal implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Journal.class);

  private static final Pattern PART_NAME = Pattern.compile("passages-(\\d{6})\\.journal");

  private final Path folder;
  private final long partBytes;
  private final StoreJson json;
  private int number;
  // not a FileChannel: an interrupt would close it
  private RandomAccessFile file;
  private long end;

  private Journal(Path folder, long partBytes, StoreJson json) {
    this.folder = folder;
    this.partBytes = partBytes;
    this.json = json;
  }

  /** Whether a journal was begun in this folder: then there must be a database with it. */
  static boolean exists(Path folder) throws IOException {
    return !files(folder).isEmpty();
  }

  /**
   * Gets ready to append. An entry that was cut short at the end is cut off.
   *
   * @param partBytes a new file is begun when the present one has grown to this
   */
  static Journal open(Path folder, long partBytes, StoreJson json) throws IOException {
    Files.createDirectories(folder);
    SyncedFiles.syncFolder(folder.toAbsolutePath().getParent());
    Journal journal = new Journal(folder, partBytes, json);
    List<Path> files = files(folder);
    if (files.isEmpty()) {
      journal.beginPart();
    } else {
      journal.continuePart(files.getLast());
    }
    return journal;
  }

  private void continuePart(Path last) throws IOException {
    JournalPart part = JournalPart.read(last);
    number = number(last);
    file = new RandomAccessFile(last.toFile(), "rw");
    end = part.end();
    if (part.tailBytes() > 0) {
      log.warn(
          "The journal {} ended in {} bytes that are no whole entry, so never acknowledged; they are cut off",
          last,
          part.tailBytes());
      file.setLength(end);
      file.getFD().sync();
    }
  }

  /** Appends and syncs. When this fails, the entry is not in the journal. */
  void append(JournalEntry entry) throws IOException {
    append(List.of(entry));
  }

  /** The same with several entries at once. */
  void append(List<? extends JournalEntry> entries) throws IOException {
    if (file == null || end >= partBytes) {
      beginPart();
    }
    ByteArrayOutputStream frames = new ByteArrayOutputStream();
    for (JournalEntry entry : entries) {
      frames.writeBytes(JournalFrame.encode(entry, json));
    }
    try {
      file.seek(end);
      file.write(frames.toByteArray());
      file.getFD().sync();
      end += frames.size();
    } catch (IOException e) {
      abandonPart(e);
      throw e;
    }
  }

  /**
   * After a failed fsync the kernel may hold the pages for clean, so that a second try on the same
   * file proves nothing: the next entry begins a new one.
   */
  private void abandonPart(IOException cause) {
    try (RandomAccessFile failed = file) {
      file = null;
      failed.setLength(end);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  private void beginPart() throws IOException {
    close();
    Path next = folder.resolve("passages-%06d.journal".formatted(number + 1));
    file = new RandomAccessFile(next.toFile(), "rw");
    number++;
    end = 0;
    SyncedFiles.syncFolder(folder);
  }

  /**
   * Deletes the oldest parts until {@code keep} are left. Only for entries that were just found in
   * the database.
   */
  void dropOldest(int keep) throws IOException {
    List<Path> files = new ArrayList<>(files(folder));
    while (files.size() > Math.max(1, keep)) {
      Files.delete(files.removeFirst());
    }
  }

  /** The parts on the disk, oldest first; none when there is no such folder. */
  static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> PART_NAME.matcher(file.getFileName().toString()).matches())
          .sorted(Comparator.comparingInt(Journal::number))
          .toList();
    }
  }

  private static int number(Path file) {
    Matcher name = PART_NAME.matcher(file.getFileName().toString());
    if (!name.matches()) {
      throw new IllegalArgumentException(file + " is no part of a journal");
    }
    return Integer.parseInt(name.group(1));
  }

  @Override
  public void close() throws IOException {
    RandomAccessFile open = file;
    file = null;
    if (open != null) {
      open.close();
    }
  }
}
