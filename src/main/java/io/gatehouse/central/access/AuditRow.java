package io.gatehouse.central.access;

import java.time.Instant;
import java.util.Optional;

/**
 * Who did what.
 *
 * @param kind {@code USER}, {@code READER}, {@code GATE}, {@code CENTRAL} itself, or {@code NOBODY}
 *     who could be named
 * @param address from where; empty for the central itself
 * @param vehicleId the row of the history that it is about
 * @param plateId compact; empty where it is about no plate
 */
public record AuditRow(
    Instant at,
    String who,
    String kind,
    String address,
    AuditAction action,
    Optional<Long> vehicleId,
    Optional<String> plateId,
    String details) {

  /** The same about a row of the history. */
  public AuditRow about(long vehicle, String plate) {
    return new AuditRow(
        at, who, kind, address, action, Optional.of(vehicle), Optional.of(plate), details);
  }

  /** The same about a plate. */
  public AuditRow about(String plate) {
    return new AuditRow(at, who, kind, address, action, vehicleId, Optional.of(plate), details);
  }
}
