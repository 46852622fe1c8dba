package io.gatehouse.barrier;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A relay that is on for a moment and never longer: whatever happens while it is switched on, it is
 * switched off again, several times if need be. On the barrier's thread only.
 */
final class Pulse {

  private static final Logger log = LoggerFactory.getLogger(Pulse.class);

  private static final int TRIES = 5;
  private static final Duration NEXT_TRY = Duration.ofMillis(200);

  private final Relay relay;
  private final ScheduledExecutorService thread;
  private final Consumer<String> stuck;
  private Future<?> end = CompletableFuture.completedFuture(null);

  /**
   * @param stuck told what is wrong when the relay does not go off
   */
  Pulse(Relay relay, ScheduledExecutorService thread, Consumer<String> stuck) {
    this.relay = relay;
    this.thread = thread;
    this.stuck = stuck;
  }

  void fire() throws BarrierException, InterruptedException {
    end.cancel(false);
    try {
      relay.on();
    } finally { // a command that failed half way may have reached the relay
      endIn(relay.pulse(), TRIES);
    }
  }

  /** Ends it now. */
  void release() throws BarrierException, InterruptedException {
    end.cancel(false);
    if (!relay.pulse().isZero()) {
      relay.off();
    }
  }

  private void endIn(Duration time, int tries) {
    if (relay.pulse().isZero()) {
      return;
    }
    try {
      end = thread.schedule(() -> off(tries), time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      log.debug("the barrier is being closed, which switches off too", e);
    }
  }

  private void off(int tries) {
    try {
      relay.off();
    } catch (BarrierException | RuntimeException e) {
      if (tries > 1) {
        endIn(NEXT_TRY, tries - 1);
      } else {
        stuck.accept("the relay could not be switched off: " + e.getMessage());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the end: closing switches off
    }
  }
}
