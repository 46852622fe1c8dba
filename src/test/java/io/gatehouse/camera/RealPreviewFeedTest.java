package io.gatehouse.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.management.ThreadMXBean;
import io.gatehouse.common.TimeSource;
import io.gatehouse.support.Pictures;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RealPreviewFeedTest {

  private final FramePool pool = new FramePool();
  private final FrameFactory frames = new FrameFactory(pool, TimeSource.system());
  private final RealPreviewFeed feed = new RealPreviewFeed();

  @AfterEach
  void nothingLeaks() {
    feed.close();
    assertThat(pool.live()).isZero();
  }

  @Test
  void paintsTheNewestFrameOnceAsBgra() {
    Target target = new Target(64);
    offer(64, 36, 1, 2, 3);
    offer(64, 36, 10, 20, 30);

    assertThat(feed.paintNewest(target)).isTrue();
    assertThat(target.bytesOfPixel(63, 35)).containsExactly(10, 20, 30, 255);
    assertThat(feed.paintNewest(target)).isFalse();
  }

  @Test
  void scalesAWiderFrameDownToTheShownWidth() {
    Target target = new Target(640);
    offer(1280, 720, 50, 60, 70);

    assertThat(feed.paintNewest(target)).isTrue();
    assertThat(target.width).isEqualTo(640);
    assertThat(target.height).isEqualTo(360);
    assertThat(target.bytesOfPixel(639, 359)).containsExactly(50, 60, 70, 255);
  }

  @Test
  void neverScalesUp() {
    Target target = new Target(1920);
    offer(320, 240, 0, 0, 0);

    assertThat(feed.paintNewest(target)).isTrue();
    assertThat(target.width).isEqualTo(320);
  }

  @Test
  void followsACameraThatChangesItsSize() {
    Target target = new Target(200);
    for (int width : new int[] {100, 400, 100, 199, 201}) {
      offer(width, 50, 7, 8, 9);
      assertThat(feed.paintNewest(target)).isTrue();
      assertThat(target.bytesOfPixel(0, 0)).containsExactly(7, 8, 9, 255);
    }
  }

  @Test
  void refusesABufferThatIsTooSmall() {
    offer(64, 36, 0, 0, 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            feed.paintNewest(
                new PreviewTarget() {
                  @Override
                  public int shownWidth() {
                    return 64;
                  }

                  @Override
                  public ByteBuffer pixels(int width, int height) {
                    return ByteBuffer.allocateDirect(4);
                  }
                }))
        .withMessageContaining("64x36");
  }

  @Test
  void paintsNothingAfterClose() {
    offer(64, 36, 0, 0, 0);
    feed.close();
    feed.close();
    offer(64, 36, 0, 0, 0);
    assertThat(feed.paintNewest(new Target(64))).isFalse();
  }

  @Test
  void allocatesNoPicturesOnTheHeap() {
    Target target = new Target(320);
    for (int i = 0; i < 200; i++) {
      offer(640, 360, i, i, i);
      feed.paintNewest(target);
    }
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    try (Frame frame = Pictures.plain(frames, 640, 360, 1, 2, 3)) {
      for (int i = 0; i < 200; i++) {
        feed.accept(frame);
        feed.paintNewest(target);
      }
    }
    assertThat((threads.getCurrentThreadAllocatedBytes() - before) / 200).isLessThan(1_000);
  }

  private void offer(int width, int height, int b, int g, int r) {
    try (Frame frame = Pictures.plain(frames, width, height, b, g, r)) {
      feed.accept(frame);
    }
  }

  private static final class Target implements PreviewTarget {
    private final int shownWidth;
    private int width;
    private int height;
    private ByteBuffer buffer = ByteBuffer.allocateDirect(0);

    Target(int shownWidth) {
      this.shownWidth = shownWidth;
    }

    @Override
    public int shownWidth() {
      return shownWidth;
    }

    @Override
    public ByteBuffer pixels(int width, int height) {
      if (width != this.width || height != this.height) {
        this.width = width;
        this.height = height;
        buffer = ByteBuffer.allocateDirect(4 * width * height);
      }
      return buffer;
    }

    int[] bytesOfPixel(int x, int y) {
      int at = 4 * (y * width + x);
      return new int[] {
        buffer.get(at) & 0xFF,
        buffer.get(at + 1) & 0xFF,
        buffer.get(at + 2) & 0xFF,
        buffer.get(at + 3) & 0xFF
      };
    }
  }
}
