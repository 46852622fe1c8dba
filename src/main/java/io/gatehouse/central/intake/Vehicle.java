package io.gatehouse.central.intake;

import io.gatehouse.central.intake.End.Rank;
import java.time.Instant;
import java.util.UUID;

/** A row of the history while facts are merged into it. */
final class Vehicle {

  /** Null until it is stored. */
  Long id;

  final long gate;

  /** Null for gates that know no stays, and for who was turned away. */
  final UUID stay;

  Naming naming;
  String kind;
  Side entry;
  End end;
  boolean turnedAway;

  Vehicle(long gate, UUID stay) {
    this.gate = gate;
    this.stay = stay;
  }

  /** Takes what an entry passage, or a hint of it, says of the entry; false when another counts. */
  boolean enter(Side side) {
    if (entry != null && !side.precedes(entry)) {
      return false;
    }
    entry = side;
    return true;
  }

  /** Takes an end; false when another counts. */
  boolean end(End other) {
    boolean counts =
        end == null
            || other.rank().number() > end.rank().number()
            || (other.rank() == end.rank() && other.side().precedes(end.side()));
    if (counts) {
      end = other;
    }
    return counts;
  }

  void name(Naming other) {
    naming = naming == null ? other : naming.or(other);
  }

  boolean isInside() {
    return !turnedAway && end == null;
  }

  /** Whether an exit without entry may belong to it. */
  boolean maySeekExit() {
    return !turnedAway && entry != null && (end == null || end.rank() != Rank.OWN_EXIT);
  }

  boolean hasLoneExit() {
    return end != null && end.rank() == Rank.LONE_EXIT;
  }

  String status() {
    if (turnedAway) {
      return "TURNED_AWAY";
    }
    return end == null ? "IN" : "OUT";
  }

  /** When it last happened: the entry, or the end where there is one. */
  Instant lastTime() {
    return end != null ? end.side().at() : entry.at();
  }

  String plate() {
    return naming.plate().id();
  }

  /** Names it among the entries of its plate. */
  String key() {
    return gate + ":" + (stay != null ? stay : entry.event());
  }
}
