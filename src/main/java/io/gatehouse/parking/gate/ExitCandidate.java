package io.gatehouse.parking.gate;

import io.gatehouse.parking.stay.Settlement;
import io.gatehouse.parking.stay.Stay;
import io.gatehouse.parking.stay.StayChange;
import io.gatehouse.parking.stay.StayEnd;
import io.gatehouse.parking.tariff.Fee;

/**
 * An open stay that may be the leaving vehicle's own.
 *
 * @param errors characters in which the plates differ; 0 for the same
 * @param fee what it costs until the moment of the exit picture
 * @param free whether a list says that nothing is to be paid
 */
public record ExitCandidate(Stay stay, int errors, Fee fee, boolean free) {

  public boolean isMatch() {
    return errors == 0;
  }

  /** What is to be taken, in đồng. */
  public long dueDong() {
    return free ? 0 : fee.dong();
  }

  /** The stay ends, and what is due was taken. */
  public StayChange paid() {
    Settlement settlement =
        free
            ? Settlement.subscribed(fee.tariffVersion())
            : Settlement.paid(fee.dong(), fee.tariffVersion());
    return new StayChange.Closes(stay.id(), stay.kind(), StayEnd.LEFT, settlement);
  }

  /** The stay ends, and a supervisor waived the fee. */
  public StayChange freePass(String approvedBy, String reason) {
    Settlement settlement =
        new Settlement(
            fee.dong(), 0, Settlement.Method.FREE_PASS, fee.tariffVersion(), approvedBy, reason);
    return new StayChange.Closes(stay.id(), stay.kind(), StayEnd.LEFT, settlement);
  }
}
