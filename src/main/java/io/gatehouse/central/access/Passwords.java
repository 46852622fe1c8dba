package io.gatehouse.central.access;

import io.gatehouse.common.SecretHash;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** Makes, checks and keeps passwords. */
public final class Passwords {

  public static final int SHORTEST = 10;
  public static final int LONGEST = 200;

  /** Free of look-alikes: a one-time password is read from a screen and typed. */
  private static final String ONE_TIME_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final int ONE_TIME_LENGTH = 16;
  private static final int ONE_TIME_GROUP = 4;
  private static final int FEWEST_CHARACTERS = 4;

  private final int rounds;
  private final SecureRandom random = new SecureRandom();
  private final SecretHash nobody;

  public Passwords() {
    this(SecretHash.ROUNDS);
  }

  /**
   * With a cost of one's own, for tests, which have no secrets to keep.
   *
   * @param rounds of PBKDF2
   */
  Passwords(int rounds) {
    this.rounds = rounds;
    this.nobody = SecretHash.of(oneTime().toCharArray(), rounds, random);
  }

  /** Why a password is not taken; empty when it can be. */
  public Optional<String> fault(String name, String password) {
    String plain = plain(password);
    if (plain.length() < SHORTEST) {
      return Optional.of("a password has at least %d characters".formatted(SHORTEST));
    }
    if (plain.length() > LONGEST) {
      return Optional.of("a password has at most %d characters".formatted(LONGEST));
    }
    if (plain.chars().distinct().count() < FEWEST_CHARACTERS) {
      return Optional.of("a password has more than three different characters");
    }
    return plain.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT))
        ? Optional.of("a password does not hold the name")
        : Optional.empty();
  }

  /** A password that is shown once, such as {@code k4mf-92ns-xp7c-wq3a}: 79 bits. */
  public String oneTime() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < ONE_TIME_LENGTH; i++) {
      if (i > 0 && i % ONE_TIME_GROUP == 0) {
        text.append('-');
      }
      text.append(ONE_TIME_ALPHABET.charAt(random.nextInt(ONE_TIME_ALPHABET.length())));
    }
    return text.toString();
  }

  /** As it is kept. Takes a part of a second. */
  public String kept(String password) {
    return SecretHash.of(plain(password).toCharArray(), rounds, random).text();
  }

  /**
   * Whether it is the password that was kept. Takes as long where nothing was kept, so that the
   * time does not tell which names there are.
   */
  public boolean matches(Optional<String> kept, String password) {
    SecretHash hash = kept.map(SecretHash::parse).orElse(nobody);
    // what is longer was never taken, and would cost more to hash
    String typed = password.length() > LONGEST ? "" : plain(password);
    return hash.matches(typed.toCharArray()) && kept.isPresent();
  }

  /** One form of each letter: keyboards write Vietnamese in several. */
  private static String plain(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC);
  }
}
