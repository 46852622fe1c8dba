package io.gatehouse.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.camera.Region;
import io.gatehouse.detect.Quad;
import io.gatehouse.plate.ReadCharacter;
import java.util.List;
import org.junit.jupiter.api.Test;

class GlyphLineTest {

  private static final Region CROP = new Region(100, 50, 320, 128); // twice the reader's size

  @Test
  void theOutlineFollowsTheTiltInPixelsOfTheFrame() {
    Quad outline =
        GlyphLine.through(List.of(glyph(30, 20), glyph(80, 30), glyph(130, 40))).outline(CROP);

    assertThat(outline.tilt()).isEqualTo(Math.atan(0.2), within(1e-3));
    assertThat(outline.centerX()).isEqualTo(100 + 2 * 80, within(1.0));
    assertThat(outline.centerY()).isEqualTo(50 + 2 * 30, within(1.0));
    assertThat(outline.height()).isGreaterThan(2 * 24).isLessThan(2 * 40);
  }

  @Test
  void twoCharactersAreTooFewToTellATilt() {
    Quad outline = GlyphLine.through(List.of(glyph(60, 20), glyph(90, 40))).outline(CROP);

    assertThat(outline.tilt()).isZero();
  }

  @Test
  void roomForAnOverlookedCharacterBelongsToTheLine() {
    Quad close =
        GlyphLine.through(List.of(glyph(20, 30), glyph(80, 30), glyph(140, 30))).outline(CROP);
    Quad gap =
        GlyphLine.through(List.of(glyph(20, 30), glyph(60, 30), glyph(100, 30))).outline(CROP);

    assertThat(close.x1()).isEqualTo(100 + 2 * (140 + 0.85f * 16), within(1f));
    assertThat(gap.x1()).isEqualTo(100 + 320, within(1f));
  }

  @Test
  void theOutlineStaysInsideTheCrop() {
    Quad outline =
        GlyphLine.through(List.of(glyph(2, 30), glyph(80, 30), glyph(158, 30))).outline(CROP);

    assertThat(outline.x0()).isEqualTo(100);
    assertThat(outline.x1()).isEqualTo(420);
  }

  private static CharacterMap.Glyph glyph(double x, double y) {
    return new CharacterMap.Glyph(new ReadCharacter('8', 1, List.of()), 1, 0, x, y, 16, 24);
  }
}
