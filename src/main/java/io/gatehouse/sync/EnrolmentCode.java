package io.gatehouse.sync;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a central's enrolment screen shows as a QR code: {@code gatehouse://enrol?url=…&code=…}.
 *
 * @param url the central's address
 * @param code good once, for a quarter of an hour
 */
public record EnrolmentCode(String url, String code) {

  private static final String BEGINNING = "gatehouse://enrol?";

  /** Empty when the text is something else. */
  public static Optional<EnrolmentCode> parse(String text) {
    String typed = text.strip();
    if (!typed.startsWith(BEGINNING)) {
      return Optional.empty();
    }
    Map<String, String> parts = new HashMap<>();
    try {
      for (String part : URI.create(typed).getRawQuery().split("&")) {
        int equals = part.indexOf('=');
        if (equals > 0) {
          parts.put(
              part.substring(0, equals),
              URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
        }
      }
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    String url = parts.getOrDefault("url", "");
    String code = parts.getOrDefault("code", "");
    return url.isEmpty() || code.isEmpty()
        ? Optional.empty()
        : Optional.of(new EnrolmentCode(url, code));
  }
}
