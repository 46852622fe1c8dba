package io.gatehouse.central.access;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who may sign in.
 *
 * @param active false once access was taken away; the name stays for the audit trail
 */
public record Account(
    long id,
    String name,
    Role role,
    boolean active,
    boolean mustChangePassword,
    Instant createdAt,
    Optional<Instant> signedInAt) {}
