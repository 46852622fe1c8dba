package io.gatehouse.barrier;

import io.gatehouse.barrier.BarrierStatus.Loop;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real barrier: its relays work on a thread of their own, and whoever commands it waits for the
 * answer no longer than the limit. A relay that is not there when the kiosk starts is tried again
 * with every command.
 */
final class RelayBarrier implements Barrier {

  private static final Logger log = LoggerFactory.getLogger(RelayBarrier.class);

  private static final long CLOSES_WITHIN_MILLIS = 1_000;

  private final Parts parts;
  private final TimeSource time;
  private final ScheduledExecutorService thread;
  private final Pulse opener;
  private final Optional<Pulse> closer;
  private final Optional<LoopWatch> loop;
  private final BoomCycle cycle;
  private final List<Consumer<BarrierStatus>> listeners = new CopyOnWriteArrayList<>();
  private Future<?> lowering = CompletableFuture.completedFuture(null);
  private Optional<String> relayFault = Optional.empty();
  private Optional<String> loopFault = Optional.empty();
  private volatile BarrierStatus status;

  /**
   * What it is made of; it closes them.
   *
   * @param open raises the boom
   * @param close lowers it; empty where it falls by itself
   */
  record Parts(
      String label, Relay open, Optional<Relay> close, Optional<LoopInput> loop, Timing timing) {

    List<Relay> relays() {
      return Stream.concat(Stream.of(open), close.stream()).toList();
    }
  }

  RelayBarrier(Parts parts, TimeSource time, Threads threads) {
    this.parts = parts;
    this.time = time;
    this.thread = threads.timer("barrier");
    this.opener = new Pulse(parts.open(), thread, this::fault);
    this.closer = parts.close().map(relay -> new Pulse(relay, thread, this::fault));
    Timing timing = parts.timing();
    this.cycle =
        new BoomCycle(
            parts.loop().isPresent() ? Loop.UNKNOWN : Loop.NONE,
            timing.clearance(),
            timing.patience());
    this.status =
        new BarrierStatus(closer.isPresent(), cycle.loop(), cycle.tally(), Optional.empty());
    thread.execute(this::prepare);
    this.loop = parts.loop().map(input -> new LoopWatch(input, this::looped, threads));
  }

  @Override
  public void open() throws BarrierException {
    command(this::raise);
  }

  @Override
  public void lower() throws BarrierException {
    Pulse lowers =
        closer.orElseThrow(() -> new BarrierException("this barrier is not lowered by command"));
    command(() -> {
      if (!cycle.mayLower()) {
        throw BarrierException.held(
            cycle.loop() == Loop.OCCUPIED ? BarrierNote.VEHICLE_UNDER : BarrierNote.LOOP_SILENT);
      }
      fall(lowers);
      return true;
    });
  }

  /** A step on the barrier's own thread, waited for until the limit. */
  private void command(Callable<Boolean> step) throws BarrierException {
    Future<Boolean> answer;
    try {
      answer = thread.submit(step);
    } catch (RejectedExecutionException e) {
      throw new BarrierException("the barrier is closed already", e);
    }
    try {
      boolean _ = answer.get(parts.timing().limit().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw BarrierException.because(
          e, BarrierNote.SLOW, parts.label(), AddressOptions.words(parts.timing().limit()));
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new BarrierException("the command to the barrier was broken off", e);
    } catch (ExecutionException | CancellationException e) {
      if (e.getCause() instanceof BarrierException known) {
        throw known;
      }
      throw new BarrierException("%s failed: %s".formatted(parts.label(), e.getCause()), e);
    }
  }

  private boolean raise() throws BarrierException, InterruptedException {
    lift();
    cycle.opened(time.nanos());
    lifted();
    return true;
  }

  private void raiseAgain() throws BarrierException, InterruptedException {
    lift();
    cycle.raised(time.nanos());
    lifted();
  }

  private void lift() throws BarrierException, InterruptedException {
    lowering.cancel(false);
    if (closer.isPresent()) {
      closer.get().release(); // never both at once
    }
    opener.fire();
  }

  private void lifted() {
    relayFault = Optional.empty();
    tell();
    plan();
  }

  private void fall(Pulse lowers) throws BarrierException, InterruptedException {
    lowering.cancel(false);
    opener.release();
    lowers.fire();
    cycle.lowered(time.nanos());
    relayFault = Optional.empty();
    tell();
  }

  private void prepare() {
    try {
      for (Relay relay : parts.relays()) {
        relay.prepare();
      }
    } catch (BarrierException e) {
      fault(e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The loop has spoken, on its own thread. */
  private void looped(Loop says, Optional<String> why) {
    long now = time.nanos(); // the barrier's thread may wait for a relay meanwhile
    try {
      thread.execute(() -> looped(says, why, now));
    } catch (RejectedExecutionException e) {
      log.debug("the barrier is closed, the loop no longer matters", e);
    }
  }

  private void looped(Loop says, Optional<String> why, long now) {
    boolean again = cycle.loop(says, now);
    lowering.cancel(false);
    loopFault = why;
    tell();
    try {
      if (again) {
        raiseAgain();
      }
    } catch (BarrierException | RuntimeException e) {
      fault("a vehicle is under the falling boom and it could not be raised: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    plan();
  }

  private void plan() {
    OptionalLong at = closer.isPresent() ? cycle.lowersAt() : OptionalLong.empty();
    if (at.isPresent()) {
      long wait = Math.max(0, at.getAsLong() - time.nanos());
      try {
        lowering = thread.schedule(this::lowerByItself, wait, TimeUnit.NANOSECONDS);
      } catch (RejectedExecutionException e) {
        log.debug("the barrier is being closed, the boom stays as it is", e);
      }
    }
  }

  private void lowerByItself() {
    try {
      OptionalLong at = cycle.lowersAt();
      if (at.isPresent() && at.getAsLong() - time.nanos() <= 0) {
        fall(closer.orElseThrow());
      } else {
        plan();
      }
    } catch (BarrierException | RuntimeException e) {
      fault("the boom could not be lowered: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void fault(String why) {
    log.warn("{}: {}", parts.label(), why);
    relayFault = Optional.of(why);
    tell();
  }

  private void tell() {
    BarrierStatus next =
        new BarrierStatus(
            closer.isPresent(), cycle.loop(), cycle.tally(), relayFault.or(() -> loopFault));
    if (!next.equals(status)) {
      status = next;
      listeners.forEach(listener -> listener.accept(next));
    }
  }

  @Override
  public BarrierStatus status() {
    return status;
  }

  @Override
  public Runnable listen(Consumer<BarrierStatus> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public String label() {
    return parts.label();
  }

  @Override
  public void close() {
    loop.ifPresent(LoopWatch::close);
    if (!thread.isShutdown()) {
      letGo();
    }
    parts.relays().forEach(Relay::close);
    listeners.clear();
  }

  /** Time for the command that runs, then whatever hangs is given up. */
  private void letGo() {
    thread.shutdown(); // what is only planned comes no more: closing a relay switches it off
    try {
      if (!thread.awaitTermination(CLOSES_WITHIN_MILLIS, TimeUnit.MILLISECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
