package io.gatehouse.snapshot.journal;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.gatehouse.common.WholeFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of JSON objects, one a line behind its checksum. Lines are appended and synced; the whole
 * is replaced in one step, so that after a cut at any moment it is the old file or the new one. One
 * thread at a time.
 */
final class JournalFile implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(JournalFile.class);
  private static final int CHECKSUM = 8;

  private final Path path;
  private RandomAccessFile file;

  private JournalFile(Path path, RandomAccessFile file) {
    this.path = path;
    this.file = file;
  }

  /**
   * What is whole in a file; nothing where there is none. A line that was cut short was never acted
   * on. One whose bytes changed costs itself alone: those after it have checksums of their own.
   */
  static List<JsonObject> read(Path path) throws IOException {
    if (!Files.exists(path)) {
      return List.of();
    }
    List<JsonObject> entries = new ArrayList<>();
    int lost = 0;
    for (byte[] line : lines(Files.readAllBytes(path))) {
      Optional<JsonObject> entry = entry(new String(line, StandardCharsets.UTF_8));
      entry.ifPresent(entries::add);
      lost += entry.isPresent() ? 0 : line.length;
    }
    if (lost > 0) {
      log.warn("{} has {} bytes that are no whole entry; left out", path, lost);
    }
    return entries;
  }

  /** Without their ends; the last one may have had none. */
  private static List<byte[]> lines(byte[] content) {
    List<byte[]> lines = new ArrayList<>();
    int begin = 0;
    for (int at = 0; at < content.length; at++) {
      if (content[at] == '\n') {
        lines.add(Arrays.copyOfRange(content, begin, at));
        begin = at + 1;
      }
    }
    if (begin < content.length) {
      lines.add(Arrays.copyOfRange(content, begin, content.length));
    }
    return lines;
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

  /** An entry as it stands in the file. */
  static byte[] line(JsonObject entry) {
    String json = entry.toString();
    return (checksum(json) + ' ' + json + '\n').getBytes(StandardCharsets.UTF_8);
  }

  /** Opens a file with these entries and no others, and replaces what is there if it must. */
  static JournalFile open(Path path, List<JsonObject> entries) throws IOException {
    byte[] content = content(entries);
    if (!Files.exists(path) || !Arrays.equals(content, Files.readAllBytes(path))) {
      WholeFile.write(path, content);
    }
    return new JournalFile(path, appending(path));
  }

  private static byte[] content(List<JsonObject> entries) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    entries.forEach(entry -> content.writeBytes(line(entry)));
    return content.toByteArray();
  }

  private static RandomAccessFile appending(Path path) throws IOException {
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    file.seek(file.length());
    return file;
  }

  /** Adds an entry; it survives a power cut when this returns. */
  void append(JsonObject entry) throws IOException {
    long before = file.getFilePointer();
    try {
      file.write(line(entry));
      file.getFD().sync();
    } catch (IOException e) {
      // half an entry would run into the next one
      file.setLength(before);
      file.seek(before);
      throw e;
    }
  }

  /** Puts these entries in the place of all others. */
  void replace(List<JsonObject> entries) throws IOException {
    // closed first: whatever fails, nothing is appended to a file that has lost its name
    file.close();
    try {
      WholeFile.write(path, content(entries));
    } finally {
      file = appending(path);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
