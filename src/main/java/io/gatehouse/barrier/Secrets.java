package io.gatehouse.barrier;

import java.util.regex.Pattern;

/** Keeps user names and passwords out of screens, logs and messages. */
final class Secrets {

  private static final Pattern USER_INFO =
      Pattern.compile("(?i)(://|%3A%2F%2F|^shelly:)[^/?#\\s@]*@");
  private static final Pattern SECRET =
      Pattern.compile("(?i)([a-z_]*(?:pass|pwd|password|auth_key|token|key|secret))=[^&#\\s]*");

  private Secrets() {}

  static String hidden(String text) {
    return SECRET.matcher(USER_INFO.matcher(text).replaceAll("$1•••@")).replaceAll("$1=•••");
  }
}
