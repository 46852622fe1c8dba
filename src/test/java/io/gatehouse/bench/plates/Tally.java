package io.gatehouse.bench.plates;

import io.gatehouse.bench.plates.PlateScorer.Verdict;

/** Counts verdicts. Shares are in percent. */
final class Tally {

  private int pictures;
  private int exact;
  private int wrong;
  private int silent;
  private int folded;
  private int sure;
  private int sureWrong;
  private int characters;
  private int errors;

  void add(Verdict verdict) {
    pictures++;
    switch (verdict.outcome()) {
      case EXACT -> exact++;
      case WRONG -> wrong++;
      case SILENT -> silent++;
    }
    folded += verdict.folded() ? 1 : 0;
    characters += verdict.truth().length();
    errors += verdict.errors();
    if (verdict.sure()) {
      sure++;
      sureWrong += verdict.outcome() == PlateScorer.Outcome.WRONG ? 1 : 0;
    }
  }

  void add(Tally other) {
    pictures += other.pictures;
    exact += other.exact;
    wrong += other.wrong;
    silent += other.silent;
    folded += other.folded;
    sure += other.sure;
    sureWrong += other.sureWrong;
    characters += other.characters;
    errors += other.errors;
  }

  int pictures() {
    return pictures;
  }

  double exact() {
    return percent(exact, pictures);
  }

  double wrong() {
    return percent(wrong, pictures);
  }

  double silent() {
    return percent(silent, pictures);
  }

  /** Exact where O is 0 and I is 1. */
  double folded() {
    return percent(folded, pictures);
  }

  /** Of all characters of the plates, how many were read. */
  double characters() {
    return percent(characters - errors, characters);
  }

  /** Of all pictures, how many got a sure answer. */
  double sure() {
    return percent(sure, pictures);
  }

  /** Of the sure answers, how many are wrong. */
  double wrongAmongSure() {
    return percent(sureWrong, sure);
  }

  private static double percent(int part, int whole) {
    return whole == 0 ? 0 : 100.0 * part / whole;
  }
}
