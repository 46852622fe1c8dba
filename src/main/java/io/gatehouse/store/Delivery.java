package io.gatehouse.store;

import java.time.Instant;
import java.util.List;

/** What became of an attempt to send an event. */
public sealed interface Delivery {

  /** Which event. */
  long no();

  /**
   * The central has it.
   *
   * @param pictures hashes that the central has now
   * @param missing why it has not all of them; empty when it has
   */
  record Sent(long no, List<String> pictures, String missing) implements Delivery {
    public Sent {
      pictures = List.copyOf(pictures);
    }
  }

  /** To be tried again, the next time then. */
  record Delayed(long no, Instant nextAttempt, String reason) implements Delivery {}

  /** Refused for good: it waits for a person, and nothing waits behind it. */
  record Parked(long no, String reason) implements Delivery {}
}
