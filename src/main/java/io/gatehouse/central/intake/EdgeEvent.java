package io.gatehouse.central.intake;

import java.util.Optional;
import java.util.UUID;

/**
 * An event as a gate told it.
 *
 * @param gateId whose token it came with
 * @param eventId empty in the form that knows none: each such event is a new one
 * @param type as told
 * @param bodySha256 of the request's body
 * @param jpeg the picture that came inside; empty for none
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record EdgeEvent(
    long gateId,
    Optional<UUID> eventId,
    String type,
    String bodySha256,
    Fact fact,
    Optional<byte[]> jpeg) {

  /** The same event with its picture kept elsewhere. */
  EdgeEvent with(Fact other) {
    return new EdgeEvent(gateId, eventId, type, bodySha256, other, Optional.empty());
  }
}
