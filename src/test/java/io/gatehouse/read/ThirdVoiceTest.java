package io.gatehouse.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.camera.Frame;
import io.gatehouse.detect.PlateBox;
import io.gatehouse.plate.Candidate;
import io.gatehouse.plate.ReadCharacter;
import io.gatehouse.plate.VietnamGrammar;
import io.gatehouse.support.Pictures;
import io.gatehouse.support.Readings;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ThirdVoiceTest {

  private final Frame frame = Pictures.plain(Pictures.factory(), 800, 600, 90, 90, 90);
  private final SecondOpinion opinion = new SecondOpinion(new PlateWriting(new VietnamGrammar()));
  private Optional<PlateReading> third = Optional.empty();
  private final ThirdVoice voice = new ThirdVoice(new Third());

  @AfterEach
  void close() {
    frame.close();
  }

  @Test
  void twoWhoLearntFromDifferentPicturesAndAreConfidentAreSure() {
    third = Optional.of(read("51G10998", 0.95));

    PlateReading heard = heard(doubtfulAtTheEnd("51G10993", 0.6), read("51G10998", 0.95));

    assertThat(heard.plate().text()).isEqualTo("51G10998");
    assertThat(heard.sureness()).isEqualTo(Sureness.SURE);
    assertThat(heard.reader()).isEqualTo("scripted+scripted+third");
  }

  @Test
  void aFirstReaderThatInsistsKeepsThemDoubtful() {
    third = Optional.of(read("51G10998", 0.95));

    PlateReading heard = heard(doubtfulAtTheEnd("51G10993", 0.92), read("51G10998", 0.95));

    assertThat(heard.plate().text()).isEqualTo("51G10998");
    assertThat(heard.sureness()).isEqualTo(Sureness.DOUBTFUL);
  }

  @Test
  void oneOfThemGuessingKeepsThemDoubtful() {
    third = Optional.of(doubtfulAtTheEnd("51G10998", 0.5));

    PlateReading heard = heard(doubtfulAtTheEnd("51G10993", 0.6), read("51G10998", 0.95));

    assertThat(heard.sureness()).isEqualTo(Sureness.DOUBTFUL);
  }

  @Test
  void twoWhoLearntFromTheSamePicturesAreNeverSure() {
    third = Optional.of(read("51G10993", 0.99));

    PlateReading heard = heard(read("51G10993", 0.99), doubtfulAtTheEnd("51G10998", 0.5));

    assertThat(heard.plate().text()).isEqualTo("51G10993");
    assertThat(heard.sureness()).isEqualTo(Sureness.DOUBTFUL);
  }

  @Test
  void twoWhoSeeACharacterMoreWinAndStayDoubtful() {
    third = Optional.of(read("51G10998", 0.99));

    PlateReading heard = heard(read("51G1099", 0.9), read("51G10998", 0.9));

    assertThat(heard.plate().text()).isEqualTo("51G10998");
    assertThat(heard.sureness()).isEqualTo(Sureness.DOUBTFUL);
    assertThat(heard.confidence()).isLessThan(0.8f);
  }

  @Test
  void theOutvotedCharacterStaysACandidateAndCostsConfidence() {
    third = Optional.of(read("51G10998", 0.95));

    PlateReading heard = heard(doubtfulAtTheEnd("51G10993", 0.6), read("51G10998", 0.95));

    ReadCharacter last = heard.characters().getLast();
    assertThat(last.alternatives()).extracting(Candidate::value).containsExactly('3');
    assertThat(last.confidence()).isBetween(0.75f, 0.85f);
    assertThat(heard.characters().getFirst().confidence()).isGreaterThan(0.99f);
  }

  @Test
  void whatTheTwoMadeTogetherMayBeConfirmedToo() {
    PlateReading own = Readings.doubtful("51G10993", 0.97, 7, 0.4);
    PlateReading other = Readings.doubtful("51G70998", 0.97, 3, 0.4);
    third = Optional.of(read("51G10998", 0.9));

    PlateReading heard = heard(own, other);

    assertThat(heard.plate().text()).isEqualTo("51G10998");
    assertThat(heard.sureness()).isEqualTo(Sureness.DOUBTFUL);
    assertThat(heard.reader()).endsWith("+third");
  }

  @Test
  void whatWasMadeOfTheTwoIsNotOverturnedForTheSameNumberOfCharacters() {
    PlateReading own = doubtfulAtTheEnd("51G10993", 0.6);
    PlateReading other = read("51G10998", 0.95);
    third = Optional.of(read("51G10993", 0.99));

    assertThat(heard(own, other)).isEqualTo(opinion.of(frame, own, other));
    assertThat(heard(own, other).plate().text()).isEqualTo("51G10998");
  }

  @Test
  void aThirdTextChangesNothing() {
    PlateReading own = doubtfulAtTheEnd("51G10993", 0.6);
    PlateReading other = read("51G10998", 0.95);
    third = Optional.of(read("51G10990", 0.99));

    assertThat(heard(own, other)).isEqualTo(opinion.of(frame, own, other));
  }

  private PlateReading heard(PlateReading own, PlateReading other) {
    return voice.heard(frame, own, other, opinion.of(frame, own, other));
  }

  private static PlateReading read(String text, double confidence) {
    return Readings.reading(text, Readings.PLACE, confidence);
  }

  private static PlateReading doubtfulAtTheEnd(String text, double doubt) {
    return Readings.doubtful(text, 0.99, text.length() - 1, doubt);
  }

  private final class Third implements PlateReader {

    @Override
    public Optional<PlateReading> read(Frame seen, PlateBox box) {
      return third.map(r ->
          new PlateReading(r.box(), r.rawText(), r.characters(), r.plate(), r.colour(), name()));
    }

    @Override
    public String name() {
      return "third";
    }

    @Override
    public void close() {
      // holds nothing
    }
  }
}
