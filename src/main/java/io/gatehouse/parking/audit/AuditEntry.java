package io.gatehouse.parking.audit;

/**
 * A row of the audit trail.
 *
 * @param no counts from 1 without gaps
 * @param seal hexadecimal SHA-256 over the row and the seal before it
 */
public record AuditEntry(long no, AuditEvent event, String seal) {}
