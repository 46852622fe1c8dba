package io.gatehouse.central.access;

import io.gatehouse.common.Sha256;
import io.gatehouse.database.Moments;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * Makes guessing slow, by account and by address, for all processes together. An attempt counts as
 * wrong before the password is looked at, so that a thousand at the same moment are a thousand; the
 * right password takes the account's count back. Each call belongs into a transaction of the
 * caller.
 */
final class SignInThrottle {

  private static final String SAVEPOINT = "counted";
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final Duration FORGOTTEN = Duration.ofDays(1);

  /** What guesses are counted by, with how many are free. */
  enum By {
    /** People mistype. */
    ACCOUNT(5),
    /** Many people may share one address. */
    ADDRESS(30);

    private final int free;

    By(int free) {
      this.free = free;
    }
  }

  private SignInThrottle() {}

  private record Count(int wrong, Instant lastAt) {}

  /**
   * Counts an attempt.
   *
   * @return how long to wait instead, in which case it was not counted; zero to go on
   */
  static Duration attempt(Handle handle, By by, String whose, Instant now) {
    String key = key(by, whose);
    // a clock that was set back begins the wait anew, instead of lasting until it has caught up
    Optional<Count> before =
        lock(handle, key, now)
            .map(c -> c.lastAt().isAfter(now) ? new Count(c.wrong(), now) : c)
            .filter(c -> c.lastAt().plus(FORGOTTEN).isAfter(now));
    Duration left =
        before
            .map(c -> wait(by, c.wrong()).minus(Duration.between(c.lastAt(), now)))
            .orElse(Duration.ZERO);
    if (left.isPositive()) {
      return left;
    }
    handle.execute(
        "UPDATE sign_in_failure SET wrong = ?, last_at = ? WHERE whose_sha256 = ?",
        before.map(Count::wrong).orElse(0) + 1,
        Moments.of(now),
        key);
    return Duration.ZERO;
  }

  private static Optional<Count> lock(Handle handle, String key, Instant now) {
    Optional<Count> count = find(handle, key);
    if (count.isPresent()) {
      return count;
    }
    insert(handle, key, now);
    return find(handle, key);
  }

  private static Optional<Count> find(Handle handle, String key) {
    return handle
        .createQuery(
            "SELECT wrong, last_at FROM sign_in_failure WHERE whose_sha256 = :key FOR UPDATE")
        .bind("key", key)
        .map((row, _) -> new Count(row.getInt("wrong"), Moments.at(row, "last_at")))
        .findOne();
  }

  private static void insert(Handle handle, String key, Instant now) {
    handle.savepoint(SAVEPOINT);
    try {
      handle.execute(
          "INSERT INTO sign_in_failure (whose_sha256, wrong, last_at) VALUES (?, 0, ?)",
          key,
          Moments.of(now));
    } catch (UnableToExecuteStatementException e) {
      // another request was first; what it wrote is found now
      handle.rollbackToSavepoint(SAVEPOINT);
    }
  }

  /** The right password came: nothing is counted against it any more. */
  static void forget(Handle handle, By by, String whose) {
    handle.execute("DELETE FROM sign_in_failure WHERE whose_sha256 = ?", key(by, whose));
  }

  /** The right password came: this attempt is not counted; those before it are. */
  static void takeBack(Handle handle, By by, String whose) {
    handle.execute(
        "UPDATE sign_in_failure SET wrong = wrong - 1 WHERE whose_sha256 = ? AND wrong > 0",
        key(by, whose));
  }

  static void prune(Handle handle, Instant now) {
    handle.execute(
        "DELETE FROM sign_in_failure WHERE last_at < ?", Moments.of(now.minus(FORGOTTEN)));
  }

  /** The whole wait after so many wrong ones. */
  static Duration wait(By by, int wrong) {
    if (wrong < by.free) {
      return Duration.ZERO;
    }
    Duration wait = FIRST.multipliedBy(1L << Math.min(wrong - by.free, 10));
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }

  private static String key(By by, String whose) {
    return Sha256.of(by + ":" + whose);
  }
}
