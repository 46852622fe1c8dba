package io.gatehouse.ui.common;

import io.gatehouse.common.ErrorCode;
import io.gatehouse.common.KnownFailure;
import java.util.Optional;
import java.util.UUID;

/** Where in the kiosk one can be. */
public sealed interface Place {

  /** The lane, live: where the kiosk starts and comes back to. */
  record Live() implements Place {}

  /** A plate is being typed. */
  record Keypad(KeypadRequest request) implements Place {}

  /**
   * The passages.
   *
   * @param passage the one to open; empty for the list
   */
  record History(Optional<UUID> passage) implements Place {}

  /** Who is inside, and the lists. */
  record Vehicles() implements Place {}

  /** The way to all other screens. */
  record Menu() implements Place {}

  /** What a stay costs. */
  record Tariffs() implements Place {}

  /** Whoever begins a shift says who it is. */
  record SignIn() implements Place {}

  /** Who works here. */
  record People() implements Place {}

  /** What must stay known. */
  record Audit() implements Place {}

  /** The shift that goes on. */
  record Shift() implements Place {}

  /** What is in the drawer as the shift begins. */
  record Opening() implements Place {}

  /** The cash is counted, and the shift ends. */
  record HandOver() implements Place {}

  /** The shifts that have ended. */
  record Shifts() implements Place {}

  /** What came in, went out and was paid, and how well plates were read. */
  record Insight() implements Place {}

  /** What the central server has got, and what it has not. */
  record Sync() implements Place {}

  /** The first set-up, step by step. */
  record FirstSteps() implements Place {}

  /** What a technician sets. */
  record Setup() implements Place {}

  /**
   * Something went wrong that the guard has to know of.
   *
   * @param code to be read out on the phone
   * @param known what is understood of it; empty when nobody foresaw it
   * @param detail one line for the technician
   */
  record Failure(ErrorCode code, Optional<KnownFailure> known, String detail) implements Place {}
}
