package io.gatehouse.store;

import io.gatehouse.parking.people.Person;
import io.gatehouse.parking.shift.CashCount;
import io.gatehouse.parking.shift.Shift;
import io.gatehouse.parking.shift.ShiftReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The shifts on disk; at most one is open. Sign-ins and sign-outs stand in the audit trail too. */
public interface ShiftStore {

  Optional<Shift> open() throws StoreException;

  /**
   * Begins a shift; durable when this returns. One that the same person has open goes on; that of
   * another ends uncounted.
   */
  Shift begin(Person person, String lane, Instant at) throws StoreException;

  /**
   * Keeps what is in the drawer at the start of an open shift. The first count stands: a later one
   * could hide what is missing.
   *
   * @throws StoreException when there is no such shift, or it could not be stored
   */
  Shift openWith(UUID id, CashCount inDrawer, Instant at) throws StoreException;

  /**
   * Ends an open shift and fixes what it adds up to; one that has ended is left as it is.
   *
   * @param counted empty when nobody counts
   * @throws StoreException when there is no such shift, or it could not be stored
   */
  ShiftReport end(UUID id, Instant at, Optional<CashCount> counted, String remark)
      throws StoreException;

  /** What a shift adds up to: so far, or at its end. */
  Optional<ShiftReport> report(UUID id) throws StoreException;

  /** Shifts that have ended, the last first. */
  List<ShiftReport> ended(int offset, int limit) throws StoreException;
}
