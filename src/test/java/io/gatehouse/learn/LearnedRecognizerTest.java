package io.gatehouse.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.camera.Frame;
import io.gatehouse.detect.PlateBox;
import io.gatehouse.plate.Candidate;
import io.gatehouse.plate.Plate;
import io.gatehouse.plate.PlateColour;
import io.gatehouse.plate.PlateKind;
import io.gatehouse.plate.ReadCharacter;
import io.gatehouse.plate.VietnamGrammar;
import io.gatehouse.read.PlateReading;
import io.gatehouse.read.PlateRecognizer;
import io.gatehouse.read.Sureness;
import io.gatehouse.support.GuardedSite;
import io.gatehouse.support.Pictures;
import io.gatehouse.support.Readings;
import io.gatehouse.support.ScriptedRecognizer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LearnedRecognizerTest {

  private final VietnamGrammar grammar = new VietnamGrammar();
  private final ScriptedRecognizer scripted = new ScriptedRecognizer();
  private final SiteProfile eightsAreBs =
      new SiteProfile(
          3,
          2,
          Instant.EPOCH,
          0.9f,
          new SiteFactors(
              Map.of(
                  new Confusion(Place.EITHER, '8', 'B'), 8.0,
                  new Confusion(Place.EITHER, '8', '8'), 0.3,
                  new Confusion(Place.DIGIT, '8', '3'), 1.1)));

  @Test
  void aDoubtfulReadingIsWeighedAnewAndParsedAgain() {
    PlateReading learned = recognize(reading("59P812345", 2, 0.7f, Sureness.DOUBTFUL));

    assertThat(learned.plate()).isEqualTo(grammar.parse("59PB\n12345", 2));
    assertThat(learned.plate().kind()).isEqualTo(PlateKind.MOTORBIKE);
    assertThat(learned.sureness()).isEqualTo(Sureness.DOUBTFUL);
    assertThat(learned.characters())
        .extracting(ReadCharacter::value)
        .startsWith('5', '9', 'P', 'B', '1');
    assertThat(learned.characters().get(3).confidence()).isLessThanOrEqualTo(0.7f);
    assertThat(learned.characters().get(3).alternatives())
        .extracting(Candidate::value)
        .startsWith('8');
    assertThat(learned.reader()).isEqualTo("test+site-3");
  }

  @Test
  void aSureReadingKeepsItsText() {
    PlateReading read = reading("59P812345", 2, 0.95f, Sureness.SURE);

    PlateReading learned = recognize(read);

    assertThat(learned.plate()).isEqualTo(read.plate());
    assertThat(learned.characters()).isEqualTo(read.characters());
    assertThat(learned.sureness()).isEqualTo(Sureness.SURE);
  }

  @Test
  void aSureReadingBelowTheSitesLineBecomesDoubtfulAndKeepsItsText() {
    PlateReading read = reading("59P812345", 2, 0.85f, Sureness.SURE);

    PlateReading learned = recognize(read);

    assertThat(learned.plate()).isEqualTo(read.plate());
    assertThat(learned.sureness()).isEqualTo(Sureness.DOUBTFUL);
  }

  @Test
  void theGrammarHoldsAgainstWhatWasLearned() {
    // the fourth place of a car's plate holds a digit, whatever 8s are elsewhere
    PlateReading learned = recognize(reading("59A81234", 1, 0.7f, Sureness.DOUBTFUL));

    assertThat(learned.plate().text()).isEqualTo("59A81234");
  }

  @Test
  void charactersOfWhichNothingWasLearnedAreLeftAlone() {
    PlateReading read = reading("59P312345", 2, 0.7f, Sureness.DOUBTFUL);

    PlateReading learned = recognize(read);

    assertThat(learned.characters()).isEqualTo(read.characters());
    assertThat(learned.plate()).isEqualTo(read.plate());
  }

  @Test
  void aGlanceStaysAGlanceAndIsWeighedAnewToo() {
    scripted.reads(reading("59P312345", 2, 0.7f, Sureness.DOUBTFUL));
    scripted.glances(reading("59P812345", 2, 0.7f, Sureness.DOUBTFUL));
    try (PlateRecognizer learned = new LearnedRecognizer(scripted, grammar, eightsAreBs);
        Frame frame = Pictures.plain(Pictures.factory(), 64, 48, 0, 0, 0)) {
      assertThat(learned.glance(frame))
          .extracting(PlateReading::plate)
          .containsExactly(grammar.parse("59PB\n12345", 2));
    }
  }

  private PlateReading reading(String text, int lines, float confidence, Sureness sureness) {
    Plate plate = grammar.parse(text, lines);
    return new PlateReading(
        new PlateBox(Readings.PLACE, 0.9f, List.of()),
        text,
        GuardedSite.characters(plate.text(), confidence, 'B'),
        plate,
        PlateColour.WHITE,
        "test",
        sureness);
  }

  private PlateReading recognize(PlateReading reading) {
    scripted.reads(reading);
    try (PlateRecognizer learned = new LearnedRecognizer(scripted, grammar, eightsAreBs);
        Frame frame = Pictures.plain(Pictures.factory(), 64, 48, 0, 0, 0)) {
      return learned.recognize(frame).getFirst();
    }
  }
}
