package io.gatehouse.parking.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PinHashTest {

  private static final int FEW = 10;

  private final SecureRandom random = new SecureRandom();

  @Test
  void onlyTheSamePinMatchesAlsoAfterItWasKept() {
    PinHash kept = PinHash.parse(PinHash.of(Pin.of("4711"), FEW, random).text());

    assertThat(kept.matches(Pin.of("4711"))).isTrue();
    assertThat(kept.matches(Pin.of("4712"))).isFalse();
    assertThat(kept.matches(Pin.of("47110"))).isFalse();
    assertThat(kept.matches(Pin.of(""))).isFalse();
  }

  @Test
  void samePinOfTwoPeopleLooksDifferent() {
    assertThat(PinHash.of(Pin.of("4711"), FEW, random).text())
        .isNotEqualTo(PinHash.of(Pin.of("4711"), FEW, random).text());
  }

  /** RFC 7914, section 11: PBKDF2-HMAC-SHA-256 of "passwd" with the salt "salt", one round. */
  @Test
  void hashesAsTheStandardSays() {
    String longSalt = "c2FsdHNhbHRzYWx0c2FsdA==";
    PinHash known =
        PinHash.parse(
            "pbkdf2-sha256$1$" + longSalt + "$" + reference("4711", "saltsaltsaltsalt", 1));

    assertThat(known.matches(Pin.of("4711"))).isTrue();
  }

  /** PBKDF2 by its definition, for one block: U1 xor U2 xor … */
  private static String reference(String pin, String salt, int rounds) {
    try {
      javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
      mac.init(
          new javax.crypto.spec.SecretKeySpec(
              pin.getBytes(java.nio.charset.StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] u = mac.doFinal((salt + "\0\0\0\1").getBytes(java.nio.charset.StandardCharsets.UTF_8));
      byte[] sum = u.clone();
      for (int round = 1; round < rounds; round++) {
        u = mac.doFinal(u);
        for (int i = 0; i < sum.length; i++) {
          sum[i] ^= u[i];
        }
      }
      return java.util.Base64.getEncoder().encodeToString(sum);
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "4711", "md5$1$AAAA$AAAA", "pbkdf2-sha256$x$y$z", "pbkdf2-sha256$0$AA==$AA=="})
  void refusesWhatIsNoStoredPin(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> PinHash.parse(text));
  }

  @Test
  void neverTellsThePin() {
    assertThat(Pin.of("4711").toString()).doesNotContain("4711");
    assertThat(PinHash.of(Pin.of("4711"), FEW, random).toString()).doesNotContain("$");
  }

  @ParameterizedTest
  @CsvSource({
    "4711,GUARD,",
    "471,GUARD,TOO_SHORT",
    "1234,GUARD,TOO_PLAIN",
    "9876,GUARD,TOO_PLAIN",
    "0000,GUARD,TOO_PLAIN",
    "1212,GUARD,",
    "47a1,GUARD,NO_DIGITS",
    "471147,SUPERVISOR,",
    "4711,SUPERVISOR,TOO_SHORT",
    "4711,TECHNICIAN,TOO_SHORT",
    "471147114,SUPERVISOR,TOO_LONG",
  })
  void newPinMustNotBeTheFirstThatIsTried(String digits, Role role, Pin.Fault fault) {
    assertThat(Pin.of(digits).fault(role).orElse(null)).isEqualTo(fault);
  }
}
