package io.gatehouse.store;

import java.time.Instant;
import java.util.UUID;

/**
 * An event that the central refused.
 *
 * @param plate as displayed, as it counts now; empty where there is none
 * @param createdAt when it was written
 * @param reason the central's words
 */
public record ParkedEvent(
    UUID id, OutgoingKind kind, String plate, String lane, Instant createdAt, String reason) {}
