package io.gatehouse.parking.audit;

/** What came of looking the audit trail over. */
public sealed interface AuditCheck {

  /**
   * Nothing was changed from outside.
   *
   * @param entries how many there are
   * @param seal the last one, which stands for all; empty when there are none
   */
  record Sound(long entries, String seal) implements AuditCheck {}

  /**
   * Somebody changed, removed or added rows from outside.
   *
   * @param no the first row that is not as it was written
   */
  record Broken(long no) implements AuditCheck {}
}
