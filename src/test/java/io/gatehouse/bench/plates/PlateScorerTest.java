package io.gatehouse.bench.plates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.bench.plates.PlateScorer.Answer;
import io.gatehouse.bench.plates.PlateScorer.Outcome;
import io.gatehouse.bench.plates.PlateScorer.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PlateScorerTest {

  @Test
  void separatorsCaseAndForeignLettersDoNotCount() {
    assertThat(PlateScorer.comparable("30-mđ1 123.45")).isEqualTo("30M112345");
    assertThat(judge("51F-123.45", answer("51f 12345", 0.9)).outcome()).isEqualTo(Outcome.EXACT);
  }

  @Test
  void theSurestAnswerCountsAndTheFirstOfEquallySureOnes() {
    assertThat(judge("51F12345", answer("51F12346", 0.4), answer("51F12345", 0.8)).outcome())
        .isEqualTo(Outcome.EXACT);
    assertThat(judge("51F12345", answer("51F12346", 0.8), answer("51F12345", 0.8)).outcome())
        .isEqualTo(Outcome.WRONG);
  }

  @Test
  void nothingReadIsSilentAndNotWrong() {
    Verdict verdict = judge("51F12345", answer("--", 0.99));
    assertThat(verdict.outcome()).isEqualTo(Outcome.SILENT);
    assertThat(verdict.errors()).isEqualTo(8);
    assertThat(judge("51F12345").outcome()).isEqualTo(Outcome.SILENT);
  }

  @Test
  void oAndZeroAreOneWhenFoldedOnly() {
    Verdict verdict = judge("BO1I234", answer("B011234", 0.5));
    assertThat(verdict.outcome()).isEqualTo(Outcome.WRONG);
    assertThat(verdict.folded()).isTrue();
    assertThat(verdict.errors()).isEqualTo(2);
  }

  @Test
  void ofSeveralPlatesInAPictureTheNearestIsCompared() {
    Verdict verdict =
        PlateScorer.judge(List.of("29A11111", "51F12345"), List.of(answer("51F12845", 0.9)));
    assertThat(verdict.truth()).isEqualTo("51F12345");
    assertThat(verdict.errors()).isEqualTo(1);
  }

  @Test
  void errorsAreAtMostTheCharactersOfThePlate() {
    assertThat(judge("AB12", answer("999999999", 0.9)).errors()).isEqualTo(4);
  }

  @Test
  void distanceCountsInsertionsDeletionsAndChanges() {
    assertThat(PlateScorer.distance("", "ABC")).isEqualTo(3);
    assertThat(PlateScorer.distance("51F1234", "51F12345")).isEqualTo(1);
    assertThat(PlateScorer.distance("15F2345", "51F12345")).isEqualTo(3);
  }

  @Test
  void tallyGivesSharesOfPicturesCharactersAndSureAnswers() {
    Tally tally = new Tally();
    tally.add(judge("51F12345", new Answer("51F12345", 0.9, true)));
    tally.add(judge("51F12345", new Answer("51F12346", 0.9, true)));
    tally.add(judge("51F12345", answer("51F12399", 0.9)));
    tally.add(judge("51F12345"));
    assertThat(tally.exact()).isEqualTo(25);
    assertThat(tally.wrong()).isEqualTo(50);
    assertThat(tally.silent()).isEqualTo(25);
    assertThat(tally.sure()).isEqualTo(50);
    assertThat(tally.wrongAmongSure()).isEqualTo(50);
    assertThat(tally.characters()).isCloseTo(100 * 21 / 32.0, within(0.01));
  }

  private static Answer answer(String text, double confidence) {
    return new Answer(text, confidence, false);
  }

  private static Verdict judge(String truth, Answer... answers) {
    return PlateScorer.judge(List.of(truth), List.of(answers));
  }
}
