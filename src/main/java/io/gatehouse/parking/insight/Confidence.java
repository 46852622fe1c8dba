package io.gatehouse.parking.insight;

import java.util.List;

/** The steps in which confidences are counted: fine where nearly all of them are. */
public final class Confidence {

  /** Lower edges; each step reaches to the next one's, the last one to 1. */
  public static final List<Double> FROM = List.of(0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99);

  private Confidence() {}

  /**
   * The step of a confidence, an index into {@link #FROM}.
   *
   * @param confidence 0 to 1
   */
  public static int step(double confidence) {
    int step = 0;
    for (int i = 1; i < FROM.size(); i++) {
      // stored as a float: 0.9 must not fall below 0.9
      if (confidence >= FROM.get(i) - 1e-6) {
        step = i;
      }
    }
    return step;
  }
}
