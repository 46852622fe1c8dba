package io.gatehouse.barrier;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.support.FakeTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScreenBarrierTest {

  private final FakeTime time = new FakeTime();
  private final ScreenBarrier barrier = new ScreenBarrier(time, Duration.ofSeconds(5));
  private final List<Instant> told = new ArrayList<>();

  @Test
  void opensForItsTimeAndTellsUntilWhen() {
    Runnable unsubscribe = barrier.onOpened(told::add);
    assertThat(barrier.isOpen()).isFalse();

    barrier.open();
    assertThat(told).containsExactly(time.now().plusSeconds(5));
    time.advance(Duration.ofSeconds(4));
    assertThat(barrier.isOpen()).isTrue();
    time.advance(Duration.ofSeconds(1));
    assertThat(barrier.isOpen()).isFalse();

    unsubscribe.run();
    barrier.open();
    assertThat(told).hasSize(1);
  }
}
