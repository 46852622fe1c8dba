package io.gatehouse.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.plate.Candidate;
import io.gatehouse.plate.ReadCharacter;
import io.gatehouse.support.Readings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignShapesTest {

  @ParameterizedTest
  @CsvSource({
    "A0123BC, AO123BC",
    "1XOI7CD, IX017CD",
    "ABO1OC1, AB010CI",
    "KLIII0Z, KL111OZ",
    "XKOE7C, XK0E7C",
    "DKIBIH, DK1B1H",
    "OABCI23, 0ABC123",
    "ABCO12, ABC012",
    "OI2XYO, 012XYO"
  })
  void lookAlikesFollowTheirPlaceWhereTheShapeIsKnown(String read, String settled) {
    assertThat(text(ForeignShapes.settle(Readings.characters(read, 0.9)))).isEqualTo(settled);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AO12BC",
        "A0123BCD",
        "1234567",
        "0011OIO",
        "A8123BC",
        "",
        "AB123C4",
        "AOO1O0O",
        "OO256MI"
      })
  void otherTextsStayTheSameList(String read) {
    List<ReadCharacter> characters = Readings.characters(read, 0.9);

    assertThat(ForeignShapes.settle(characters)).isSameAs(characters);
  }

  @Test
  void whatWasReadStaysAsACandidate() {
    List<ReadCharacter> read = Readings.characters("AB1O3CD", 0.9);
    read.set(
        3,
        new ReadCharacter(
            'O', 0.7f, List.of(new Candidate('0', 0.25f), new Candidate('Q', 0.05f))));

    ReadCharacter settled = ForeignShapes.settle(read).get(3);

    assertThat(settled.value()).isEqualTo('0');
    assertThat(settled.confidence()).isEqualTo(0.7f);
    assertThat(settled.alternatives()).extracting(Candidate::value).containsExactly('O', 'Q');
    assertThat(settled.alternatives().getFirst().confidence()).isCloseTo(0.3f, within(1e-6f));
  }

  private static String text(List<ReadCharacter> characters) {
    StringBuilder text = new StringBuilder();
    characters.forEach(c -> text.append(c.value()));
    return text.toString();
  }
}
