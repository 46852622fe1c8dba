package io.gatehouse.snapshot.journal;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.gatehouse.snapshot.common.ImportException;
import io.gatehouse.snapshot.common.Outcome;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a run must not forget, on the disk before anything else is done with it: answers that were
 * paid for and are not in the database yet, and which lines are done. An append-only file, one
 * entry a line, each with its checksum and synced. One process at a time. Any thread.
 */
public final class ImportJournal implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ImportJournal.class);
  private static final String FILE = "import.journal";
  private static final int CHECKSUM = 8;

  /**
   * An answer that was paid for.
   *
   * @param source of the picture, as it is stored
   * @param body as the API sent it
   */
  public record PaidAnswer(
      String sha256, String source, String recognizer, Instant at, String body) {}

  /** How a line ended. */
  public record Done(String source, String sha256, Outcome outcome) {}

  private final RandomAccessFile file;
  private final UUID runner;
  private final Map<String, PaidAnswer> pending = new LinkedHashMap<>();
  private final Map<String, Done> done = new LinkedHashMap<>();

  private ImportJournal(RandomAccessFile file, UUID runner) {
    this.file = file;
    this.runner = runner;
  }

  /**
   * Opens the journal of a folder, and begins one where there is none. An entry that was cut short
   * by a power cut was never acted on and is cut off.
   *
   * @throws ImportException when another process has it, or the disk fails
   */
  public static ImportJournal open(Path folder) throws ImportException {
    Path path = folder.resolve(FILE);
    boolean opened = false;
    RandomAccessFile file = null;
    try {
      Files.createDirectories(folder);
      file = new RandomAccessFile(path.toFile(), "rw");
      if (!isMine(file)) {
        throw new ImportException(
            "another import works in %s; wait for it, or give this one another --data"
                .formatted(folder));
      }
      ImportJournal journal = read(file, path);
      opened = true;
      return journal;
    } catch (IOException e) {
      throw new ImportException("%s cannot be used: %s".formatted(path, e.getMessage()), e);
    } finally {
      if (!opened) {
        close(file);
      }
    }
  }

  /** The lock ends with the file, and with the process. */
  private static boolean isMine(RandomAccessFile file) throws IOException {
    try {
      return file.getChannel().tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // this process has it
    }
  }

  private static void close(RandomAccessFile file) {
    if (file == null) {
      return;
    }
    try {
      file.close();
    } catch (IOException e) {
      log.warn("the import's journal does not close: {}", e.getMessage());
    }
  }

  private static ImportJournal read(RandomAccessFile file, Path path) throws IOException {
    byte[] content = new byte[Math.toIntExact(file.length())];
    file.readFully(content);
    ImportJournal before = new ImportJournal(file, UUID.randomUUID());
    Optional<UUID> known = Optional.empty();
    int at = 0;
    for (int end = end(content, at); end >= 0; end = end(content, at)) {
      Optional<JsonObject> entry = entry(new String(content, at, end - at, StandardCharsets.UTF_8));
      if (entry.isEmpty()) {
        break;
      }
      if (entry.get().has("runner")) {
        known = Optional.of(UUID.fromString(entry.get().get("runner").getAsString()));
      } else {
        before.take(entry.get());
      }
      at = end + 1;
    }
    if (at < content.length) {
      log.warn("{} ended in {} bytes that are no whole entry; cut off", path, content.length - at);
      file.setLength(at);
    }
    file.seek(at);
    ImportJournal journal = new ImportJournal(file, known.orElse(before.runner));
    journal.pending.putAll(before.pending);
    journal.done.putAll(before.done);
    if (known.isEmpty()) {
      JsonObject entry = new JsonObject();
      entry.addProperty("runner", journal.runner.toString());
      journal.append(entry);
    }
    return journal;
  }

  private static int end(byte[] content, int from) {
    for (int at = from; at < content.length; at++) {
      if (content[at] == '\n') {
        return at;
      }
    }
    return -1;
  }

  private static Optional<JsonObject> entry(String line) {
    if (line.length() < CHECKSUM + 2
        || !line.substring(0, CHECKSUM).equals(checksum(line.substring(CHECKSUM + 1)))) {
      return Optional.empty();
    }
    try {
      return Optional.of(JsonParser.parseString(line.substring(CHECKSUM + 1)).getAsJsonObject());
    } catch (JsonParseException | IllegalStateException e) {
      log.warn("an entry of the import's journal is whole and cannot be read: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private static String checksum(String text) {
    CRC32 sum = new CRC32();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    return "%08x".formatted(sum.getValue());
  }

  private void take(JsonObject entry) {
    String sha256 = entry.get("sha256").getAsString();
    String source = entry.get("source").getAsString();
    if (entry.has("answer")) {
      pending.put(
          sha256,
          new PaidAnswer(
              sha256,
              source,
              entry.get("recognizer").getAsString(),
              Instant.parse(entry.get("at").getAsString()),
              entry.get("answer").getAsString()));
    } else {
      pending.remove(sha256);
      Outcome outcome = Outcome.valueOf(entry.get("outcome").getAsString());
      done.put(source, new Done(source, sha256, outcome));
    }
  }

  /** Who works in this folder, from run to run. */
  public UUID runner() {
    return runner;
  }

  /** Paid for, and not known to be in the database. */
  public synchronized List<PaidAnswer> pending() {
    return List.copyOf(pending.values());
  }

  /** How a line ended in this run or an earlier one. */
  public synchronized Optional<Done> done(String source) {
    return Optional.ofNullable(done.get(source));
  }

  /** Keeps an answer; it survives a power cut when this returns. */
  public synchronized void answered(PaidAnswer answer) throws IOException {
    JsonObject entry = new JsonObject();
    entry.addProperty("sha256", answer.sha256());
    entry.addProperty("source", answer.source());
    entry.addProperty("recognizer", answer.recognizer());
    entry.addProperty("at", answer.at().toString());
    entry.addProperty("answer", answer.body());
    append(entry);
    pending.put(answer.sha256(), answer);
  }

  /** Notes that a line is done, and that its answer is in the database. */
  public synchronized void done(Done line) throws IOException {
    JsonObject entry = new JsonObject();
    entry.addProperty("sha256", line.sha256());
    entry.addProperty("source", line.source());
    entry.addProperty("outcome", line.outcome().name());
    append(entry);
    pending.remove(line.sha256());
    done.put(line.source(), line);
  }

  private void append(JsonObject entry) throws IOException {
    String json = entry.toString();
    long before = file.getFilePointer();
    try {
      file.write((checksum(json) + ' ' + json + '\n').getBytes(StandardCharsets.UTF_8));
      file.getFD().sync();
    } catch (IOException e) {
      // half an entry would hide all that come after it
      file.setLength(before);
      file.seek(before);
      throw e;
    }
  }

  @Override
  public synchronized void close() {
    close(file);
  }
}
