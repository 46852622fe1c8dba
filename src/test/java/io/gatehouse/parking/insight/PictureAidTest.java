package io.gatehouse.parking.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.parking.insight.PictureAid.Advice;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.api.Test;

class PictureAidTest {

  private static final float CRISP = 0.12f;
  private static final float DAY = 120;

  private final PictureAid aid = new PictureAid();

  @Test
  void beforeTheFirstFrameThereIsNoPicture() {
    assertThat(aid.reading(0).advice()).isEqualTo(Advice.NO_PICTURE);
    assertThat(aid.reading(0).plateWidth()).isEmpty();
  }

  @Test
  void aCameraThatStopsIsSaid() {
    seen(CRISP, DAY, 0);
    assertThat(aid.reading(at(1)).advice()).isNotEqualTo(Advice.NO_PICTURE);
    assertThat(aid.reading(at(3)).advice()).isEqualTo(Advice.NO_PICTURE);
  }

  @Test
  void lightComesBeforeFocusAndFocusBeforeDistance() {
    aid.plate(60, 1280, at(0));
    seen(0.001f, 12, 0);
    assertThat(aid.reading(at(0)).advice()).isEqualTo(Advice.TOO_DARK);
    settle(0.001f, 240);
    assertThat(aid.reading(at(0)).advice()).isEqualTo(Advice.TOO_BRIGHT);
    settle(0.001f, DAY);
    assertThat(aid.reading(at(0)).advice()).isEqualTo(Advice.BLURRED);
    settle(CRISP, DAY);
    assertThat(aid.reading(at(0)).advice()).isEqualTo(Advice.TOO_FAR);
  }

  @Test
  void aPlateOfAHundredPixelsIsWideEnough() {
    seen(CRISP, DAY, 0);
    aid.plate(99, 1280, at(0));
    assertThat(aid.reading(at(0)).advice()).isEqualTo(Advice.TOO_FAR);
    aid.plate(100, 1280, at(0));
    assertThat(aid.reading(at(0)).advice()).isEqualTo(Advice.GOOD);
    assertThat(aid.reading(at(0)).plateWidth()).hasValue(100);
    aid.plate(600, 1280, at(0));
    assertThat(aid.reading(at(0)).advice()).isEqualTo(Advice.TOO_NEAR);
  }

  @Test
  void aPlateOfLongAgoSaysNothing() {
    aid.plate(200, 1280, at(0));
    seen(CRISP, DAY, 9);
    assertThat(aid.reading(at(9)).plateWidth()).isEmpty();
    assertThat(aid.reading(at(9)).advice()).isEqualTo(Advice.NO_PLATE);
  }

  @Test
  void anEmptyLaneIsNotCalledBlurredForItsSmoothAsphalt() {
    seen(0.008f, DAY, 0);
    assertThat(aid.reading(at(0)).advice()).isEqualTo(Advice.NO_PLATE);
    aid.plate(200, 1280, at(0));
    assertThat(aid.reading(at(0)).advice()).as("a plate has edges").isEqualTo(Advice.BLURRED);
  }

  @Test
  void turningPastTheBestLeavesItsMark() {
    settle(0.02f, DAY);
    settle(0.12f, DAY);
    double best = aid.reading(at(0)).best();
    settle(0.03f, DAY);
    assertThat(aid.reading(at(0)).best()).isEqualTo(best);
    assertThat(aid.reading(at(0)).sharpness()).isLessThan(best);
    seen(0.03f, DAY, 31);
    assertThat(aid.reading(at(31)).best())
        .as("another lens, another best")
        .isCloseTo(aid.reading(at(31)).sharpness(), within(1e-9));
  }

  @Property
  void barsStayWithinTheirEndsAndGrowWithWhatTheyShow(
      @ForAll @FloatRange(max = 5) float one,
      @ForAll @FloatRange(max = 5) float other,
      @ForAll @FloatRange(max = 255) float light) {
    PictureAid.Reading first = reading(Math.min(one, other), light);
    PictureAid.Reading second = reading(Math.max(one, other), light);
    assertThat(first.sharpness()).isBetween(0.0, 1.0).isLessThanOrEqualTo(second.sharpness());
    assertThat(first.light()).isBetween(0.0, 1.0);
  }

  private static PictureAid.Reading reading(float sharpness, float light) {
    PictureAid fresh = new PictureAid();
    fresh.picture(new PictureQuality(sharpness, light), 0);
    return fresh.reading(0);
  }

  /** So many frames that nothing is left of those before. */
  private void settle(float sharpness, float brightness) {
    for (int i = 0; i < 40; i++) {
      seen(sharpness, brightness, 0);
    }
  }

  private void seen(float sharpness, float brightness, long second) {
    aid.picture(new PictureQuality(sharpness, brightness), at(second));
  }

  private static long at(long second) {
    return Duration.ofSeconds(second).toNanos();
  }
}
