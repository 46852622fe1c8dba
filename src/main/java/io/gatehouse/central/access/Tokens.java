package io.gatehouse.central.access;

import io.gatehouse.central.store.CentralDatabase;
import io.gatehouse.common.Sha256;
import io.gatehouse.common.TimeSource;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/**
 * Tokens of gates and of programs that read. Only their hashes are kept: a token is shown once,
 * when it is made.
 */
public final class Tokens {

  private static final int RANDOM_BYTES = 32;
  private static final String GATE = "GATE";
  private static final String READER = "READER";

  /** How long a token that was found is not looked up again: a gate asks thousands of times. */
  public static final Duration HELD = Duration.ofSeconds(1);

  private record Held(Caller caller, long nanos) {}

  /** By the token's hash; of tokens that exist alone, so that guesses fill nothing. */
  private final Map<String, Held> held = new ConcurrentHashMap<>();

  private final CentralDatabase database;
  private final TimeSource time;
  private final SecureRandom random = new SecureRandom();

  /** A token as it may be shown: without its secret. */
  public record Listed(
      long id,
      String kind,
      Optional<Long> gateId,
      String name,
      Instant createdAt,
      String createdBy,
      Optional<Instant> revokedAt) {}

  public Tokens(CentralDatabase database, TimeSource time) {
    this.database = database;
    this.time = time;
  }

  /**
   * A new token of a gate, in the caller's transaction.
   *
   * @return the token; it is kept nowhere
   */
  public String createForGate(Handle handle, long gateId, String gateName, String createdBy) {
    return create(handle, GATE, Optional.of(gateId), gateName, createdBy);
  }

  /** A new token that reads. */
  public String createForReader(String name, String createdBy) {
    return database
        .jdbi()
        .inTransaction(handle -> create(handle, READER, Optional.empty(), name, createdBy));
  }

  private String create(
      Handle handle, String kind, Optional<Long> gateId, String name, String createdBy) {
    byte[] secret = new byte[RANDOM_BYTES];
    random.nextBytes(secret);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    handle
        .createUpdate(
            """
            INSERT INTO token (kind, gate_id, name, sha256, created_at, created_by)
            VALUES (:kind, :gate, :name, :sha256, :now, :by)
            """)
        .bind("kind", kind)
        .bind("gate", gateId)
        .bind("name", name)
        .bind("sha256", Sha256.of(token))
        .bind("now", time.now().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
        .bind("by", createdBy)
        .execute();
    return token;
  }

  /**
   * Whose token this is; empty when nobody's, or when it was revoked. The token is looked up by its
   * hash, so that the time of the search tells nothing of any secret. What was found holds for
   * {@link #HELD}: another process that revokes a token is heeded after that, this one at once.
   */
  public Optional<Caller> caller(String token) {
    String sha256 = Sha256.of(token);
    Held known = held.get(sha256);
    if (known != null && time.nanos() - known.nanos < HELD.toNanos()) {
      return Optional.of(known.caller);
    }
    long asked = time.nanos();
    Optional<Caller> found = find(sha256);
    held.remove(sha256);
    found.ifPresent(caller -> held.put(sha256, new Held(caller, asked)));
    return found;
  }

  private Optional<Caller> find(String sha256) {
    return database
        .jdbi()
        .withHandle(handle ->
            handle
                .createQuery(
                    """
                    SELECT token.kind, token.name, gate.id AS gate_id, gate.name AS gate_name
                    FROM token LEFT JOIN gate ON gate.id = token.gate_id
                    WHERE token.sha256 = :sha256 AND token.revoked_at IS NULL
                    """)
                .bind("sha256", sha256)
                .map((row, _) ->
                    GATE.equals(row.getString("kind"))
                        ? new Caller.Gate(row.getLong("gate_id"), row.getString("gate_name"))
                        : (Caller) new Caller.Reader(row.getString("name")))
                .findOne());
  }

  /** Takes a token back; false when there is none of that number that still works. */
  public boolean revoke(long id) {
    boolean revoked =
        database
            .jdbi()
            .withHandle(handle ->
                handle
                        .createUpdate(
                            "UPDATE token SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL")
                        .bind(
                            "now",
                            time.now().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                        .bind("id", id)
                        .execute()
                    > 0);
    held.clear();
    return revoked;
  }

  /** All that were ever made, newest first. */
  public List<Listed> all() {
    return database
        .jdbi()
        .withHandle(handle ->
            handle
                .createQuery(
                    """
                    SELECT id, kind, gate_id, name, created_at, created_by, revoked_at
                    FROM token ORDER BY id DESC
                    """)
                .map((row, _) ->
                    new Listed(
                        row.getLong("id"),
                        row.getString("kind"),
                        Optional.ofNullable(row.getObject("gate_id", Long.class)),
                        row.getString("name"),
                        row.getObject("created_at", java.time.OffsetDateTime.class).toInstant(),
                        row.getString("created_by"),
                        Optional.ofNullable(
                                row.getObject("revoked_at", java.time.OffsetDateTime.class))
                            .map(java.time.OffsetDateTime::toInstant)))
                .list());
  }
}
