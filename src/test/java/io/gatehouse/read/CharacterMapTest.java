package io.gatehouse.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.plate.Candidate;
import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class CharacterMapTest {

  private static final String CLASSES = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZĐ";
  private static final int ROWS = 8;
  private static final int COLUMNS = 40;
  private static final int PLANE = ROWS * COLUMNS;

  private final float[] cells = new float[43 * PLANE];
  private final CharacterMap map =
      new CharacterMap(0.3f, new ConfidenceCurve(new float[] {0, 1}, new float[] {0, 1}));

  CharacterMapTest() {
    for (int cell = 0; cell < PLANE; cell++) {
      cells[cell] = -9; // no character
    }
  }

  @Test
  void readsTheUpperLineBeforeTheLowerAndEachFromLeftToRight() {
    put('4', 20, 6, 1, 4);
    put('P', 25, 1, 0, 4);
    put('5', 5, 1, 0, 4);
    put('8', 8, 6, 1, 4);

    assertThat(text(decoded())).isEqualTo("5P84");
  }

  @Test
  void aTiltedLineIsReadAlongItsTilt() {
    put('A', 4, 1, 0, 4);
    put('B', 16, 3, 0, 4);
    put('C', 28, 5, 0, 4);

    assertThat(text(decoded())).isEqualTo("ABC");
  }

  @Test
  void twoPeaksOnOneCharacterAreOne() {
    put('8', 10, 3, 0, 5);
    put('B', 12, 3, 0, 3); // two cells beside it, where one character is four cells wide

    assertThat(text(decoded())).isEqualTo("8");
  }

  @Test
  void aCharacterHasThePlaceAndSizeTheNetworkGaveIt() {
    put('7', 10, 3, 0, 4);
    cells[39 * PLANE + 3 * COLUMNS + 10] = 0.25f;

    CharacterMap.Glyph glyph = decoded().glyphs().getFirst();

    assertThat(glyph.x()).isEqualTo(43, within(1e-3));
    assertThat(glyph.y()).isEqualTo(28, within(1e-3));
    assertThat(glyph.w()).isEqualTo(16, within(1e-3));
    assertThat(glyph.h()).isEqualTo(32, within(1e-3));
  }

  @Test
  void whatElseItMayBeIsACandidate() {
    put('8', 10, 3, 0, 6);
    cells[(1 + CLASSES.indexOf('B')) * PLANE + 3 * COLUMNS + 10] = 9;

    List<Candidate> alternatives = decoded().glyphs().getFirst().character().alternatives();

    assertThat(alternatives.getFirst().value()).isEqualTo('B');
    assertThat(alternatives.getFirst().confidence()).isGreaterThan(0.2f);
  }

  @Test
  void aTraceTooFaintToBeACharacterIsToldApart() {
    put('8', 10, 3, 0, 4);
    put('1', 30, 3, 0, -1.5f);

    assertThat(text(decoded())).isEqualTo("8");
    assertThat(decoded().overlooked()).isEqualTo(0.182f, within(0.001f));
  }

  @Test
  void anEmptyCropHoldsNothing() {
    assertThat(decoded().glyphs()).isEmpty();
    assertThat(decoded().overlooked()).isZero();
  }

  private CharacterMap.Glyphs decoded() {
    return map.decode(FloatBuffer.wrap(cells));
  }

  private static String text(CharacterMap.Glyphs glyphs) {
    StringBuilder text = new StringBuilder();
    glyphs.glyphs().forEach(g -> text.append(g.character().value()));
    return text.toString();
  }

  private void put(char value, int column, int row, int line, float presence) {
    int cell = row * COLUMNS + column;
    cells[cell] = presence;
    cells[(1 + CLASSES.indexOf(value)) * PLANE + cell] = 10;
    cells[38 * PLANE + cell] = line == 1 ? 5 : -5;
    cells[41 * PLANE + cell] = 4; // cells wide
    cells[42 * PLANE + cell] = 4; // cells high
  }
}
