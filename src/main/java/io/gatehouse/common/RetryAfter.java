package io.gatehouse.common;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The header {@code Retry-After} of RFC 9110: seconds, or a date. */
public final class RetryAfter {

  /** A server that says a day means well, but whoever asks once an hour harms nobody. */
  public static final Duration LONGEST = Duration.ofHours(1);

  private RetryAfter() {}

  /**
   * How long the server asks to be left alone, 0 to {@link #LONGEST}; empty when it says nothing
   * that can be understood.
   *
   * @param header null when there is none
   */
  public static Optional<Duration> parse(String header, Instant now) {
    if (header == null) {
      return Optional.empty();
    }
    String text = header.strip();
    Optional<Duration> wait =
        text.chars().allMatch(c -> c >= '0' && c <= '9') ? seconds(text) : date(text, now);
    return wait.map(asked -> asked.isNegative() ? Duration.ZERO : asked)
        .map(asked -> asked.compareTo(LONGEST) > 0 ? LONGEST : asked);
  }

  private static Optional<Duration> seconds(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    // more digits are more than a year, whatever they are
    return Optional.of(text.length() > 8 ? LONGEST : Duration.ofSeconds(Long.parseLong(text)));
  }

  private static Optional<Duration> date(String text, Instant now) {
    try {
      Instant then = DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
      return Optional.of(Duration.between(now, then));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
