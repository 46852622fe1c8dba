package io.gatehouse.store;

import io.gatehouse.common.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The time that ages are counted from. It follows the wall clock but hardly runs ahead of the time
 * that has really passed: a clock that jumps by a year must not empty the archive. Not safe for use
 * by several threads.
 */
final class RetentionClock {

  private static final String FACT = "retention.reference";

  /** What a start may add, since nobody knows how long the machine was off. */
  private static final Duration A_START = Duration.ofDays(1);

  private final TimeSource time;
  private long lastNanos;

  RetentionClock(TimeSource time) {
    this.time = time;
    this.lastNanos = time.nanos();
  }

  /** Now, as far as it can be believed; belongs into a transaction of the caller. */
  Instant reference(Handle handle) {
    Instant now = time.now();
    Optional<Instant> last =
        handle
            .createQuery("SELECT fact FROM store_fact WHERE name = :name")
            .bind("name", FACT)
            .mapTo(String.class)
            .findOne()
            .map(Instant::parse);
    Duration passed = Duration.ofNanos(time.nanos() - lastNanos);
    lastNanos = time.nanos();
    Instant most =
        last.or(() -> newestPassage(handle))
            .map(from -> from.plus(A_START).plus(passed.multipliedBy(2)))
            .orElse(now);
    Instant reference = now.isBefore(most) ? now : most;
    if (last.isEmpty() || last.get().isBefore(reference)) {
      handle.execute(
          "MERGE INTO store_fact (name, fact) KEY (name) VALUES (?, ?)",
          FACT,
          reference.toString());
    }
    return reference;
  }

  private static Optional<Instant> newestPassage(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT captured_at FROM listing USE INDEX (listing_by_time)
            ORDER BY captured_at DESC, passage_no DESC FETCH FIRST ROW ONLY
            """)
        .mapTo(OffsetDateTime.class)
        .findOne()
        .map(OffsetDateTime::toInstant);
  }
}
