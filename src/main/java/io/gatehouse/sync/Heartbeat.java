package io.gatehouse.sync;

import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import io.gatehouse.sync.Trouble.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Tells the central every half minute that this gate is there and how it is doing. */
final class Heartbeat implements AutoCloseable {

  private final CentralClient central;
  private final Supplier<String> body;
  private final Duration every;
  private final Pace pace;
  private final SyncBoard board;
  private final TimeSource time;
  private final CountDownLatch end = new CountDownLatch(1);
  private Optional<Thread> thread = Optional.empty();

  /** Makes the heart; {@link #start} sets it going. */
  Heartbeat(
      CentralClient central,
      Supplier<String> body,
      Duration every,
      Pace pace,
      SyncBoard board,
      TimeSource time) {
    this.central = central;
    this.body = body;
    this.every = every;
    this.pace = pace;
    this.board = board;
    this.time = time;
  }

  /**
   * Begins to beat.
   *
   * @param onAllowed told when the central knows this gate again
   */
  void start(Threads maker, Runnable onAllowed) {
    thread = Optional.of(maker.start("sync-heartbeat", () -> run(onAllowed)));
  }

  private void run(Runnable onAllowed) {
    try {
      do {
        Reply reply = beat();
        if (reply instanceof Reply.Accepted && pace.isDenied()) {
          pace.allowed();
          onAllowed.run();
        } else if (reply instanceof Reply.Denied) {
          pace.denied();
        }
      } while (!end.await(every.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One beat, now. Any thread. */
  Reply beat() {
    Reply reply = central.heartbeat(body.get());
    switch (reply) {
      case Reply.Accepted _ -> board.heard(time.now());
      case Reply.Later later -> board.unheard(later.trouble());
      case Reply.Denied denied -> board.unheard(new Trouble(Kind.TOKEN, denied.reason()));
      case Reply.Refused refused -> board.unheard(new Trouble(Kind.REFUSED, refused.line()));
      case Reply.NotThere _ -> throw new IllegalStateException("nothing was asked for");
    }
    return reply;
  }

  @Override
  public void close() {
    end.countDown();
    try {
      if (thread.isPresent()) {
        thread.get().join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
