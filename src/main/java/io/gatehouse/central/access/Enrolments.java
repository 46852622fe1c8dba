package io.gatehouse.central.access;

import io.gatehouse.common.Sha256;
import io.gatehouse.common.TimeSource;
import io.gatehouse.database.Moments;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Codes by which a gate gets its token: good once, for a quarter of an hour, kept as hashes. */
public final class Enrolments {

  static final Duration GOOD_FOR = Duration.ofMinutes(15);

  /** Free of look-alikes: a code is read from a screen and typed at the gate. */
  private static final String ALPHABET = "2345789ACEFHJKLMNPRTUWXY";

  private static final int LENGTH = 12;
  private static final int GROUP = 4;

  private final TimeSource time;
  private final SecureRandom random = new SecureRandom();

  public Enrolments(TimeSource time) {
    this.time = time;
  }

  /** A new code, such as {@code K7RT-29XA-MMHE}: 55 bits. */
  public record Code(String text, Instant expiresAt) {}

  /** Makes one, in the caller's transaction. */
  public Code create(Handle handle, String gateName, String createdBy) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      if (i > 0 && i % GROUP == 0) {
        text.append('-');
      }
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    Instant now = time.now();
    Instant expires = now.plus(GOOD_FOR);
    handle.execute("DELETE FROM enrolment WHERE expires_at < ?", Moments.of(now.minus(GOOD_FOR)));
    handle.execute(
        """
        INSERT INTO enrolment (code_sha256, gate_name, created_at, created_by, expires_at)
        VALUES (?, ?, ?, ?, ?)
        """,
        hash(text.toString()),
        gateName,
        Moments.of(now),
        createdBy,
        Moments.of(expires));
    return new Code(text.toString(), expires);
  }

  /**
   * Uses a code up, in the caller's transaction.
   *
   * @param typed as somebody typed it: case and separators do not count
   * @return the gate's name; empty when there is no such code, or it was used, or is too old
   */
  public Optional<String> take(Handle handle, String typed) {
    String hash = hash(typed);
    Instant now = time.now();
    int taken =
        handle.execute(
            """
            UPDATE enrolment SET used_at = ?
            WHERE code_sha256 = ? AND used_at IS NULL AND expires_at > ?
            """,
            Moments.of(now),
            hash,
            Moments.of(now));
    return taken == 0
        ? Optional.empty()
        : handle
            .createQuery("SELECT gate_name FROM enrolment WHERE code_sha256 = :hash")
            .bind("hash", hash)
            .mapTo(String.class)
            .findOne();
  }

  private static String hash(String typed) {
    return Sha256.of(typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""));
  }
}
