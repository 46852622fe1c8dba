package io.gatehouse.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.common.TimeSource;
import io.gatehouse.support.Pictures;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FrameSlotTest {

  private final FramePool pool = new FramePool();
  private final FrameFactory frames = new FrameFactory(pool, TimeSource.system());
  private final FrameSlot slot = new FrameSlot();

  @Test
  void handsOverTheNewestAndFreesTheLoser() throws Exception {
    offer();
    offer();
    long newest = offer();

    try (Frame taken = slot.take(Duration.ofSeconds(10)).orElseThrow()) {
      assertThat(taken.stamp().sequence()).isEqualTo(newest);
      assertThat(pool.live()).isEqualTo(1);
    }
    assertThat(pool.live()).isZero();
    assertThat(slot.dropped()).isEqualTo(2);
    assertThat(slot.poll()).isEmpty();
  }

  @Test
  void givesNothingWhenNoneCameInTime() throws Exception {
    assertThat(slot.take(Duration.ofMillis(1))).isEmpty();
    assertThat(slot.take(Duration.ZERO)).isEmpty();
  }

  @Test
  void closeWakesTheTakerAndFreesWhatIsHeld() throws Exception {
    CountDownLatch woken = new CountDownLatch(1);
    Thread taker =
        Thread.ofPlatform()
            .start(() -> {
              try {
                if (slot.take(Duration.ofHours(1)).isEmpty()) {
                  woken.countDown();
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    slot.close();
    woken.await();
    taker.join();

    offer();
    assertThat(pool.live()).isZero();
    assertThat(slot.isClosed()).isTrue();
  }

  @Test
  void interruptEndsTheWait() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> slot.take(Duration.ofHours(1)))
        .isInstanceOf(InterruptedException.class);
  }

  @Test
  void nothingLeaksAndOrderHoldsUnderLoad() throws Exception {
    AtomicLong last = new AtomicLong(-1);
    Thread taker =
        Thread.ofPlatform()
            .start(() -> {
              try {
                while (!slot.isClosed()) {
                  slot.take(Duration.ofSeconds(1))
                      .ifPresent(frame -> {
                        try (frame) {
                          assertThat(frame.stamp().sequence()).isGreaterThan(last.get());
                          last.set(frame.stamp().sequence());
                        }
                      });
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    for (int i = 0; i < 5_000; i++) {
      offer();
    }
    slot.close();
    taker.join();
    assertThat(pool.live()).isZero();
  }

  private long offer() {
    try (Frame frame = Pictures.plain(frames, 16, 8, 0, 0, 0)) {
      slot.accept(frame);
      return frame.stamp().sequence();
    }
  }
}
