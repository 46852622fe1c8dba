package io.gatehouse.read;

/**
 * Turns a network's own idea of its certainty into how often it is right (isotonic calibration):
 * straight lines between measured points.
 */
final class ConfidenceCurve {

  private final float[] scores;
  private final float[] probabilities;

  /**
   * @param scores rising, from 0 to 1
   * @param probabilities how often an answer of that score is right; never falling
   */
  ConfidenceCurve(float[] scores, float[] probabilities) {
    if (scores.length != probabilities.length || scores.length < 2) {
      throw new IllegalArgumentException(
          "a curve needs as many scores as probabilities, two at least");
    }
    for (int i = 1; i < scores.length; i++) {
      if (!(scores[i] > scores[i - 1] && probabilities[i] >= probabilities[i - 1])) {
        throw new IllegalArgumentException(
            "a confidence curve must rise, it does not at point " + i);
      }
    }
    this.scores = scores.clone();
    this.probabilities = probabilities.clone();
  }

  float probability(float score) {
    int upper = 1;
    while (upper < scores.length - 1 && scores[upper] < score) {
      upper++;
    }
    float share = (score - scores[upper - 1]) / (scores[upper] - scores[upper - 1]);
    float between =
        probabilities[upper - 1] + share * (probabilities[upper] - probabilities[upper - 1]);
    return Math.clamp(between, probabilities[0], probabilities[probabilities.length - 1]);
  }
}
