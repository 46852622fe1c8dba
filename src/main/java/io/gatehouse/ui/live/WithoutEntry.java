package io.gatehouse.ui.live;

import io.gatehouse.parking.gate.Assessment;
import io.gatehouse.parking.stay.Settlement;
import io.gatehouse.parking.stay.StayChange;
import io.gatehouse.parking.stay.StayEnd;

/** Why a vehicle leaves of which no entry is known, and what it costs. */
enum WithoutEntry {
  /** It came before the kiosk was in use, or while it stood still. */
  BEFORE_START,
  /** It came in, but no passage of it was stored. */
  ENTRY_MISSED,
  /** The price of a lost ticket; a supervisor's word. */
  LOST_TICKET;

  boolean needsSupervisor() {
    return this == LOST_TICKET;
  }

  long dueDong(Assessment.Exit exit) {
    return this == LOST_TICKET ? exit.lostTicketDong() : 0;
  }

  /**
   * @param approvedBy the supervisor; empty where none is asked
   * @param reason in the guard's words
   */
  StayChange change(Assessment.Exit exit, String approvedBy, String reason) {
    long due = dueDong(exit);
    Settlement.Method method = due > 0 ? Settlement.Method.CASH : Settlement.Method.NOTHING_DUE;
    StayEnd end = this == LOST_TICKET ? StayEnd.LOST_TICKET : StayEnd.NO_ENTRY;
    return new StayChange.WithoutEntry(
        exit.kind(), end, new Settlement(due, due, method, exit.tariff(), approvedBy, reason));
  }
}
