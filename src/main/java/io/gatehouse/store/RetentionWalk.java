package io.gatehouse.store;

import io.gatehouse.store.RetentionRows.Old;
import java.time.Instant;
import java.util.List;

/**
 * Goes through passages in the order they were stored, and hands the old ones on, a few at a time.
 * Not safe for use by several threads.
 */
final class RetentionWalk {

  /** Where the passages come from, and where the old ones go. */
  interface Ground {

    /** The next ones after a number, in order; none at the end. */
    List<Old> after(long no) throws StoreException;

    /** Of these old ones those that there is something to remove of. */
    List<Old> worthwhile(List<Old> old) throws StoreException;

    /** Removes what may go of these. */
    Retention.Step remove(List<Old> old) throws StoreException;
  }

  private final Ground ground;
  private final Instant horizon;
  private final int atOnce;
  private long at;
  private boolean done;

  /**
   * @param horizon a passage captured before it is old
   * @param atOnce so many are removed in a step
   */
  RetentionWalk(Ground ground, Instant horizon, int atOnce) {
    this.ground = ground;
    this.horizon = horizon;
    this.atOnce = atOnce;
  }

  boolean done() {
    return done;
  }

  /** Looks at the next passages, and removes a few. */
  Retention.Step step() throws StoreException {
    List<Old> next = ground.after(at);
    if (next.isEmpty()) {
      done = true;
      return Retention.Step.END;
    }
    List<Old> old =
        ground.worthwhile(
            next.stream().filter(passage -> passage.capturedAt().isBefore(horizon)).toList());
    List<Old> now = old.subList(0, Math.min(atOnce, old.size()));
    Retention.Step step = now.isEmpty() ? Retention.Step.NOTHING : ground.remove(now);
    // only now: what could not be removed is tried again
    at = now.size() < old.size() ? now.getLast().no() : next.getLast().no();
    return step;
  }
}
