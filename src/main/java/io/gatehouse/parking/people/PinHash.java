package io.gatehouse.parking.people;

import io.gatehouse.common.SecretHash;
import java.security.SecureRandom;

/** A PIN as it is kept. Making and matching one take a part of a second. */
public final class PinHash {

  /** Rounds for new ones. */
  public static final int ROUNDS = SecretHash.ROUNDS;

  private final SecretHash hash;

  private PinHash(SecretHash hash) {
    this.hash = hash;
  }

  public static PinHash of(Pin pin, int rounds, SecureRandom random) {
    return new PinHash(SecretHash.of(pin.characters(), rounds, random));
  }

  /**
   * Reads a stored PIN again.
   *
   * @param text as {@link #text()} gave it
   * @throws IllegalArgumentException when it is no such text
   */
  public static PinHash parse(String text) {
    return new PinHash(SecretHash.parse(text));
  }

  /** {@code pbkdf2-sha256$rounds$salt$hash}, the last two in Base64. */
  public String text() {
    return hash.text();
  }

  /** Takes as long for a right PIN as for a wrong one. */
  public boolean matches(Pin pin) {
    return hash.matches(pin.characters());
  }

  @Override
  public String toString() {
    return "PinHash";
  }
}
