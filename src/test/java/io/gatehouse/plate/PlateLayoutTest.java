package io.gatehouse.plate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PlateLayoutTest {

  private final PlateAlphabet alphabet = PlateAlphabet.load();

  private static final Plate BIKE =
      new Plate("59P127384", PlateKind.MOTORBIKE, 2, "59P1-273.84", "59-P1", "273.84");
  private static final Plate CAR =
      new Plate("30A12345", PlateKind.CAR, 1, "30A-123.45", "30A-123.45", "");

  @Test
  void twoLinePlateKeepsTheIndexOfEveryCharacterAndMarksSeparators() {
    PlateLayout layout = PlateLayout.of(BIKE, alphabet);

    assertThat(layout.shape()).isEqualTo(PlateShape.MOTORBIKE);
    assertThat(text(layout)).isEqualTo("59-P1273.84");
    assertThat(layout.glyphs().stream().map(PlacedGlyph::index))
        .containsExactly(0, 1, -1, 2, 3, 4, 5, 6, -1, 7, 8);
  }

  @Test
  void foreignPlateFindsItsCharactersInTheOtherOrder() {
    Plate plate = new Plate("80011NG01", PlateKind.FOREIGN, 2, "80-011-NG-01", "80-NG", "011-01");

    PlateLayout layout = PlateLayout.of(plate, alphabet);

    assertThat(layout.shape()).isEqualTo(PlateShape.CAR_SHORT);
    assertThat(layout.glyphs().stream().map(PlacedGlyph::index))
        .containsExactly(0, 1, -1, 5, 6, 2, 3, 4, -1, 7, 8);
  }

  @Test
  void oneLinePlateStandsInTheMiddleOfTheLongMetal() {
    PlateLayout layout = PlateLayout.of(CAR, alphabet);

    PlacedGlyph first = layout.glyphs().getFirst();
    PlacedGlyph last = layout.glyphs().getLast();
    assertThat(layout.shape()).isEqualTo(PlateShape.CAR_LONG);
    assertThat(text(layout)).isEqualTo("30A-123.45");
    assertThat(first.y()).isEqualTo(15);
    assertThat(first.height()).isEqualTo(80);
    assertThat(first.x()).isCloseTo(520 - last.x() - last.width(), within(1e-9));
  }

  @Test
  void twoLinesHaveTheSameSpaceAboveBetweenAndBelow() {
    List<PlacedGlyph> glyphs = PlateLayout.of(BIKE, alphabet).glyphs();

    assertThat(glyphs.getFirst().y()).isEqualTo(10);
    assertThat(glyphs.getLast().y()).isEqualTo(10 + 55 + 10);
  }

  @Test
  void cellsTouchWithoutOverlapAndGlyphsStandInTheirCells() {
    List<PlacedGlyph> glyphs = PlateLayout.of(CAR, alphabet).glyphs();

    for (int i = 1; i < glyphs.size(); i++) {
      PlacedGlyph before = glyphs.get(i - 1);
      assertThat(glyphs.get(i).x()).isCloseTo(before.x() + before.width(), within(1e-9));
    }
    PlacedGlyph three = glyphs.getFirst();
    assertThat(three.glyph().path().getFirst())
        .isEqualTo(new PathSegment.Move(13 * 0.8 + three.x(), 28 * 0.8 + 15));
  }

  @Test
  void textTooLongForTheMetalIsSqueezedNotCut() {
    Plate plate = new Plate("WWWWWWWWWW", PlateKind.UNKNOWN, 1, "WWWWWWWWWW", "WWWWWWWWWW", "");

    for (PlateShape shape : PlateShape.values()) {
      PlateLayout layout = PlateLayout.of(plate, shape, alphabet);
      PlacedGlyph last = layout.glyphs().getLast();
      assertThat(layout.glyphs()).hasSize(10);
      assertThat(layout.glyphs().getFirst().x()).isGreaterThanOrEqualTo(8.9);
      assertThat(last.x() + last.width()).isLessThanOrEqualTo(shape.width() - 8.9);
    }
  }

  @Test
  void plateWithoutASecondLineStandsInTheMiddleOfATwoLineMetal() {
    PlateLayout layout = PlateLayout.of(CAR, PlateShape.MOTORBIKE, alphabet);

    assertThat(text(layout)).isEqualTo("30A-123.45");
    assertThat(layout.glyphs()).allSatisfy(g -> assertThat(g.y()).isEqualTo((140 - 55) / 2.0));
  }

  @Test
  void twoLinePlateOnTheLongMetalIsItsDisplay() {
    PlateLayout layout = PlateLayout.of(BIKE, PlateShape.CAR_LONG, alphabet);

    assertThat(text(layout)).isEqualTo("59P1-273.84");
    assertThat(layout.glyphs().get(3).index()).isEqualTo(3);
  }

  @Test
  void emptyPlateIsBareMetal() {
    Plate plate = new Plate("", PlateKind.UNKNOWN, 0, "", "", "");

    assertThat(PlateLayout.of(plate, alphabet).glyphs()).isEmpty();
  }

  private static String text(PlateLayout layout) {
    StringBuilder text = new StringBuilder();
    layout.glyphs().forEach(g -> text.append(g.character()));
    return text.toString();
  }
}
