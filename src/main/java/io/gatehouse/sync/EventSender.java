package io.gatehouse.sync;

import io.gatehouse.store.OutboxStore;
import io.gatehouse.store.OutgoingEvent;
import io.gatehouse.store.StoreException;
import io.gatehouse.sync.Trouble.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends one event: its pictures, then itself. Safe for use by several threads. */
final class EventSender {

  /** What came of it. */
  sealed interface Attempt {

    OutgoingEvent event();

    /**
     * The central has it.
     *
     * @param pictures that the central has now
     * @param missing why it has not all of them; empty when it has
     */
    record Sent(OutgoingEvent event, List<String> pictures, String missing) implements Attempt {}

    /** Refused for good. */
    record Refused(OutgoingEvent event, String reason) implements Attempt {}

    /** To be tried again. */
    record Failed(OutgoingEvent event, Reply.Later reply) implements Attempt {}

    /** The token is refused. */
    record Denied(OutgoingEvent event, Reply.Denied reply) implements Attempt {}
  }

  /** A picture that arrives torn is refused too, and may be whole the next time. */
  private static final int ATTEMPTS_WITH_PICTURES = 3;

  /** The lane needs the store's connections more. */
  private static final int READERS = 2;

  private final CentralClient central;
  private final OutboxStore outbox;
  private final EventJson json = new EventJson();
  private final Instant started;
  private final Semaphore readers = new Semaphore(READERS);
  private final AtomicInteger doubtful;

  /**
   * Makes a sender.
   *
   * @param started an event of before may have been sent by a process that was killed: the central
   *     is asked for its pictures first
   * @param mostAtOnce no more events than these can have been on their way then, and they were the
   *     oldest
   */
  EventSender(CentralClient central, OutboxStore outbox, Instant started, int mostAtOnce) {
    this.central = central;
    this.outbox = outbox;
    this.started = started;
    this.doubtful = new AtomicInteger(mostAtOnce);
  }

  Attempt send(OutgoingEvent event) throws InterruptedException {
    Optional<String> body = json.body(event);
    if (body.isEmpty()) {
      return new Attempt.Refused(event, "what it tells of is there no more");
    }
    boolean asks =
        event.attempts() > 0
            || (event.createdAt().isBefore(started) && doubtful.getAndDecrement() > 0);
    List<String> arrived = new ArrayList<>();
    String missing = "";
    for (String picture : event.pictures()) {
      switch (sendPicture(picture, asks)) {
        case Reply.Accepted _ -> arrived.add(picture);
        case Reply.NotThere _ -> {} // removed for its age meanwhile: its hash is told all the same
        case Reply.Refused refused -> {
          if (event.attempts() + 1 < ATTEMPTS_WITH_PICTURES) {
            Trouble trouble = new Trouble(Kind.REFUSED, refused.line());
            return new Attempt.Failed(event, new Reply.Later(trouble, Optional.empty()));
          }
          // the fact must not be lost for its picture
          missing = "picture " + refused.line();
        }
        case Reply.Later later -> {
          return new Attempt.Failed(event, later);
        }
        case Reply.Denied denied -> {
          return new Attempt.Denied(event, denied);
        }
      }
    }
    return sendBody(event, body.get(), arrived, missing);
  }

  private Attempt sendBody(OutgoingEvent event, String body, List<String> arrived, String missing) {
    return switch (central.event(body)) {
      case Reply.Accepted _ -> new Attempt.Sent(event, arrived, missing);
      case Reply.Refused refused -> new Attempt.Refused(event, refused.line());
      case Reply.Later later -> new Attempt.Failed(event, later);
      case Reply.Denied denied -> new Attempt.Denied(event, denied);
      case Reply.NotThere _ -> throw new IllegalStateException("nothing was asked for");
    };
  }

  private Reply sendPicture(String sha256, boolean ask) throws InterruptedException {
    if (ask) {
      Reply there = central.hasPicture(sha256);
      if (!(there instanceof Reply.NotThere) && !(there instanceof Reply.Refused)) {
        return there;
      }
    }
    Optional<byte[]> jpeg;
    readers.acquire();
    try {
      jpeg = outbox.picture(sha256);
    } catch (StoreException e) {
      return new Reply.Later(new Trouble(Kind.STORE, e.getMessage()), Optional.empty());
    } finally {
      readers.release();
    }
    return jpeg.isPresent() ? central.putPicture(sha256, jpeg.get()) : new Reply.NotThere();
  }
}
