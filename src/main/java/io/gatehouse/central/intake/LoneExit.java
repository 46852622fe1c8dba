package io.gatehouse.central.intake;

import java.time.Instant;
import java.util.UUID;

/** An exit whose gate knows no entry, and the row that holds it: its own, or an entry's. */
final class LoneExit {

  final long gate;
  final UUID event;

  /** Null for gates that know no stays. */
  final UUID stay;

  final Instant at;
  final String kind;
  Naming naming;
  Vehicle holder;

  /** As stored; null while it is not. */
  Long storedHolder;

  /** As stored; null while it is not. */
  Naming storedNaming;

  LoneExit(long gate, UUID event, UUID stay, Instant at, String kind) {
    this.gate = gate;
    this.event = event;
    this.stay = stay;
    this.at = at;
    this.kind = kind;
  }

  /** Alone in a row of its own. */
  boolean isAlone() {
    return holder.entry == null;
  }

  String key() {
    return gate + ":" + event;
  }
}
