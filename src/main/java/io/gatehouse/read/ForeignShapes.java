package io.gatehouse.read;

import io.gatehouse.plate.Candidate;
import io.gatehouse.plate.ReadCharacter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tells O from 0 and I from 1 on plates of countries without a grammar, where only the place tells:
 * on many plates the two are the same glyph.
 */
final class ForeignShapes {

  /** L a letter, D a digit. A text that two shapes would settle differently stays as it is. */
  private static final List<String> SHAPES =
      List.of(
          "LLDDDLL", // France, Italy, Slovakia, Albania, Georgia
          "LLDLDL", // Missouri
          "DLLLDDD", // California, cars
          "DDDDDLD", // California, lorries
          "DLDDDDD", // likewise, older
          "LLLDDDD", // Texas, New York, Pennsylvania and others
          "LLLDDD", "DDDLLL");

  private ForeignShapes() {}

  /** The same characters, with look-alikes set by place where the shape is known. */
  static List<ReadCharacter> settle(List<ReadCharacter> characters) {
    if (characters.stream().noneMatch(c -> Character.isLetter(c.value()) && !isTwin(c.value()))) {
      return characters;
    }
    List<String> texts =
        SHAPES.stream()
            .filter(shape -> fits(characters, shape))
            .map(shape -> text(characters, shape))
            .distinct()
            .toList();
    if (texts.size() != 1) {
      return characters;
    }
    List<ReadCharacter> settled = new ArrayList<>();
    for (int i = 0; i < characters.size(); i++) {
      settled.add(settled(characters.get(i), texts.getFirst().charAt(i)));
    }
    return settled;
  }

  private static boolean isTwin(char value) {
    return value == 'O' || value == '0' || value == 'I' || value == '1';
  }

  private static boolean fits(List<ReadCharacter> characters, String shape) {
    return characters.size() == shape.length()
        && IntStream.range(0, shape.length())
            .allMatch(i -> fits(characters.get(i).value(), shape.charAt(i)));
  }

  private static boolean fits(char value, char place) {
    return isTwin(value) || (Character.isLetter(value) == (place == 'L'));
  }

  private static String text(List<ReadCharacter> characters, String shape) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < shape.length(); i++) {
      text.append(atPlace(characters.get(i).value(), shape.charAt(i) == 'L'));
    }
    return text.toString();
  }

  private static char atPlace(char value, boolean letter) {
    return switch (value) {
      case 'O', '0' -> letter ? 'O' : '0';
      case 'I', '1' -> letter ? 'I' : '1';
      default -> value;
    };
  }

  private static ReadCharacter settled(ReadCharacter read, char value) {
    if (value == read.value()) {
      return read;
    }
    List<Candidate> alternatives = new ArrayList<>();
    alternatives.add(new Candidate(read.value(), 1 - read.confidence()));
    read.alternatives().stream().filter(c -> c.value() != value).forEach(alternatives::add);
    return new ReadCharacter(value, read.confidence(), alternatives);
  }
}
