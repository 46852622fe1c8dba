package io.gatehouse.store;

import io.gatehouse.decide.AutoGuard;
import io.gatehouse.parking.audit.AuditEvent;
import io.gatehouse.parking.audit.AuditKind;
import io.gatehouse.parking.people.Actor;
import io.gatehouse.parking.people.Role;
import io.gatehouse.parking.stay.Settlement;
import io.gatehouse.parking.stay.Stay;
import io.gatehouse.parking.stay.StayEnd;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Writes down where a guard's word stood against the machine's or the tariff's. */
final class PassageAudit {

  private PassageAudit() {}

  static void write(BookRows rows, PassageRecord passage) {
    if (passage.decidedBy().equals(AutoGuard.NAME)) {
      return;
    }
    switch (passage.outcome()) {
      case CORRECTED ->
          append(
              rows,
              passage,
              AuditKind.CORRECTION,
              "%s → %s".formatted(passage.reading().text(), passage.plate().text()));
      case TYPED -> append(rows, passage, AuditKind.PLATE_TYPED, passage.reason());
      case REJECTED -> append(rows, passage, AuditKind.TURNED_AWAY, passage.reason());
      case CONFIRMED, AUTOMATIC -> {}
    }
    if (passage.stay() != null && passage.stay().settlement() != null) {
      writeSettlement(rows, passage, passage.stay().end(), passage.stay().settlement());
    }
  }

  private static void writeSettlement(
      BookRows rows, PassageRecord passage, StayEnd end, Settlement settlement) {
    if (end == StayEnd.LOST_TICKET) {
      append(rows, passage, AuditKind.LOST_TICKET, settlement.paidDong(), settlement);
    } else if (end == StayEnd.NO_ENTRY) {
      append(rows, passage, AuditKind.NO_ENTRY, settlement.paidDong(), settlement);
    }
    if (settlement.method() == Settlement.Method.FREE_PASS) {
      append(rows, passage, AuditKind.FREE_PASS, settlement.feeDong(), settlement);
    }
  }

  private static void append(
      BookRows rows, PassageRecord passage, AuditKind kind, long dong, Settlement settlement) {
    AuditWriter.append(
        rows,
        event(rows, passage, kind, settlement.reason())
            .approvedBy(settlement.approvedBy())
            .worth(dong));
  }

  private static void append(BookRows rows, PassageRecord passage, AuditKind kind, String details) {
    AuditWriter.append(rows, event(rows, passage, kind, details));
  }

  private static AuditEvent event(
      BookRows rows, PassageRecord passage, AuditKind kind, String details) {
    return AuditEvent.of(
            passage.decidedAt(), actor(rows.handle(), passage.decidedBy()), kind, details)
        .of(passage.plate().display(), passage.id());
  }

  static void write(BookRows rows, CorrectionRecord correction) {
    AuditWriter.append(
        rows,
        AuditEvent.of(
                correction.correctedAt(),
                actor(rows.handle(), correction.correctedBy()),
                AuditKind.CORRECTION,
                "%s → %s".formatted(correction.before(), correction.plate().text()))
            .of(correction.plate().display(), correction.passage()));
  }

  /** An entry that was never acknowledged: what was written of it cannot be taken out again. */
  static void takeBack(BookRows rows, PassageEntry entry, Instant now) {
    String plate =
        switch (entry) {
          case PassageRecord passage -> passage.plate().display();
          case CorrectionRecord correction -> correction.plate().display();
        };
    AuditWriter.append(
        rows, AuditEvent.of(now, Actor.named(""), AuditKind.NOT_KEPT, "").of(plate, entry.id()));
  }

  static void writeEnd(
      BookRows rows, Stay stay, StayEnd end, String by, String reason, Instant at) {
    AuditWriter.append(
        rows,
        AuditEvent.of(
                at,
                actor(rows.handle(), by),
                AuditKind.STAY_ENDED,
                reason.isEmpty() ? end.name() : end.name() + ": " + reason)
            .ofStay(stay.display(), stay.id()));
  }

  /** With the role of the one on duty, if it is he. */
  static Actor actor(Handle handle, String name) {
    Optional<Role> role =
        handle
            .createQuery("SELECT role FROM shift WHERE is_open AND guard = :name")
            .bind("name", name)
            .mapTo(String.class)
            .findOne()
            .map(Role::valueOf);
    return new Actor(name, role);
  }
}
