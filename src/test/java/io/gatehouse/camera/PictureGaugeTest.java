package io.gatehouse.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.support.FakeTime;
import io.gatehouse.support.Pictures;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PictureGaugeTest {

  private final FakeTime time = new FakeTime();
  private final PictureGauge gauge = new PictureGauge(time);

  @Test
  void nothingIsMeasuredThatNobodyAsksFor() {
    show(90);
    assertThat(gauge.quality(Optional.empty())).isEmpty();
    show(90);
    assertThat(gauge.quality(Optional.empty()).orElseThrow().brightness()).isBetween(85f, 95f);
    assertThat(gauge.quality(Optional.empty())).as("no frame since").isEmpty();
    time.advance(Duration.ofSeconds(3));
    show(90);
    assertThat(gauge.quality(Optional.empty())).as("nobody asked for three seconds").isEmpty();
  }

  @Test
  void atMostFiveAreMeasuredASecond() {
    assertThat(gauge.quality(Optional.empty())).isEmpty();
    show(90);
    time.advance(Duration.ofMillis(100));
    show(200);
    assertThat(gauge.quality(Optional.empty()).orElseThrow().brightness()).isBetween(85f, 95f);
    time.advance(Duration.ofMillis(150));
    show(200);
    assertThat(gauge.quality(Optional.of(new Region(300, 170, 50, 50))).orElseThrow().brightness())
        .isBetween(195f, 205f);
  }

  @Test
  void aPlateThatReachesOverTheEdgeOfTheFrameIsCut() {
    assertThat(gauge.quality(Optional.of(new Region(300, 170, 50, 50)))).isEmpty();
    show(90);
    assertThat(gauge.quality(Optional.empty())).isPresent();
  }

  private void show(int grey) {
    try (FramePool pool = new FramePool();
        Frame frame = Pictures.plain(new FrameFactory(pool, time), 320, 180, grey, grey, grey)) {
      gauge.accept(frame);
    }
  }
}
