package io.gatehouse.central.access;

import java.util.EnumSet;
import java.util.Set;

/** What somebody who signs in is to the site, and so what is allowed. */
public enum Role {
  /** Everything. */
  OWNER(EnumSet.complementOf(EnumSet.of(Permission.SEND, Permission.PUBLIC))),
  /** The daily work: who is inside, what went through, with the pictures. */
  STAFF(EnumSet.of(Permission.OWN_SESSION, Permission.READ, Permission.RECOGNIZE)),
  /** Reads all, the audit trail too, and changes nothing. */
  AUDITOR(
      EnumSet.of(
          Permission.OWN_SESSION,
          Permission.READ,
          Permission.READ_FIGURES,
          Permission.READ_ADMINISTRATION));

  @SuppressWarnings("ImmutableEnumChecker") // never changed after this line
  private final Set<Permission> permissions;

  Role(Set<Permission> permissions) {
    this.permissions = Set.copyOf(permissions);
  }

  /** Whether it may use a route that asks for this. */
  public boolean may(Permission permission) {
    return permission == Permission.PUBLIC || permissions.contains(permission);
  }
}
