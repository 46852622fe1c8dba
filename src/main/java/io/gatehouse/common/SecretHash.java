package io.gatehouse.common;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A secret that people type, as it is kept: PBKDF2 with HMAC-SHA-256 (RFC 8018). Salt and cost are
 * in the text, so that the cost can grow with the machines. Making and matching one take a part of
 * a second: not for the screen's thread.
 */
public final class SecretHash {

  /** Rounds for new ones: what OWASP's Password Storage Cheat Sheet asks for. */
  public static final int ROUNDS = 600_000;

  private static final String SCHEME = "pbkdf2-sha256";
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  private final int rounds;
  private final byte[] salt;
  private final byte[] hash;

  private SecretHash(int rounds, byte[] salt, byte[] hash) {
    this.rounds = rounds;
    this.salt = salt;
    this.hash = hash;
  }

  /**
   * Hashes a new secret with a salt of its own.
   *
   * @param secret is wiped
   */
  public static SecretHash of(char[] secret, int rounds, SecureRandom random) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return new SecretHash(rounds, salt, derive(secret, rounds, salt));
  }

  /**
   * Reads a stored secret again.
   *
   * @param text as {@link #text()} gave it
   * @throws IllegalArgumentException when it is no such text
   */
  public static SecretHash parse(String text) {
    String[] parts = text.split("\\$", -1);
    if (parts.length != 4 || !parts[0].equals(SCHEME)) {
      throw new IllegalArgumentException("not a stored secret of the form " + SCHEME);
    }
    int rounds = Integer.parseInt(parts[1]);
    byte[] salt = Base64.getDecoder().decode(parts[2]);
    byte[] hash = Base64.getDecoder().decode(parts[3]);
    if (rounds < 1 || salt.length < SALT_BYTES || hash.length != HASH_BYTES) {
      throw new IllegalArgumentException("a stored secret with less than it must have");
    }
    return new SecretHash(rounds, salt, hash);
  }

  /** {@code pbkdf2-sha256$rounds$salt$hash}, the last two in Base64. */
  public String text() {
    Base64.Encoder base64 = Base64.getEncoder();
    return "%s$%d$%s$%s"
        .formatted(SCHEME, rounds, base64.encodeToString(salt), base64.encodeToString(hash));
  }

  /**
   * Takes as long for a right secret as for a wrong one.
   *
   * @param secret is wiped
   */
  public boolean matches(char[] secret) {
    return MessageDigest.isEqual(hash, derive(secret, rounds, salt));
  }

  private static byte[] derive(char[] typed, int rounds, byte[] salt) {
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
    return "SecretHash of " + rounds + " rounds";
  }
}
