package io.gatehouse.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.plate.ReadCharacter;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GlareTest {

  private final float[] crop = new float[160 * 64];

  @Test
  void aCharacterUnderABurntSpotIsBurntAndItsNeighbourIsNot() {
    Arrays.fill(crop, 0.8f);
    for (int y = 10; y < 30; y++) {
      Arrays.fill(crop, y * 160 + 20, y * 160 + 30, 1f);
    }
    Glare glare = new Glare(FloatBuffer.wrap(crop));

    assertThat(glare.burns(glyph('3', 30))).isTrue();
    assertThat(glare.burns(glyph('3', 80))).isFalse();
  }

  @Test
  void lightWhereNoOtherCharacterHasInkIsHarmless() {
    Arrays.fill(crop, 0.8f);
    for (int y = 8; y < 16; y++) {
      Arrays.fill(crop, y * 160 + 22, y * 160 + 38, 1f);
    }

    assertThat(new Glare(FloatBuffer.wrap(crop)).burns(glyph('0', 30))).isFalse();
  }

  @Test
  void sunOverHalfAPlateIsNoBurntSpot() {
    for (int y = 0; y < 64; y++) {
      Arrays.fill(crop, y * 160, y * 160 + 80, 0.9f);
      Arrays.fill(crop, y * 160 + 80, y * 160 + 160, 0.5f);
    }

    assertThat(new Glare(FloatBuffer.wrap(crop)).burns(glyph('3', 30))).isFalse();
  }

  @Test
  void onAPlateThatIsOverexposedAsAWholeNothingIsTold() {
    Arrays.fill(crop, 1f);

    assertThat(new Glare(FloatBuffer.wrap(crop)).burns(glyph('3', 26))).isFalse();
  }

  private static CharacterMap.Glyph glyph(char value, double x) {
    return new CharacterMap.Glyph(new ReadCharacter(value, 1, List.of()), 1, 0, x, 20, 16, 24);
  }
}
