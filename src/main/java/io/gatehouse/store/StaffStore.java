package io.gatehouse.store;

import io.gatehouse.parking.people.Actor;
import io.gatehouse.parking.people.Person;
import io.gatehouse.parking.people.PinHash;
import io.gatehouse.parking.people.PinThrottle;
import io.gatehouse.parking.people.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The people who work at the gate. There are none at first; the first is a supervisor, and an
 * active supervisor there always is from then on. Every change is written into the audit trail.
 */
public interface StaffStore {

  /** All of them: the active first, then by name. */
  List<Person> people() throws StoreException;

  /**
   * A new person, active.
   *
   * @throws StaffRuleException when the name is empty or taken, or the first is no supervisor
   */
  Person add(String name, Role role, PinHash pin, Actor by, Instant at)
      throws StoreException, StaffRuleException;

  /**
   * Changes role, or whether somebody may sign in.
   *
   * @throws StaffRuleException when no active supervisor would be left, or the name is taken
   */
  Person change(UUID id, Role role, boolean active, Actor by, Instant at)
      throws StoreException, StaffRuleException;

  /** A new PIN; wrong ones before are forgotten. */
  void setPin(UUID id, PinHash pin, Actor by, Instant at) throws StoreException;

  /** The PIN of an active person. */
  Optional<PinHash> pin(UUID id) throws StoreException;

  /**
   * Counts a PIN as wrong before it is looked at, so that pulling the plug does not help: nothing
   * is counted while one must wait.
   *
   * @return as it was before; look at the PIN only where it does not ask to wait
   */
  PinThrottle beginAttempt(UUID id, Instant now) throws StoreException;

  /** The PIN was right: wrong ones before are forgotten. */
  void rightPin(UUID id) throws StoreException;

  /** The PIN was wrong: writes it down. */
  void wrongPin(UUID id, Instant at) throws StoreException;
}
