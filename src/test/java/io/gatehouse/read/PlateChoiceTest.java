package io.gatehouse.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.camera.Region;
import io.gatehouse.detect.PlateBox;
import io.gatehouse.detect.Quad;
import io.gatehouse.plate.PlateColour;
import io.gatehouse.plate.ReadCharacter;
import io.gatehouse.plate.VietnamGrammar;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlateChoiceTest {

  @Test
  void aTextThatFitsTheGrammarBeatsALargerOneThatDoesNot() {
    assertThat(chosen(reading("HONDA125", 0, 60), reading("51G-109.93", 300, 25)))
        .containsExactly("51G10993");
  }

  @Test
  void platesSideBySideAreBothKept() {
    assertThat(chosen(reading("51G-109.93", 0, 25), reading("60A-039.63", 400, 24)))
        .containsExactlyInAnyOrder("51G10993", "60A03963");
  }

  @Test
  void thePlateOfAVehicleFarBehindIsLeftOut() {
    assertThat(chosen(reading("51G-109.93", 0, 40), reading("60A-039.63", 400, 12)))
        .containsExactly("51G10993");
  }

  @Test
  void anUnknownFormatIsKeptWhenNothingFits() {
    assertThat(chosen(reading("BK47340", 0, 25), reading("TAXI", 300, 40)))
        .containsExactly("BK47340");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "06:59:56",
        "16/09/2016",
        "2016-09-16",
        "16/09/2016 06:59:56",
        "0903123456",
        "www.gara24.vn",
        "CAMERA",
        "12"
      })
  void captionsPhoneNumbersAndWordsAreNoPlates(String text) {
    assertThat(chosen(reading(text, 0, 30))).isEmpty();
  }

  private static List<String> chosen(PlateReading... readings) {
    return PlateChoice.choose(List.of(readings)).stream().map(r -> r.plate().text()).toList();
  }

  private static PlateReading reading(String raw, int x, int height) {
    List<ReadCharacter> characters =
        raw.chars()
            .filter(Character::isLetterOrDigit)
            .mapToObj(c -> new ReadCharacter((char) Character.toUpperCase(c), 0.99f, List.of()))
            .toList();
    StringBuilder text = new StringBuilder();
    characters.forEach(c -> text.append(c.value()));
    int width = 4 * height;
    Quad line = new Quad(x, 0, x + width, 0, x + width, height, x, height);
    return new PlateReading(
        new PlateBox(new Region(x, 0, width, height), 0.9f, List.of(line)),
        raw,
        characters,
        new VietnamGrammar().parse(text.toString(), 1),
        PlateColour.WHITE,
        "fake");
  }
}
