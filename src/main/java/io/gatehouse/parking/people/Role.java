package io.gatehouse.parking.people;

/** What somebody is to the site. */
public enum Role {
  GUARD,
  SUPERVISOR,
  TECHNICIAN
}
