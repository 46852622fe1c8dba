package io.gatehouse.parking.people;

import java.util.Optional;

/** A PIN as it was typed. Never written anywhere: its text says nothing of it. */
public final class Pin {

  public static final int LONGEST = 8;

  private static final int SHORTEST = 4;

  /** Of those who may allow others something. */
  private static final int SHORTEST_OF_TRUSTED = 6;

  private final String digits;

  private Pin(String digits) {
    this.digits = digits;
  }

  /** Why a PIN is not taken. */
  public enum Fault {
    TOO_SHORT,
    TOO_LONG,
    NO_DIGITS,
    /** All the same, or counting up or down: the first that anybody tries. */
    TOO_PLAIN
  }

  public static Pin of(String digits) {
    return new Pin(digits);
  }

  /** The least number of digits that a role needs. */
  public static int shortest(Role role) {
    return role == Role.GUARD ? SHORTEST : SHORTEST_OF_TRUSTED;
  }

  /** What is wrong with it as a new PIN; empty when it can be taken. */
  public Optional<Fault> fault(Role role) {
    if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.of(Fault.NO_DIGITS);
    }
    if (digits.length() < shortest(role)) {
      return Optional.of(Fault.TOO_SHORT);
    }
    if (digits.length() > LONGEST) {
      return Optional.of(Fault.TOO_LONG);
    }
    return isPlain() ? Optional.of(Fault.TOO_PLAIN) : Optional.empty();
  }

  private boolean isPlain() {
    int step = digits.charAt(1) - digits.charAt(0);
    if (Math.abs(step) > 1) {
      return false;
    }
    for (int i = 2; i < digits.length(); i++) {
      if (digits.charAt(i) - digits.charAt(i - 1) != step) {
        return false;
      }
    }
    return true;
  }

  char[] characters() {
    return digits.toCharArray();
  }

  /** Whether both are the same digits. */
  public boolean same(Pin other) {
    return digits.equals(other.digits);
  }

  @Override
  public String toString() {
    return "PIN";
  }
}
