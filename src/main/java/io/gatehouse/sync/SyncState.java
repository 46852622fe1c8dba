package io.gatehouse.sync;

import io.gatehouse.store.OutboxCounts;
import java.time.Instant;
import java.util.Optional;

/**
 * How the sending is doing, for the status bar and the heartbeat.
 *
 * @param phase what it is doing
 * @param counts what the central has not got
 * @param sent events that it has accepted since the start
 * @param failed attempts that failed since the start
 * @param lastSuccess when it last accepted anything
 * @param trouble why it does not get on; empty when it does
 */
public record SyncState(
    Phase phase,
    OutboxCounts counts,
    long sent,
    long failed,
    Optional<Instant> lastSuccess,
    Optional<Trouble> trouble) {

  /** What the sending is doing. */
  public enum Phase {
    /** No central is set. */
    OFF,
    /** A central is set, but knows nothing of this gate. */
    NOT_ENROLLED,
    /** All is sent, or on its way. */
    SENDING,
    /** Something went wrong: tried again by itself. */
    RETRYING,
    /** The central refuses this gate. */
    DENIED
  }

  /** Nothing is sent. */
  static SyncState still(Phase phase, OutboxCounts counts) {
    return new SyncState(phase, counts, 0, 0, Optional.empty(), Optional.empty());
  }
}
