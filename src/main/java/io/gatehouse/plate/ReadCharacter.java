package io.gatehouse.plate;

import java.util.List;

/**
 * One character as a reader saw it.
 *
 * @param value upper-case letter (Đ included) or digit
 * @param confidence 0 to 1
 * @param alternatives the next-best characters, best first, without {@code value}
 */
public record ReadCharacter(char value, float confidence, List<Candidate> alternatives) {

  public ReadCharacter {
    alternatives = List.copyOf(alternatives);
  }
}
