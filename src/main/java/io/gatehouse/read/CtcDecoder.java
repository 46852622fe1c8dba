package io.gatehouse.read;

import io.gatehouse.plate.Candidate;
import io.gatehouse.plate.ReadCharacter;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Turns a CTC reader's output into characters, best path first. Of the classes only those count
 * that a plate can hold: a step belongs to the likeliest letter or digit (upper and lower case
 * together), or to a gap when blank or a separator is likelier. Confidences stay shares of all
 * classes, so that foreign writing forced into letters looks as unsure as it is.
 */
final class CtcDecoder {

  private static final int MAX_ALTERNATIVES = 4;
  private static final float MIN_ALTERNATIVE = 0.001f;

  private final CtcAlphabet alphabet;

  CtcDecoder(CtcAlphabet alphabet) {
    this.alphabet = alphabet;
  }

  /**
   * Decodes one line.
   *
   * @param probabilities {@code steps x classes}, row-major, each row summing to 1
   */
  ReadLine decode(FloatBuffer probabilities, int steps) {
    int classes = alphabet.size();
    StringBuilder raw = new StringBuilder();
    List<ReadCharacter> characters = new ArrayList<>();
    Run run = null;
    int lastClass = 0;
    for (int step = 0; step < steps; step++) {
      float[] shares = new float[CtcAlphabet.plateSigns()];
      float gap = 0;
      int bestClass = 0;
      for (int c = 0; c < classes; c++) {
        float p = probabilities.get(step * classes + c);
        int sign = alphabet.plateSign(c);
        if (sign >= 0) {
          shares[sign] += p;
        } else if (sign == CtcAlphabet.GAP) {
          gap = Math.max(gap, p);
        }
        if (p > probabilities.get(step * classes + bestClass)) {
          bestClass = c;
        }
      }
      if (bestClass != lastClass) {
        raw.append(alphabet.sign(bestClass));
        lastClass = bestClass;
      }

      int best = argMax(shares);
      boolean inGap = gap >= shares[best];
      if (run != null && (inGap || run.sign != best)) {
        characters.add(run.character());
        run = null;
      }
      if (!inGap) {
        run = run == null ? new Run(best) : run;
        run.add(shares);
      }
    }
    if (run != null) {
      characters.add(run.character());
    }
    return new ReadLine(raw.toString().strip(), characters);
  }

  private static int argMax(float[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[best]) {
        best = i;
      }
    }
    return best;
  }

  /** Neighbouring steps that belong to one character. */
  private static final class Run {

    private final int sign;
    private final float[] peak = new float[CtcAlphabet.plateSigns()];

    Run(int sign) {
      this.sign = sign;
    }

    void add(float[] shares) {
      for (int i = 0; i < peak.length; i++) {
        peak[i] = Math.max(peak[i], shares[i]);
      }
    }

    ReadCharacter character() {
      float confidence = Math.min(1, peak[sign]);
      List<Candidate> alternatives = new ArrayList<>();
      for (int i = 0; i < peak.length; i++) {
        if (i != sign && peak[i] >= MIN_ALTERNATIVE) {
          alternatives.add(
              new Candidate(CtcAlphabet.plateCharacter(i), Math.min(peak[i], 1 - confidence)));
        }
      }
      alternatives.sort(Comparator.comparingDouble(Candidate::confidence).reversed());
      return new ReadCharacter(
          CtcAlphabet.plateCharacter(sign),
          confidence,
          alternatives.subList(0, Math.min(MAX_ALTERNATIVES, alternatives.size())));
    }
  }
}
