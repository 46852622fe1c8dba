package io.gatehouse.learn;

import io.gatehouse.plate.ReadCharacter;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A passage whose plate a guard has confirmed, corrected or typed.
 *
 * @param truth compact text by the guard
 * @param read compact text as the machine proposed it; empty when it read nothing
 * @param characters as read, one for each character of {@code read}
 * @param lines of the plate, 0 when not seen
 * @param reader which one, with the mark of what was learned then; empty when none
 */
public record LabelledPassage(
    UUID id,
    Instant capturedAt,
    String truth,
    String read,
    List<ReadCharacter> characters,
    int lines,
    String reader) {

  public LabelledPassage {
    characters = List.copyOf(characters);
  }

  /** As sure as the least sure character, 0 to 1; 0 when nothing was read. */
  float confidence() {
    return (float) characters.stream().mapToDouble(ReadCharacter::confidence).min().orElse(0);
  }

  public boolean corrected() {
    return !truth.equals(read);
  }
}
