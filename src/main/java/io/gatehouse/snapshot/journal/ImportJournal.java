package io.gatehouse.snapshot.journal;

import com.google.gson.JsonObject;
import io.gatehouse.snapshot.common.ImportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The answers that were paid for and are not in the database yet, on the disk before anything else
 * is done with them. It is appended to; what it holds of answers that are stored is thrown out when
 * that has become much, and at the end, so that it stays as small as what it is for. One process at
 * a time. Any thread.
 */
public final class ImportJournal implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ImportJournal.class);
  private static final String FILE = "import.journal";
  private static final String LOCK = "import.lock";

  /** Writing it anew costs as much as a few syncs: seldom enough not to be felt. */
  private static final long MOST_SUPERFLUOUS = 1 << 20;

  private final FolderLock lock;
  private final UUID runner;
  private final Map<String, PaidAnswer> pending;
  private final JournalFile file;
  private final long mostSuperfluous;

  /** Bytes in the file that say nothing any more. */
  private long superfluous;

  private ImportJournal(
      FolderLock lock,
      UUID runner,
      Map<String, PaidAnswer> pending,
      JournalFile file,
      long mostSuperfluous) {
    this.lock = lock;
    this.runner = runner;
    this.pending = pending;
    this.file = file;
    this.mostSuperfluous = mostSuperfluous;
  }

  /**
   * Opens the journal of a folder, and begins one where there is none.
   *
   * @throws ImportException when another process has it, or the disk fails
   */
  public static ImportJournal open(Path folder) throws ImportException {
    return open(folder, MOST_SUPERFLUOUS);
  }

  /**
   * The same.
   *
   * @param mostSuperfluous bytes that it may hold in vain
   */
  static ImportJournal open(Path folder, long mostSuperfluous) throws ImportException {
    try {
      Files.createDirectories(folder);
      FolderLock lock =
          FolderLock.take(folder.resolve(LOCK))
              .orElseThrow(() ->
                  new ImportException(
                      "another import works in %s; wait for it, or give this one another --data"
                          .formatted(folder)));
      ImportJournal journal = null;
      try {
        journal = read(lock, folder.resolve(FILE), mostSuperfluous);
        return journal;
      } finally {
        if (journal == null) {
          lock.close();
        }
      }
    } catch (IOException e) {
      throw new ImportException(
          "the journal in %s cannot be used: %s".formatted(folder, e.getMessage()), e);
    }
  }

  private static ImportJournal read(FolderLock lock, Path path, long mostSuperfluous)
      throws IOException {
    Map<String, PaidAnswer> pending = new LinkedHashMap<>();
    Optional<UUID> known = Optional.empty();
    for (JsonObject entry : JournalFile.read(path)) {
      if (entry.has("runner")) {
        known = Optional.of(UUID.fromString(entry.get("runner").getAsString()));
      } else if (entry.has("answer")) {
        PaidAnswer paid = paid(entry);
        pending.put(paid.sha256(), paid);
      } else {
        pending.remove(entry.get("sha256").getAsString());
      }
    }
    UUID runner = known.orElseGet(UUID::randomUUID);
    JournalFile file = JournalFile.open(path, entries(runner, pending));
    return new ImportJournal(lock, runner, pending, file, mostSuperfluous);
  }

  private static PaidAnswer paid(JsonObject entry) {
    return new PaidAnswer(
        entry.get("sha256").getAsString(),
        entry.get("source").getAsString(),
        entry.get("recognizer").getAsString(),
        Instant.parse(entry.get("at").getAsString()),
        entry.get("answer").getAsString());
  }

  private static JsonObject entry(PaidAnswer answer) {
    JsonObject entry = new JsonObject();
    entry.addProperty("sha256", answer.sha256());
    entry.addProperty("source", answer.source());
    entry.addProperty("recognizer", answer.recognizer());
    entry.addProperty("at", answer.at().toString());
    entry.addProperty("answer", answer.body());
    return entry;
  }

  /** All that it is for. */
  private static List<JsonObject> entries(UUID runner, Map<String, PaidAnswer> pending) {
    JsonObject first = new JsonObject();
    first.addProperty("runner", runner.toString());
    List<JsonObject> entries = new ArrayList<>(List.of(first));
    pending.values().forEach(answer -> entries.add(entry(answer)));
    return entries;
  }

  /** Who works in this folder, from run to run. */
  public UUID runner() {
    return runner;
  }

  /** Paid for, and not known to be in the database. */
  public synchronized List<PaidAnswer> pending() {
    return List.copyOf(pending.values());
  }

  /** Keeps an answer; it survives a power cut when this returns. */
  public synchronized void answered(PaidAnswer answer) throws IOException {
    JsonObject entry = entry(answer);
    file.append(entry);
    PaidAnswer before = pending.put(answer.sha256(), answer);
    superfluous += before == null ? 0 : JournalFile.line(entry(before)).length;
  }

  /** Lets an answer go, which is in the database now; one that it does not have is no fault. */
  public synchronized void stored(String sha256) throws IOException {
    PaidAnswer answer = pending.get(sha256);
    if (answer == null) {
      return;
    }
    JsonObject mark = new JsonObject();
    mark.addProperty("sha256", sha256);
    mark.addProperty("stored", true);
    file.append(mark);
    pending.remove(sha256);
    superfluous += JournalFile.line(entry(answer)).length + JournalFile.line(mark).length;
    if (superfluous > mostSuperfluous) {
      compact();
    }
  }

  private void compact() throws IOException {
    file.replace(entries(runner, pending));
    superfluous = 0;
  }

  @Override
  public synchronized void close() {
    try (lock;
        file) {
      if (superfluous > 0) {
        compact();
      }
    } catch (IOException e) {
      // what it holds is whole, and the next run throws out what is stored
      log.warn("the import's journal does not close: {}", e.getMessage());
    }
  }
}
