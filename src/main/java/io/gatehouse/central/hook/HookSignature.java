package io.gatehouse.central.hook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Lets a receiver know that a message is from here and not an old one told again: {@code
 * t=<seconds>,v1=<HMAC-SHA256 of "seconds.body", hexadecimal>}, over the body as it is sent, a
 * picture in it and all.
 */
final class HookSignature {

  /** The header that it stands in. */
  static final String HEADER = "X-Gatehouse-Signature";

  private static final String ALGORITHM = "HmacSHA256";

  private HookSignature() {}

  static String of(String secret, Instant at, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update((at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
      byte[] sum = mac.doFinal(body);
      return "t=%d,v1=%s".formatted(at.getEpochSecond(), HexFormat.of().formatHex(sum));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
