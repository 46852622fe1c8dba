package io.gatehouse.store;

import com.google.gson.JsonParseException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32C;

/**
 * One entry as it lies in a journal file, all numbers big-endian:
 *
 * <pre>
 *   4 bytes  mark, "GHJ1": where to go on after a damaged stretch
 *   4 bytes  length of the body
 *   4 bytes  CRC-32C of the body
 *   body:    1 byte kind ('P' passage, 'C' correction, 'B' rows of the books, 'S' snapshot of them),
 *            16 bytes id, then the entry as JSON in UTF-8
 * </pre>
 */
record JournalFrame(byte kind, UUID id, String json) {

  static final int MARK = 0x47484A31;
  static final int HEAD_BYTES = 12;

  private static final byte PASSAGE = 'P';
  private static final byte CORRECTION = 'C';
  private static final byte BOOKS = 'B';
  private static final byte SNAPSHOT = 'S';
  private static final int LEAST_BODY = 1 + 16;
  private static final int LARGEST_BODY = 1 << 20;

  static byte[] encode(JournalEntry entry, StoreJson json) {
    byte[] text = json.bytes(entry);
    byte kind =
        switch (entry) {
          case PassageRecord _ -> PASSAGE;
          case CorrectionRecord _ -> CORRECTION;
          case BookEntry _ -> BOOKS;
          case SnapshotMark _ -> SNAPSHOT;
        };
    int bodyLength = LEAST_BODY + text.length;
    ByteBuffer frame = ByteBuffer.allocate(HEAD_BYTES + bodyLength);
    frame.position(HEAD_BYTES);
    frame.put(kind);
    frame.putLong(entry.id().getMostSignificantBits());
    frame.putLong(entry.id().getLeastSignificantBits());
    frame.put(text);
    frame.putInt(0, MARK).putInt(4, bodyLength).putInt(8, crc(frame, HEAD_BYTES, bodyLength));
    return frame.array();
  }

  /**
   * The frame that begins at {@code position}, or empty when none does: no mark there, cut short,
   * or with another checksum.
   */
  static Optional<JournalFrame> decode(ByteBuffer bytes, int position) {
    if (bytes.limit() - position < HEAD_BYTES + LEAST_BODY || bytes.getInt(position) != MARK) {
      return Optional.empty();
    }
    int length = bytes.getInt(position + 4);
    int body = position + HEAD_BYTES;
    if (length < LEAST_BODY || length > LARGEST_BODY || length > bytes.limit() - body) {
      return Optional.empty();
    }
    if (crc(bytes, body, length) != bytes.getInt(position + 8)) {
      return Optional.empty();
    }
    byte[] text = new byte[length - LEAST_BODY];
    bytes.get(body + LEAST_BODY, text);
    return Optional.of(
        new JournalFrame(
            bytes.get(body),
            new UUID(bytes.getLong(body + 1), bytes.getLong(body + 9)),
            new String(text, StandardCharsets.UTF_8)));
  }

  /** Bytes from mark to end. */
  static int length(ByteBuffer bytes, int position) {
    return HEAD_BYTES + bytes.getInt(position + 4);
  }

  /**
   * @throws JsonParseException when the kind or the JSON is of no known form
   */
  JournalEntry entry(StoreJson parser) {
    return switch (kind) {
      case PASSAGE -> parser.read(json, PassageRecord.class);
      case CORRECTION -> parser.read(json, CorrectionRecord.class);
      case BOOKS -> parser.read(json, BookEntry.class);
      case SNAPSHOT -> parser.read(json, SnapshotMark.class);
      default -> throw new JsonParseException("journal entry of unknown kind " + kind);
    };
  }

  /** Of a passage or a correction. */
  boolean isOfTheLane() {
    return kind == PASSAGE || kind == CORRECTION;
  }

  boolean isOfTheBooks() {
    return kind == BOOKS;
  }

  boolean isSnapshot() {
    return kind == SNAPSHOT;
  }

  private static int crc(ByteBuffer bytes, int position, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes.duplicate().clear().limit(position + length).position(position));
    return (int) crc.getValue();
  }
}
