package io.gatehouse.launch;

import io.gatehouse.learn.Lesson;
import io.gatehouse.learn.Score;
import java.io.PrintWriter;
import java.util.Locale;

/** Tells at the terminal what came of learning. */
final class LearnReport {

  private final PrintWriter out;

  LearnReport(PrintWriter out) {
    this.out = out;
  }

  void labelled(int passages, long corrected) {
    line(
        "%d passages confirmed or corrected by a guard, %d of them corrected."
            .formatted(passages, corrected));
  }

  void exported(int crops, Object folder) {
    line(
        "%d crops and labels.csv are in %s: pictures of plates, keep them safe."
            .formatted(crops, folder));
  }

  void tooFew(Lesson.TooFew few, int inUse) {
    String how = inUse == 0 ? "" : " read with profile " + inUse;
    int missing = Math.max(0, few.passagesNeeded() - few.passages());
    if (missing > 0) {
      line(
          "Not enough to learn from: %d passages%s, %d needed, %d are missing."
              .formatted(few.passages(), how, few.passagesNeeded(), missing));
    } else {
      line(
          "Not enough to learn from: all %d passages%s are of one day, %d days are needed."
              .formatted(few.passages(), how, few.daysNeeded()));
    }
  }

  void scores(Lesson.Learned lesson) {
    line(
        "Learned from %d passages of %d days, scored on the %d of the last %d:"
            .formatted(
                lesson.learnedFrom(),
                lesson.learnedDays(),
                lesson.now().readings(),
                lesson.heldBackDays()));
    line("");
    line("%-24s %9s %9s".formatted("", "now", "learned"));
    row("exact", lesson.now().exact(), lesson.learned().exact());
    row("sure, but wrong", lesson.now().wrongSure(), lesson.learned().wrongSure());
    line(
        String.format(
            Locale.ROOT,
            "%-24s %7.1f %% %7.1f %%",
            "sure",
            sure(lesson.now()),
            sure(lesson.learned())));
    line("");
  }

  void inUse(int number, int before) {
    line(
        "Better: profile %d is in use from the kiosk's next start. 'gatehouse learn --back' returns to %s."
            .formatted(number, name(before)));
  }

  void wouldUse() {
    line("Better, but only tried (--dry-run): nothing is changed.");
  }

  void kept(int inUse) {
    line("Not better: %s stays in use.".formatted(name(inUse)));
  }

  void back(int number) {
    line("Back: %s is in use from the kiosk's next start.".formatted(name(number)));
  }

  private void row(String what, int now, int learned) {
    line("%-24s %9d %9d".formatted(what, now, learned));
  }

  private static double sure(Score score) {
    return 100.0 * score.sure() / score.readings();
  }

  private static String name(int number) {
    return number == 0 ? "the product as delivered" : "profile " + number;
  }

  private void line(String text) {
    out.println(text);
    out.flush();
  }
}
