package io.gatehouse.barrier;

import io.gatehouse.barrier.BarrierAddressException.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program that raises the boom. No shell: words are split at blanks, quotes hold words together.
 *
 * @param open program and arguments
 * @param close lowers it; empty where it falls by itself
 */
record CommandAddress(List<String> open, Optional<List<String>> close, Timing timing)
    implements BarrierAddress {

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

  static CommandAddress of(String place) throws BarrierAddressException {
    Parts parts = Parts.of(place, '#');
    AddressOptions options = parts.options();
    Optional<String> close = options.text("close");
    Timing timing = Timing.of(options);
    options.nothingElse("close", Timing.OPTIONS);
    return new CommandAddress(
        words(parts.place()),
        close.isEmpty() ? Optional.empty() : Optional.of(words(close.get())),
        timing);
  }

  private static List<String> words(String line) throws BarrierAddressException {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(line);
    while (matcher.find()) {
      for (int group = 1; group <= 3; group++) {
        if (matcher.group(group) != null) {
          words.add(matcher.group(group));
        }
      }
    }
    if (words.isEmpty() || !words.getFirst().startsWith("/")) {
      throw new BarrierAddressException(
          Problem.NO_PROGRAM,
          line,
          "command: needs a program with its whole path, such as command:/usr/local/bin/open");
    }
    return List.copyOf(words);
  }
}
