package io.gatehouse.bench.plates;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Judges what an engine says about a picture. Texts are compared upper-case and without anything
 * outside A to Z and 0 to 9; of several answers the one of highest confidence counts, and of
 * several plates in a picture the one that is nearest to it.
 */
final class PlateScorer {

  /**
   * One plate that an engine found.
   *
   * @param text in any notation
   * @param confidence higher is surer
   * @param sure whether the engine would let it be acted on
   */
  record Answer(String text, double confidence, boolean sure) {}

  enum Outcome {
    EXACT,
    WRONG,
    SILENT
  }

  /**
   * What an engine made of one picture.
   *
   * @param truth the plate that it was compared with, comparable
   * @param answer comparable; empty when silent
   * @param sure whether the answer was a sure one
   * @param folded whether the answer is exact where O is 0 and I is 1
   * @param errors characters of the truth that were not read, at most all of them
   */
  record Verdict(
      Outcome outcome, String truth, String answer, boolean sure, boolean folded, int errors) {}

  private PlateScorer() {}

  /**
   * Judges the answers to one picture.
   *
   * @param truths the picture's plates, at least one
   */
  static Verdict judge(List<String> truths, List<Answer> answers) {
    Optional<Answer> best = best(answers);
    String answer = best.map(a -> comparable(a.text())).orElse("");
    String truth =
        truths.stream()
            .map(PlateScorer::comparable)
            .min(Comparator.comparingInt(t -> distance(answer, t)))
            .orElseThrow();
    Outcome outcome =
        answer.isEmpty() ? Outcome.SILENT : answer.equals(truth) ? Outcome.EXACT : Outcome.WRONG;
    return new Verdict(
        outcome,
        truth,
        answer,
        best.isPresent() && best.get().sure(),
        folded(answer).equals(folded(truth)),
        Math.min(distance(answer, truth), truth.length()));
  }

  /** The surest answer that holds any character, the first of equally sure ones. */
  static Optional<Answer> best(List<Answer> answers) {
    Answer best = null;
    for (Answer answer : answers) {
      if (!comparable(answer.text()).isEmpty()
          && (best == null || answer.confidence() > best.confidence())) {
        best = answer;
      }
    }
    return Optional.ofNullable(best);
  }

  static String comparable(String text) {
    return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
  }

  private static String folded(String comparable) {
    return comparable.replace('O', '0').replace('I', '1');
  }

  /** How many characters must be put in, taken out or changed to make one text the other. */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(Math.min(row[j], row[j - 1]) + 1, changed);
      }
    }
    return row[b.length()];
  }
}
