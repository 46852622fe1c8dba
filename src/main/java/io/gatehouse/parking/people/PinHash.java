package io.gatehouse.parking.people;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A PIN as it is kept: PBKDF2 with HMAC-SHA-256 (RFC 8018). Salt and cost are in the text, so that
 * the cost can grow with the machines. Making and matching one take a part of a second: not for the
 * screen's thread.
 */
public final class PinHash {

  /** Rounds for new ones: what OWASP's Password Storage Cheat Sheet asks for. */
  public static final int ROUNDS = 600_000;

  private static final String SCHEME = "pbkdf2-sha256";
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  private final int rounds;
  private final byte[] salt;
  private final byte[] hash;

  private PinHash(int rounds, byte[] salt, byte[] hash) {
    this.rounds = rounds;
    this.salt = salt;
    this.hash = hash;
  }

  public static PinHash of(Pin pin, int rounds, SecureRandom random) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return new PinHash(rounds, salt, derive(pin, rounds, salt));
  }

  /**
   * Reads a stored PIN again.
   *
   * @param text as {@link #text()} gave it
   * @throws IllegalArgumentException when it is no such text
   */
  public static PinHash parse(String text) {
    String[] parts = text.split("\\$", -1);
    if (parts.length != 4 || !parts[0].equals(SCHEME)) {
      throw new IllegalArgumentException("not a stored PIN of the form " + SCHEME);
    }
    int rounds = Integer.parseInt(parts[1]);
    byte[] salt = Base64.getDecoder().decode(parts[2]);
    byte[] hash = Base64.getDecoder().decode(parts[3]);
    if (rounds < 1 || salt.length < SALT_BYTES || hash.length != HASH_BYTES) {
      throw new IllegalArgumentException("a stored PIN with less than it must have");
    }
    return new PinHash(rounds, salt, hash);
  }

  /** {@code pbkdf2-sha256$rounds$salt$hash}, the last two in Base64. */
  public String text() {
    Base64.Encoder base64 = Base64.getEncoder();
    return "%s$%d$%s$%s"
        .formatted(SCHEME, rounds, base64.encodeToString(salt), base64.encodeToString(hash));
  }

  /** Takes as long for a right PIN as for a wrong one. */
  public boolean matches(Pin pin) {
    return MessageDigest.isEqual(hash, derive(pin, rounds, salt));
  }

  private static byte[] derive(Pin pin, int rounds, byte[] salt) {
    char[] typed = pin.characters();
    PBEKeySpec spec = new PBEKeySpec(typed, salt, rounds, HASH_BYTES * Byte.SIZE);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has PBKDF2WithHmacSHA256", e);
    } finally {
      spec.clearPassword();
      Arrays.fill(typed, '0');
    }
  }

  @Override
  public String toString() {
    return "PinHash of " + rounds + " rounds";
  }
}
