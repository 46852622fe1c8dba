package io.gatehouse.parking.audit;

import io.gatehouse.parking.people.Actor;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something done that must stay known.
 *
 * @param at when, UTC
 * @param approvedBy the supervisor who allowed it; empty for none
 * @param plate with separators; empty where it is about no vehicle
 * @param amountDong what it is about in money; empty where it is not
 * @param details what changed and why, in as few words as do
 */
public record AuditEvent(
    Instant at,
    Actor who,
    AuditKind kind,
    String approvedBy,
    String plate,
    Optional<UUID> passage,
    Optional<UUID> stay,
    Optional<Long> amountDong,
    String details) {

  /** About no vehicle. */
  public static AuditEvent of(Instant at, Actor who, AuditKind kind, String details) {
    return new AuditEvent(
        at, who, kind, "", "", Optional.empty(), Optional.empty(), Optional.empty(), details);
  }

  public AuditEvent approvedBy(String supervisor) {
    return new AuditEvent(at, who, kind, supervisor, plate, passage, stay, amountDong, details);
  }

  /** About a vehicle's passage. */
  public AuditEvent of(String display, UUID ofPassage) {
    return new AuditEvent(
        at, who, kind, approvedBy, display, Optional.of(ofPassage), stay, amountDong, details);
  }

  /** About a vehicle's stay. */
  public AuditEvent ofStay(String display, UUID ofStay) {
    return new AuditEvent(
        at, who, kind, approvedBy, display, passage, Optional.of(ofStay), amountDong, details);
  }

  public AuditEvent worth(long dong) {
    return new AuditEvent(
        at, who, kind, approvedBy, plate, passage, stay, Optional.of(dong), details);
  }
}
