package io.gatehouse.barrier;

import java.util.regex.Pattern;

/** Keeps user names and passwords out of screens, logs and messages. */
final class Secrets {

  private static final Pattern USER_INFO =
      Pattern.compile("(?i)(?:(?<web>://|%3A%2F%2F)[^/?#\\s@]*|(?<shelly>^\\s*shelly:).*)@");

  /** A password with characters that should have been written as {@code %2F}. */
  private static final Pattern UNTIDY =
      Pattern.compile("(?i)(://)[^/?#\\s@•]*:(?!\\d{1,5}(?:[/?#]|$)).*@");

  private static final Pattern SECRET =
      Pattern.compile("(?i)([a-z_]*(?:pass|pwd|password|auth_key|token|key|secret))=[^&#\\s]*");

  private Secrets() {}

  static String hidden(String text) {
    String tidy = USER_INFO.matcher(text).replaceAll("${web}${shelly}•••@");
    return SECRET.matcher(UNTIDY.matcher(tidy).replaceAll("$1•••@")).replaceAll("$1=•••");
  }
}
