package io.gatehouse.central.access;

import io.gatehouse.central.store.CentralDatabase;
import io.gatehouse.common.Sha256;
import io.gatehouse.common.TimeSource;
import io.gatehouse.database.Moments;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;

/**
 * Sessions of people, in the database, so that every process knows them and one word ends them
 * everywhere. Only the hash of a session's token is kept.
 */
public final class Sessions {

  /** A session ends so long after its last request. */
  static final Duration IDLE = Duration.ofHours(12);

  /** And so long after it began, whatever happens. */
  static final Duration LONGEST = Duration.ofDays(30);

  /** How exactly the last request is known: not every one is written. */
  private static final Duration SEEN_EVERY = Duration.ofMinutes(5);

  private static final int RANDOM_BYTES = 32;
  private static final int LONGEST_AGENT = 200;

  private final CentralDatabase database;
  private final TimeSource time;
  private final SecureRandom random = new SecureRandom();

  public Sessions(CentralDatabase database, TimeSource time) {
    this.database = database;
    this.time = time;
  }

  private record Found(Caller.User user, Instant createdAt, Instant seenAt) {}

  /** Begins one, in the caller's transaction; returns its token, which is kept nowhere. */
  String open(Handle handle, long userId, String address, String agent) {
    byte[] secret = new byte[RANDOM_BYTES];
    random.nextBytes(secret);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    Instant now = time.now();
    handle.execute(
        """
        INSERT INTO user_session (sha256, user_id, created_at, seen_at, address, agent)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        Sha256.of(token),
        userId,
        Moments.of(now),
        Moments.of(now),
        address,
        agent.substring(0, Math.min(agent.length(), LONGEST_AGENT)));
    handle.execute("DELETE FROM user_session WHERE seen_at < ?", Moments.of(now.minus(IDLE)));
    return token;
  }

  /**
   * Whose session it is; empty when it has ended. It is looked up by its hash, so that the time of
   * the search tells nothing of any secret.
   */
  public Optional<Caller.User> find(String token) {
    String sha256 = Sha256.of(token);
    Instant now = time.now();
    Optional<Found> found =
        database
            .jdbi()
            .withHandle(handle -> find(handle, sha256))
            .filter(session -> isAlive(session, now));
    found
        .filter(session -> session.seenAt().plus(SEEN_EVERY).isBefore(now))
        .ifPresent(_ -> seen(sha256, now));
    return found.map(Found::user);
  }

  private static Optional<Found> find(Handle handle, String sha256) {
    return handle
        .createQuery(
            """
            SELECT a.id, a.name, a.role, a.must_change_password, s.created_at, s.seen_at
            FROM user_session s JOIN user_account a ON a.id = s.user_id
            WHERE s.sha256 = :sha256 AND a.active = TRUE
            """)
        .bind("sha256", sha256)
        .map((row, _) ->
            new Found(
                new Caller.User(
                    row.getLong("id"),
                    row.getString("name"),
                    Role.valueOf(row.getString("role")),
                    row.getBoolean("must_change_password")),
                Moments.at(row, "created_at"),
                Moments.at(row, "seen_at")))
        .findOne();
  }

  private static boolean isAlive(Found session, Instant now) {
    return now.isBefore(session.seenAt().plus(IDLE))
        && now.isBefore(session.createdAt().plus(LONGEST));
  }

  private void seen(String sha256, Instant now) {
    database
        .jdbi()
        .useHandle(handle ->
            handle.execute(
                "UPDATE user_session SET seen_at = ? WHERE sha256 = ?", Moments.of(now), sha256));
  }

  void close(Handle handle, String token) {
    handle.execute("DELETE FROM user_session WHERE sha256 = ?", Sha256.of(token));
  }

  /** Ends all of somebody's sessions, on every machine. */
  void closeAll(Handle handle, long userId) {
    handle.execute("DELETE FROM user_session WHERE user_id = ?", userId);
  }

  /**
   * What a change must carry beside the cookie. It follows from the session's token, which no other
   * web site knows, and tells nothing of it.
   */
  static String csrf(String token) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal("csrf".getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  static boolean isCsrf(String token, String said) {
    return MessageDigest.isEqual(
        csrf(token).getBytes(StandardCharsets.UTF_8), said.getBytes(StandardCharsets.UTF_8));
  }
}
