package io.gatehouse.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.camera.Frame;
import io.gatehouse.plate.Candidate;
import io.gatehouse.plate.PlateKind;
import io.gatehouse.plate.VietnamGrammar;
import io.gatehouse.support.Pictures;
import io.gatehouse.support.Readings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SecondOpinionTest {

  private final Frame frame = Pictures.plain(Pictures.factory(), 800, 600, 90, 90, 90);
  private final SecondOpinion opinion = new SecondOpinion(new PlateWriting(new VietnamGrammar()));

  @AfterEach
  void close() {
    frame.close();
  }

  @Test
  void twoWhoAgreeAreSureAndSurerThanEither() {
    PlateReading both = opinion.of(frame, read("51G10993", 0.8), read("51G10993", 0.7));

    assertThat(both.sureness()).isEqualTo(Sureness.SURE);
    assertThat(both.plate().text()).isEqualTo("51G10993");
    assertThat(both.confidence()).isGreaterThan(0.9f);
  }

  @Test
  void twoGuessesThatAgreeProveNothing() {
    PlateReading both = opinion.of(frame, read("51G10993", 0.4), read("51G10993", 0.45));

    assertThat(both.sureness()).isEqualTo(Sureness.DOUBTFUL);
  }

  @Test
  void whereTheyDifferTheSurerCharacterStandsAndTheOtherIsItsCandidate() {
    PlateReading own = Readings.doubtful("51G10993", 0.98, 6, 0.55);

    PlateReading both = opinion.of(frame, own, read("51G10983", 0.9));

    assertThat(both.sureness()).isEqualTo(Sureness.DOUBTFUL);
    assertThat(both.plate().text()).isEqualTo("51G10983");
    assertThat(both.characters().get(6).alternatives()).extracting(Candidate::value).contains('9');
    assertThat(both.confidence()).isLessThan(0.6f);
  }

  @Test
  void ofTextsOfDifferentLengthTheOneOfAKnownFormatIsProposed() {
    PlateReading both = opinion.of(frame, read("51G1099", 0.95), read("151G10993X", 0.99));

    assertThat(both.plate().kind()).isEqualTo(PlateKind.CAR);
    assertThat(both.plate().text()).isEqualTo("51G1099");
    assertThat(both.sureness()).isEqualTo(Sureness.DOUBTFUL);
  }

  @Test
  void aForeignTextIsNeverSureAlone() {
    assertThat(SecondOpinion.isSureAlone(read("51G10993", 1))).isTrue();
    assertThat(SecondOpinion.isSureAlone(read("51G10993", 0.9))).isFalse();
    assertThat(SecondOpinion.isSureAlone(read("ABC", 1))).isFalse();
  }

  private static PlateReading read(String text, double confidence) {
    return Readings.reading(text, Readings.PLACE, confidence);
  }
}
