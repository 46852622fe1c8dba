package io.gatehouse.read;

import io.gatehouse.plate.ReadCharacter;
import java.util.List;

/**
 * What a reader saw in one line of writing.
 *
 * @param rawText everything it saw, separators and lower case included
 * @param characters only what a plate can hold: letters (folded to upper case) and digits
 */
public record ReadLine(String rawText, List<ReadCharacter> characters) {

  public ReadLine {
    characters = List.copyOf(characters);
  }
}
