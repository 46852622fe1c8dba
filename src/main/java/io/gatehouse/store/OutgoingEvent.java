package io.gatehouse.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An event that waits for the central.
 *
 * @param no in the order they were written
 * @param stream events of one stream arrive in order
 * @param lane where it happened; may be empty
 * @param attempts how many have failed
 * @param createdAt when it was written
 * @param fact what it tells
 * @param pictures hashes of its pictures that the store has and the central has not, as far as the
 *     store knows
 */
public record OutgoingEvent(
    long no,
    UUID id,
    UUID stream,
    String lane,
    int attempts,
    Instant createdAt,
    OutgoingFact fact,
    List<String> pictures) {

  public OutgoingEvent {
    pictures = List.copyOf(pictures);
  }
}
