package io.gatehouse.sync;

import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import io.gatehouse.store.Delivery;
import io.gatehouse.store.OutboxStore;
import io.gatehouse.store.OutgoingEvent;
import io.gatehouse.store.StoreException;
import io.gatehouse.sync.EventSender.Attempt;
import io.gatehouse.sync.Trouble.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empties the outbox: one thread reads it and notes what became of its events, some others send,
 * each a stream of its own. An event leaves the outbox only on the central's word.
 */
final class SyncPump implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(SyncPump.class);

  static final int MOST_AT_ONCE = 32;
  private static final int LANES = 4;
  private static final int MOST_SETTLED = 64;
  private static final Duration KEEP_SENT = Duration.ofDays(1);
  private static final int CLEANED_AT_ONCE = 200;
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  private static final Duration BETWEEN_IDLE_LOOKS = Duration.ofSeconds(60);

  private final OutboxStore outbox;
  private final EventSender sender;
  private final Heartbeat heartbeat;
  private final Pace pace;
  private final EventPatience patience;
  private final SyncBoard board;
  private final TimeSource time;
  private final BlockingQueue<OutgoingEvent> ready = new LinkedBlockingQueue<>();
  private final BlockingQueue<Attempt> done = new LinkedBlockingQueue<>();
  private final Semaphore bell = new Semaphore(0);
  private final Set<UUID> busy = new HashSet<>();
  private final List<Thread> lanes = new ArrayList<>();
  private Optional<Thread> thread = Optional.empty();
  private volatile boolean closing;
  private volatile boolean closed;
  private long countedAt;

  SyncPump(
      OutboxStore outbox,
      EventSender sender,
      Heartbeat heartbeat,
      Pace pace,
      EventPatience patience,
      SyncBoard board,
      TimeSource time) {
    this.outbox = outbox;
    this.sender = sender;
    this.heartbeat = heartbeat;
    this.pace = pace;
    this.patience = patience;
    this.board = board;
    this.time = time;
    this.countedAt = time.nanos() - BETWEEN_LOOKS.toNanos();
  }

  void start(Threads maker) {
    for (int i = 1; i <= LANES; i++) {
      lanes.add(maker.start("sync-" + i, this::send));
    }
    thread = Optional.of(maker.start("sync", this::run));
  }

  /** Something may be there to be sent. Any thread; returns at once. */
  void ring() {
    if (bell.availablePermits() == 0) {
      bell.release();
    }
  }

  private void send() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        done.put(sender.send(ready.take()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!closed && !Thread.currentThread().isInterrupted()) {
        turn();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void turn() throws InterruptedException {
    Duration rest = pace.rest();
    try {
      if (rest.isZero()) {
        dispatch();
      } else {
        callBack();
      }
      count();
      if (busy.isEmpty()) {
        waitForBell(rest.isZero() ? idle() : rest);
      } else {
        collect();
      }
    } catch (StoreException e) {
      log.warn("The outbox does not answer: {}", e.getMessage());
      board.failed(new Trouble(Kind.STORE, e.getMessage()));
      pace.failed(Optional.empty());
      waitForBell(pace.rest());
    }
  }

  private void dispatch() throws StoreException {
    int room = closing ? 0 : pace.atOnce() - busy.size();
    // reading many at once is cheaper than reading each when there is room for it
    if (room > 0 && ready.size() < LANES) {
      for (OutgoingEvent event : outbox.next(busy, room)) {
        busy.add(event.stream());
        ready.add(event);
      }
    }
  }

  /** What no thread has taken yet waits in the outbox again. */
  private void callBack() {
    List<OutgoingEvent> untaken = new ArrayList<>();
    ready.drainTo(untaken);
    untaken.forEach(event -> busy.remove(event.stream()));
  }

  private void collect() throws InterruptedException, StoreException {
    Attempt first = done.poll(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    if (first == null) {
      return;
    }
    List<Attempt> attempts = new ArrayList<>(List.of(first));
    done.drainTo(attempts, MOST_SETTLED);
    List<Delivery> deliveries = new ArrayList<>();
    for (Attempt attempt : attempts) {
      judge(attempt).ifPresent(deliveries::add);
    }
    try {
      if (!deliveries.isEmpty()) {
        outbox.settle(deliveries);
      }
    } finally {
      // what could not be noted is sent again: the central knows it
      attempts.forEach(attempt -> busy.remove(attempt.event().stream()));
    }
  }

  /** What is to be noted; nothing for an event that is to wait for the token. */
  private Optional<Delivery> judge(Attempt attempt) {
    return switch (attempt) {
      case Attempt.Sent sent -> {
        pace.answered();
        board.sent(time.now());
        if (!sent.missing().isEmpty()) {
          log.warn("Event {} went without a picture: {}", sent.event().id(), sent.missing());
        }
        yield Optional.of(new Delivery.Sent(sent.event().no(), sent.pictures(), sent.missing()));
      }
      case Attempt.Refused(OutgoingEvent event, String reason) -> Optional.of(park(event, reason));
      case Attempt.Failed(OutgoingEvent event, Reply.Later later) -> delay(event, later);
      case Attempt.Denied denied -> judge(denied);
    };
  }

  /** A refusal of one event looks like one of the gate: the heartbeat tells which it is. */
  private Optional<Delivery> judge(Attempt.Denied denied) {
    if (closing || pace.isDenied()) {
      return Optional.empty();
    }
    return switch (heartbeat.beat()) {
      case Reply.Accepted _ ->
          Optional.of(
              park(
                  denied.event(),
                  "%d: %s".formatted(denied.reply().status(), denied.reply().reason())));
      case Reply.Later later -> delay(denied.event(), later);
      default -> {
        pace.denied();
        board.failed(new Trouble(Kind.TOKEN, denied.reply().reason()));
        yield Optional.empty();
      }
    };
  }

  private Delivery park(OutgoingEvent event, String reason) {
    log.warn("The central refused event {}: {}", event.id(), reason);
    pace.answered();
    board.refused();
    return new Delivery.Parked(event.no(), reason);
  }

  private Optional<Delivery> delay(OutgoingEvent event, Reply.Later later) {
    if (closing) {
      return Optional.empty(); // broken off by ourselves
    }
    if (later.trouble().kind() == Kind.REFUSED) {
      pace.answered();
    } else {
      pace.failed(later.retryAfter());
    }
    board.failed(later.trouble());
    Instant next = time.now().plus(patience.next(event.attempts() + 1, later));
    return Optional.of(new Delivery.Delayed(event.no(), next, later.trouble().line()));
  }

  private void count() throws StoreException {
    if (time.nanos() - countedAt >= BETWEEN_LOOKS.toNanos() || busy.isEmpty()) {
      board.counted(outbox.counts());
      countedAt = time.nanos();
    }
  }

  /** How long there is nothing to do, unless the bell rings. */
  private Duration idle() throws StoreException {
    int cleaned = outbox.clean(time.now().minus(KEEP_SENT), CLEANED_AT_ONCE);
    boolean more = cleaned == CLEANED_AT_ONCE || board.state().counts().waiting() > 0;
    return more ? BETWEEN_LOOKS : BETWEEN_IDLE_LOOKS;
  }

  private void waitForBell(Duration longest) throws InterruptedException {
    if (bell.tryAcquire(longest.toMillis() + 1, TimeUnit.MILLISECONDS)) {
      bell.drainPermits();
    }
  }

  /**
   * Ends once what has been sent is noted; close the client before, so that nothing waits for an
   * answer. The thread at the store is not interrupted: a write would fail in the middle.
   */
  @Override
  public void close() {
    closing = true;
    lanes.forEach(Thread::interrupt);
    try {
      for (Thread lane : lanes) {
        lane.join();
      }
      closed = true;
      ring();
      if (thread.isPresent()) {
        thread.get().join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
