package io.gatehouse.store;

import io.gatehouse.parking.audit.AuditCheck;
import io.gatehouse.parking.audit.AuditEntry;
import io.gatehouse.parking.audit.AuditEvent;
import io.gatehouse.parking.audit.AuditKind;
import java.util.List;
import java.util.Set;

/**
 * What must stay known, row after row. Nothing in the product changes or removes one. Passages,
 * corrections, shifts and people are written into it by their own stores, in the same transaction.
 */
public interface AuditTrail {

  /** Adds a row; durable when this returns. */
  void append(AuditEvent event) throws StoreException;

  /**
   * Rows before a number, newest first.
   *
   * @param before {@link Long#MAX_VALUE} for the newest
   * @param kinds of these only; empty for all
   */
  List<AuditEntry> before(long before, Set<AuditKind> kinds, int limit) throws StoreException;

  /** Looks every row over: some seconds for a million. */
  AuditCheck verify() throws StoreException;
}
