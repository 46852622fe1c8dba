package io.gatehouse.store;

import io.gatehouse.parking.audit.AuditEntry;
import io.gatehouse.parking.audit.AuditEvent;
import io.gatehouse.parking.audit.AuditKind;
import io.gatehouse.parking.people.Actor;
import io.gatehouse.parking.people.Role;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Adds rows to the audit trail, in the transaction of what they tell of. The seal of a row is the
 * SHA-256 over the seal before it and all its fields, each with its length. Only for the one writer
 * of {@link CommitPath}: two at once would seal the same place.
 */
final class AuditWriter {

  /** The seal before the first row. */
  static final byte[] ORIGIN = new byte[32];

  private static final String HEAD = "audit.head";

  /** The last row: its number, 0 for none, and its seal. */
  @SuppressWarnings("ArrayRecordComponent") // a hash is handed on, never compared here
  record Head(long no, byte[] seal) {

    String text() {
      return no + " " + HexFormat.of().formatHex(seal);
    }
  }

  private AuditWriter() {}

  static void append(BookRows rows, AuditEvent event) {
    Handle handle = rows.handle();
    Head head = head(handle);
    long no = head.no() + 1;
    AuditEvent kept = cut(event);
    byte[] seal = seal(head.seal(), no, kept);
    rows.adding(Book.AUDIT, no);
    rows.changing(Book.STORE_FACT, HEAD);
    handle
        .createUpdate(
            """
            INSERT INTO audit (no, happened_at, who, role, kind, approved_by, plate, passage, stay,
              amount_dong, details, seal)
            VALUES (:no, :at, :who, :role, :kind, :approvedBy, :plate, :passage, :stay,
              :amount, :details, :seal)
            """)
        .bind("no", no)
        .bind("at", PassageWriter.utc(kept.at()))
        .bind("who", kept.who().name())
        .bind("role", role(kept))
        .bind("kind", kept.kind().name())
        .bind("approvedBy", kept.approvedBy())
        .bind("plate", kept.plate())
        .bind("passage", kept.passage().orElse(null))
        .bind("stay", kept.stay().orElse(null))
        .bind("amount", kept.amountDong().orElse(null))
        .bind("details", kept.details())
        .bind("seal", seal)
        .execute();
    handle
        .createUpdate("MERGE INTO store_fact (name, fact) KEY (name) VALUES (:name, :fact)")
        .bind("name", HEAD)
        .bind("fact", new Head(no, seal).text())
        .execute();
  }

  static Head head(Handle handle) {
    return handle
        .createQuery("SELECT no, seal FROM audit ORDER BY no DESC LIMIT 1")
        .map((row, ctx) -> new Head(row.getLong("no"), row.getBytes("seal")))
        .findOne()
        .orElse(new Head(0, ORIGIN));
  }

  /** The head as it was when the last row was added: rows cut off at the end show. */
  static Optional<String> notedHead(Handle handle) {
    return handle
        .createQuery("SELECT fact FROM store_fact WHERE name = :name")
        .bind("name", HEAD)
        .mapTo(String.class)
        .findOne();
  }

  static AuditEntry entry(ResultSet row) throws SQLException {
    String role = row.getString("role");
    long amount = row.getLong("amount_dong");
    Optional<Long> dong = row.wasNull() ? Optional.empty() : Optional.of(amount);
    AuditEvent event =
        new AuditEvent(
            row.getObject("happened_at", OffsetDateTime.class).toInstant(),
            new Actor(
                row.getString("who"),
                Arrays.stream(Role.values()).filter(each -> each.name().equals(role)).findFirst()),
            AuditKind.named(row.getString("kind")),
            row.getString("approved_by"),
            row.getString("plate"),
            Optional.ofNullable(row.getObject("passage", UUID.class)),
            Optional.ofNullable(row.getObject("stay", UUID.class)),
            dong,
            row.getString("details"));
    return new AuditEntry(row.getLong("no"), event, HexFormat.of().formatHex(row.getBytes("seal")));
  }

  static byte[] seal(byte[] before, long no, AuditEvent event) {
    MessageDigest digest = sha256();
    digest.update(before);
    add(digest, Long.toString(no));
    add(digest, event.at().toString());
    add(digest, event.who().name());
    add(digest, role(event));
    add(digest, event.kind().name());
    add(digest, event.approvedBy());
    add(digest, event.plate());
    add(digest, event.passage().map(UUID::toString).orElse(""));
    add(digest, event.stay().map(UUID::toString).orElse(""));
    add(digest, event.amountDong().map(String::valueOf).orElse(""));
    add(digest, event.details());
    return digest.digest();
  }

  private static void add(MessageDigest digest, String field) {
    byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }

  /** To what the database keeps, so that the seal is over the row as it is read again. */
  private static AuditEvent cut(AuditEvent event) {
    Instant at = event.at().truncatedTo(ChronoUnit.MICROS);
    return new AuditEvent(
        at,
        event.who(),
        event.kind(),
        event.approvedBy(),
        event.plate(),
        event.passage(),
        event.stay(),
        event.amountDong(),
        event.details());
  }

  private static String role(AuditEvent event) {
    return event.who().role().map(Role::name).orElse("");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
