package io.gatehouse.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineGroupingTest {

  private static final int HEIGHT = 20;

  @Test
  void aLineShapedLikeAPlateStandsAlone() {
    TextLine line = line(10, 10, 90);

    assertThat(LineGrouping.groups(List.of(line))).containsExactly(List.of(line));
  }

  @Test
  void twoLinesOneAboveTheOtherAreAlsoOnePlateFromTopToBottom() {
    TextLine lower = line(10, 34, 70);
    TextLine upper = line(14, 10, 60);

    assertThat(LineGrouping.groups(List.of(lower, upper)))
        .containsExactlyInAnyOrder(List.of(upper), List.of(lower), List.of(upper, lower));
  }

  @Test
  void linesFarApartOrShiftedAsideAreNoPlateOfTwoLines() {
    TextLine upper = line(10, 10, 60);
    TextLine farBelow = line(10, 90, 60);
    TextLine aside = line(60, 34, 60);

    assertThat(LineGrouping.groups(List.of(upper, farBelow, aside))).allMatch(g -> g.size() == 1);
  }

  @Test
  void linesOfVeryDifferentHeightAreNoPlateOfTwoLines() {
    TextLine upper = line(10, 10, 60);
    TextLine lower = new TextLine(box(10, 40, 60, 45), 0.9f);

    assertThat(LineGrouping.groups(List.of(upper, lower))).allMatch(g -> g.size() == 1);
  }

  @Test
  void piecesOfARowAreJoinedAsSureAsTheLessSureOne() {
    TextLine left = new TextLine(box(10, 10, 30, HEIGHT), 0.9f);
    TextLine right = new TextLine(box(50, 11, 60, HEIGHT), 0.7f);

    List<List<TextLine>> groups = LineGrouping.groups(List.of(left, right));

    assertThat(groups)
        .as("the left piece alone is too short for a plate of one line")
        .containsExactlyInAnyOrder(
            List.of(right),
            List.of(new TextLine(new Quad(10, 10, 110, 11, 110, 31, 10, 30), 0.7f)));
  }

  @Test
  void aRowThatGoesOnAndOnIsACaption() {
    assertThat(LineGrouping.groups(List.of(line(10, 10, 60), line(75, 10, 60), line(140, 10, 60))))
        .isEmpty();
  }

  @Test
  void linesTooLowToReadAreLeftOut() {
    assertThat(LineGrouping.groups(List.of(new TextLine(box(10, 10, 30, 6), 0.9f)))).isEmpty();
  }

  @Test
  void nothingFoundMakesNoGroups() {
    assertThat(LineGrouping.groups(List.of())).isEmpty();
  }

  private static TextLine line(int x, int y, int width) {
    return new TextLine(box(x, y, width, HEIGHT), 0.9f);
  }

  private static Quad box(int x, int y, int width, int height) {
    return new Quad(x, y, x + width, y, x + width, y + height, x, y + height);
  }
}
