package io.gatehouse.bench;

import io.gatehouse.camera.Frame;
import io.gatehouse.camera.FrameFactory;
import io.gatehouse.camera.PreviewTarget;
import io.gatehouse.camera.RealPreviewFeed;
import io.gatehouse.support.Pictures;
import java.nio.ByteBuffer;

/**
 * What the live preview costs a frame of 1280x720, without the screen: from the camera's frame to
 * pixels in the screen's memory.
 *
 * <p>Run: {@code ./gatehouse bench preview}
 */
public final class PreviewBenchmark {

  private PreviewBenchmark() {}

  public static void main(String[] args) throws Exception {
    Bench bench = new Bench();
    FrameFactory frames = Pictures.factory();
    for (int shown : new int[] {1280, 800, 640}) {
      Target target = new Target(shown);
      try (RealPreviewFeed feed = new RealPreviewFeed()) {
        bench.measure(
            "1280x720 shown %d wide".formatted(shown),
            300,
            1_000,
            () -> {
              try (Frame frame = frames.frame(1280, 720)) {
                feed.accept(frame);
              }
              feed.paintNewest(target);
            });
      }
    }
    bench.print("Preview, a frame", System.out);
  }

  private static final class Target implements PreviewTarget {

    private final int shownWidth;
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
      if (buffer.capacity() != 4 * width * height) {
        buffer = ByteBuffer.allocateDirect(4 * width * height);
      }
      return buffer;
    }
  }
}
