package io.gatehouse.barrier;

import io.gatehouse.barrier.BarrierAddressException.Problem;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The options of a barrier's address, {@code name=value&name=value}; each is asked for once. */
final class AddressOptions {

  private static final Pattern TIME = Pattern.compile("(\\d{1,6})(?:\\.(\\d))?(ms|s)");

  private final Map<String, String> left = new LinkedHashMap<>();

  AddressOptions(String written) {
    for (String option : written.split("&")) {
      if (!option.isBlank()) {
        int equals = option.indexOf('=');
        String name = equals < 0 ? option : option.substring(0, equals);
        String value = equals < 0 ? "true" : option.substring(equals + 1);
        left.put(name.strip().toLowerCase(Locale.ROOT), decoded(value));
      }
    }
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return value; // a percent sign that is meant as one
    }
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(left.remove(name));
  }

  OptionalInt number(String name, int from, int to) throws BarrierAddressException {
    Optional<String> value = text(name);
    if (value.isEmpty()) {
      return OptionalInt.empty();
    }
    OptionalInt number = wholeNumber(value.get(), from, to);
    if (number.isEmpty()) {
      throw wrong(name, value.get(), "a number from %d to %d".formatted(from, to));
    }
    return number;
  }

  static OptionalInt wholeNumber(String text, int from, int to) {
    if (!text.matches("\\d{1,9}")) {
      return OptionalInt.empty();
    }
    int number = Integer.parseInt(text);
    return number >= from && number <= to ? OptionalInt.of(number) : OptionalInt.empty();
  }

  /** One of a few words. */
  String word(String name, String otherwise, String... allowed) throws BarrierAddressException {
    String value = text(name).orElse(otherwise).toLowerCase(Locale.ROOT);
    if (!List.of(allowed).contains(value)) {
      throw wrong(name, value, String.join(" or ", allowed));
    }
    return value;
  }

  /** A time such as {@code 500ms}, {@code 2s} or {@code 1.5s}. */
  Duration time(String name, Duration otherwise, Duration from, Duration to)
      throws BarrierAddressException {
    Optional<String> value = text(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    String wanted = "a time from %s to %s".formatted(words(from), words(to));
    Matcher matcher = TIME.matcher(value.get());
    if (!matcher.matches() || (matcher.group(2) != null && matcher.group(3).equals("ms"))) {
      throw wrong(name, value.get(), wanted);
    }
    long whole = Long.parseLong(matcher.group(1));
    long tenths = matcher.group(2) == null ? 0 : Long.parseLong(matcher.group(2));
    Duration time =
        matcher.group(3).equals("ms")
            ? Duration.ofMillis(whole)
            : Duration.ofMillis(whole * 1_000 + tenths * 100);
    if (time.compareTo(from) < 0 || time.compareTo(to) > 0) {
      throw wrong(name, value.get(), wanted);
    }
    return time;
  }

  static String words(Duration time) {
    return time.toMillis() % 1_000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }

  /**
   * Call when all were asked for.
   *
   * @param known the names there are
   * @throws BarrierAddressException when one is left that nobody asked for
   */
  void nothingElse(String... known) throws BarrierAddressException {
    if (!left.isEmpty()) {
      String name = left.keySet().iterator().next();
      throw new BarrierAddressException(
          Problem.UNKNOWN_OPTION,
          name,
          "there is no option '%s'; the options: %s"
              .formatted(name, String.join(", ", Arrays.asList(known))));
    }
  }

  static BarrierAddressException wrong(String name, String value, String wanted) {
    return new BarrierAddressException(
        Problem.WRONG_VALUE, name, "%s=%s must be %s".formatted(name, value, wanted));
  }
}
