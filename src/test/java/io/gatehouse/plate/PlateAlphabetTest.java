package io.gatehouse.plate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.BasicStroke;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

final class PlateAlphabetTest {

  private static final String HEAD = "height 100\nstroke 14\n";
  private static final String BOX = "box 62 M 13 7 L 49 93\n";

  private final PlateAlphabet alphabet = PlateAlphabet.load();

  @Test
  void everyCharacterOfAPlateHasAGlyph() {
    for (char character : "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZĐ-.".toCharArray()) {
      assertThat(alphabet.glyph(character).character()).isEqualTo(character);
    }
    assertThat(alphabet.characters()).hasSize(39);
  }

  @Test
  void inkStaysWithinTheAdvanceAndBetweenTopAndFoot() {
    for (char character : alphabet.characters()) {
      Glyph glyph = alphabet.glyph(character);
      Rectangle2D ink = ink(glyph);
      assertThat(ink.getMinX()).as("left of %s", character).isGreaterThan(0);
      assertThat(ink.getMaxX()).as("right of %s", character).isLessThan(glyph.advance());
      assertThat(ink.getMinY()).as("top of %s", character).isGreaterThan(-0.5);
      assertThat(ink.getMaxY()).as("foot of %s", character).isLessThan(101);
    }
  }

  @Test
  void lettersAndDigitsReachFromTopToFoot() {
    for (char character : alphabet.characters()) {
      if (Character.isLetterOrDigit(character)) {
        Rectangle2D ink = ink(alphabet.glyph(character));
        assertThat(ink.getMinY()).as("top of %s", character).isCloseTo(0, within(0.5));
        assertThat(ink.getMaxY()).as("foot of %s", character).isCloseTo(100, within(1.0));
      }
    }
  }

  @Test
  void scalingFollowsTheHeightAndKeepsTheStrokeEven() {
    Glyph narrow = alphabet.glyph('0').scaled(50, 0.8);

    assertThat(narrow.advance()).isCloseTo(62 * 0.5 * 0.8, within(1e-9));
    assertThat(narrow.strokeWidth()).isCloseTo(7, within(1e-9));
    assertThat(narrow.height()).isEqualTo(50);
    assertThat(narrow.path().getFirst()).isEqualTo(new PathSegment.Move(13 * 0.5 * 0.8, 12.5));
  }

  @Test
  void svgPathIsThePathOfTheFile() {
    assertThat(alphabet.glyph('L').moved(10, 0.25).svgPath())
        .isEqualTo("M 23 0.25 L 23 93.25 L 62 93.25");
    for (char character : alphabet.characters()) {
      Glyph glyph = alphabet.glyph(character);
      assertThat(SvgPath.parse(glyph.svgPath())).isEqualTo(glyph.path());
    }
  }

  @Test
  void unknownCharacterIsAClearErrorOrABox() {
    assertThatThrownBy(() -> alphabet.glyph('ß'))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no plate glyph for 'ß' (U+00DF)");

    Glyph box = alphabet.glyphOrBox('ß');
    assertThat(box.character()).isEqualTo('ß');
    assertThat(box.path()).last().isEqualTo(new PathSegment.Close());
    assertThat(alphabet.glyphOrBox('A')).isEqualTo(alphabet.glyph('A'));
  }

  @Test
  void brokenFileNamesItsLine() {
    assertBroken(
        HEAD + "glyph A 62 M 1 2 Q 3 4 5 6\n", "line 3: path command is not M, L, C or Z: Q");
    assertBroken(HEAD + "glyph A 62 M 1\n", "line 3: path ends within a segment: M 1");
    assertBroken(HEAD + "glyph A 62 L 1 2\n", "line 3: path does not start with M: 'L 1 2'");
    assertBroken(HEAD + "glyph AB 62 M 1 2\n", "line 3: glyph needs one character");
    assertBroken(HEAD + "glyph A 9 M 1 2\nglyph A 9 M 1 2\n", "line 4: second glyph for 'A'");
    assertBroken("glyph A 62 M 1 2\n", "line 1: height and stroke must come before the glyphs");
    assertBroken(HEAD + "cap round\n", "line 3: only 'butt' is drawn, not 'round'");
    assertBroken(HEAD + "weight 3\n", "line 3: unknown word 'weight'");
    assertBroken(HEAD, "no box for unknown characters");
  }

  @Test
  void commentsAndBlankLinesSayNothing() throws IOException {
    PlateAlphabet small =
        PlateAlphabet.parse(new StringReader("# note\n\n" + HEAD + BOX + "glyph A 62 M 1 2 L 3 4"));

    assertThat(small.characters()).containsExactly('A');
  }

  private static void assertBroken(String file, String message) {
    assertThatThrownBy(() -> PlateAlphabet.parse(new StringReader(file)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(message);
  }

  private static Rectangle2D ink(Glyph glyph) {
    return new BasicStroke(
            (float) glyph.strokeWidth(),
            BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_MITER,
            (float) PlateAlphabet.MITER_LIMIT)
        .createStrokedShape(AlphabetSheet.path(glyph))
        .getBounds2D();
  }
}
