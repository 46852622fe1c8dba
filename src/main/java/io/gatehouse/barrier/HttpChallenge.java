package io.gatehouse.barrier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A way in which a device lets itself be told the password: one of those in the header {@code
 * WWW-Authenticate} (RFC 9110, section 11.6.1).
 *
 * @param scheme {@code basic}, {@code digest} or another, in small letters
 * @param values by name in small letters, without their quotes
 */
record HttpChallenge(String scheme, Map<String, String> values) {

  private static final Pattern PART =
      Pattern.compile(
          "\\G[\\s,]*(?:(?<name>[\\w!#$&'*+.^`|~-]+)\\s*=\\s*"
              + "(?:\"(?<quoted>(?:[^\"\\\\]|\\\\.)*)\"|(?<plain>[^\\s,\"]+))"
              + "|(?<scheme>[A-Za-z][\\w-]*)(?=[\\s,]|$))");

  HttpChallenge {
    values = Map.copyOf(values);
  }

  /** All that these headers offer; several may stand in one, behind commas. */
  static List<HttpChallenge> all(List<String> headers) {
    List<HttpChallenge> found = new ArrayList<>();
    headers.forEach(header -> read(header, found));
    return found;
  }

  private static void read(String header, List<HttpChallenge> found) {
    String scheme = "";
    Map<String, String> values = new HashMap<>();
    Matcher part = PART.matcher(header);
    while (part.find()) {
      if (part.group("scheme") == null) {
        values.put(part.group("name").toLowerCase(Locale.ROOT), value(part));
      } else {
        add(scheme, values, found);
        scheme = part.group("scheme").toLowerCase(Locale.ROOT);
        values.clear();
      }
    }
    add(scheme, values, found);
  }

  private static String value(Matcher part) {
    return part.group("quoted") == null
        ? part.group("plain")
        : part.group("quoted").replaceAll("\\\\(.)", "$1");
  }

  private static void add(String scheme, Map<String, String> values, List<HttpChallenge> found) {
    if (!scheme.isEmpty()) {
      found.add(new HttpChallenge(scheme, values));
    }
  }

  Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  boolean is(String name) {
    return scheme.equals(name);
  }
}
