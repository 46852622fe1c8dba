package io.gatehouse.central.api;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One part of a file, as RFC 9110 asks for it: {@code bytes=0-99}, {@code bytes=100-}, {@code
 * bytes=-50}. Several parts at once are answered with the whole, as the RFC allows.
 *
 * @param first empty for the last so many bytes
 * @param last empty for all to the end
 */
record ByteRange(Optional<Long> first, Optional<Long> last) {

  private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,15})-(\\d{0,15})");

  /** Both ends count in. */
  record Part(int first, int last) {}

  /** Reads the header; empty where there is none, or one that means nothing. */
  static Optional<ByteRange> parse(String header) {
    Matcher matcher = ONE.matcher(header == null ? "" : header.strip());
    if (!matcher.matches() || header.strip().equals("bytes=-")) {
      return Optional.empty();
    }
    Optional<Long> first = number(matcher.group(1));
    Optional<Long> last = number(matcher.group(2));
    boolean backwards = first.isPresent() && last.filter(end -> end < first.get()).isPresent();
    return backwards ? Optional.empty() : Optional.of(new ByteRange(first, last));
  }

  private static Optional<Long> number(String digits) {
    return digits.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(digits));
  }

  /** The part of a file of so many bytes; empty where it has none such. */
  Optional<Part> of(int length) {
    long from = first.orElseGet(() -> Math.max(0, length - last.orElseThrow()));
    long to = first.isPresent() ? Math.min(last.orElse(Long.MAX_VALUE), length - 1L) : length - 1L;
    boolean empty = from >= length || (first.isEmpty() && last.orElseThrow() == 0);
    return empty ? Optional.empty() : Optional.of(new Part((int) from, (int) to));
  }
}
