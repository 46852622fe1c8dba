package io.gatehouse.common;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One line for the technician: what is wrong and what to do. In English for the log, the doctor and
 * the trail; those lines that are met often also have a kind, so that a screen can say them in its
 * own language.
 *
 * @param kind whose word the screen has; empty for a line that is shown as it is
 * @param values what the screen's words are filled in with, in order
 */
public record TechnicalNote(String english, Optional<Enum<?>> kind, List<String> values) {

  /** All is well. */
  public static final TechnicalNote NONE = plain("");

  public TechnicalNote {
    values = List.copyOf(values);
  }

  /** In English alone. */
  public static TechnicalNote plain(String english) {
    return new TechnicalNote(english, Optional.empty(), List.of());
  }

  /** In every language of the screen. */
  public static TechnicalNote of(Enum<?> kind, String english, Object... values) {
    return new TechnicalNote(
        english, Optional.of(kind), Stream.of(values).map(String::valueOf).toList());
  }

  public boolean isEmpty() {
    return english.isEmpty();
  }
}
