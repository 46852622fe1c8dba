package io.gatehouse.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.plate.ReadCharacter;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CtcDecoderTest {

  private static final List<String> SIGNS = List.of("5", "1", "G", "g", "-", "京");
  private static final int BLANK = 0;
  private static final int FIVE = 1;
  private static final int ONE = 2;
  private static final int UPPER_G = 3;
  private static final int LOWER_G = 4;
  private static final int DASH = 5;
  private static final int CHINESE = 6;

  private final CtcAlphabet alphabet = new CtcAlphabet(SIGNS);
  private final CtcDecoder decoder = new CtcDecoder(alphabet);

  @Test
  void neighbouringStepsOfACharacterAreOneAndABlankPartsTwo() {
    ReadLine line =
        decode(
            Map.of(FIVE, 0.9f, BLANK, 0.1f),
            Map.of(FIVE, 0.8f, BLANK, 0.2f),
            Map.of(BLANK, 1f),
            Map.of(FIVE, 1f),
            Map.of(ONE, 1f));

    assertThat(line.rawText()).isEqualTo("551");
    assertThat(text(line)).isEqualTo("551");
    assertThat(line.characters().getFirst().confidence()).isCloseTo(0.9f, within(1e-6f));
  }

  @Test
  void separatorsStayInTheRawTextAndOutOfTheCharacters() {
    ReadLine line = decode(Map.of(FIVE, 1f), Map.of(DASH, 1f), Map.of(FIVE, 1f));

    assertThat(line.rawText()).isEqualTo("5-5");
    assertThat(text(line)).isEqualTo("55");
  }

  @Test
  void upperAndLowerCaseCountTogether() {
    ReadLine line = decode(Map.of(UPPER_G, 0.3f, LOWER_G, 0.3f, FIVE, 0.4f));

    assertThat(text(line)).isEqualTo("G");
    assertThat(line.characters().getFirst().confidence()).isCloseTo(0.6f, within(1e-6f));
    assertThat(line.characters().getFirst().alternatives())
        .singleElement()
        .satisfies(c -> assertThat(c.value()).isEqualTo('5'))
        .satisfies(c -> assertThat(c.confidence()).isCloseTo(0.4f, within(1e-6f)));
  }

  @Test
  void foreignWritingForcedIntoLettersLooksUnsure() {
    ReadLine line = decode(Map.of(CHINESE, 0.7f, UPPER_G, 0.2f, BLANK, 0.1f));

    assertThat(line.rawText()).isEqualTo("京");
    assertThat(line.characters())
        .singleElement()
        .satisfies(c -> assertThat(c.value()).isEqualTo('G'))
        .satisfies(c -> assertThat(c.confidence()).isCloseTo(0.2f, within(1e-6f)));
  }

  @Test
  void blanksAloneAreNoText() {
    assertThat(decode(Map.of(BLANK, 1f), Map.of(BLANK, 1f))).isEqualTo(new ReadLine("", List.of()));
  }

  @SafeVarargs
  private ReadLine decode(Map<Integer, Float>... steps) {
    FloatBuffer probabilities = FloatBuffer.allocate(steps.length * alphabet.size());
    for (int step = 0; step < steps.length; step++) {
      int row = step * alphabet.size();
      steps[step].forEach((sign, p) -> probabilities.put(row + sign, p));
    }
    return decoder.decode(probabilities, steps.length);
  }

  private static String text(ReadLine line) {
    StringBuilder text = new StringBuilder();
    line.characters().stream().map(ReadCharacter::value).forEach(text::append);
    return text.toString();
  }
}
