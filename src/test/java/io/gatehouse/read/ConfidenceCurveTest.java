package io.gatehouse.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConfidenceCurveTest {

  private final ConfidenceCurve curve =
      new ConfidenceCurve(new float[] {0, 0.5f, 1}, new float[] {0.1f, 0.6f, 0.98f});

  @Test
  void goesThroughTheMeasuredPointsAndStraightBetweenThem() {
    assertThat(curve.probability(0.5f)).isEqualTo(0.6f, within(1e-6f));
    assertThat(curve.probability(0.25f)).isEqualTo(0.35f, within(1e-6f));
    assertThat(curve.probability(0.75f)).isEqualTo(0.79f, within(1e-6f));
  }

  @Test
  void neverClaimsMoreThanWasMeasured() {
    assertThat(curve.probability(1)).isEqualTo(0.98f, within(1e-6f));
    assertThat(curve.probability(0)).isEqualTo(0.1f, within(1e-6f));
  }

  @Test
  void refusesACurveThatFalls() {
    assertThatThrownBy(
            () -> new ConfidenceCurve(new float[] {0, 0.5f, 1}, new float[] {0.1f, 0.6f, 0.5f}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("point 2");
  }
}
