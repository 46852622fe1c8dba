package io.gatehouse.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import io.gatehouse.camera.Frame;
import io.gatehouse.camera.FrameFactory;
import io.gatehouse.camera.FramePool;
import io.gatehouse.camera.Natives;
import io.gatehouse.camera.RealPreviewFeed;
import io.gatehouse.common.TimeSource;
import io.gatehouse.ui.common.PreviewView;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * What the preview costs on the screen: a 1280x720 picture shown 1:1 in a window of that size, 30
 * new frames a second, against the same window without frames. CPU of the whole process and bytes
 * allocated by the screen's thread, a frame. Needs {@code -Dglass.platform=Headless} where there is
 * no display.
 */
public final class ScreenPreviewBenchmark {

  private static final int WIDTH = 1280;
  private static final int HEIGHT = 720;
  private static final int RATE = 30;
  private static final int WARM_UP_SECONDS = 5;
  private static final int SECONDS = 10;

  private ScreenPreviewBenchmark() {}

  private record Cost(double cpuMillis, double allocatedBytes) {}

  /** Prints one line for the idle window and one for the preview. */
  public static void main(String[] arguments) throws Exception {
    Natives.load();
    try (RealPreviewFeed feed = new RealPreviewFeed()) {
      CompletableFuture<Thread> shown = new CompletableFuture<>();
      Platform.startup(() -> {
        PreviewView preview = new PreviewView(feed);
        Stage stage = new Stage();
        stage.setScene(new Scene(preview, WIDTH, HEIGHT));
        stage.show();
        preview.start();
        shown.complete(Thread.currentThread());
      });
      Thread screen = shown.get();
      FrameFactory frames = new FrameFactory(new FramePool(), TimeSource.system());
      run(WARM_UP_SECONDS, screen, () -> give(frames, feed));
      Cost idle = run(SECONDS, screen, () -> {});
      Cost preview = run(SECONDS, screen, () -> give(frames, feed));
      print("window alone", idle);
      print("with preview", preview);
      print(
          "preview itself",
          new Cost(
              preview.cpuMillis() - idle.cpuMillis(),
              preview.allocatedBytes() - idle.allocatedBytes()));
    }
    Platform.exit();
  }

  private static void give(FrameFactory frames, RealPreviewFeed feed) {
    try (Frame frame = frames.frame(WIDTH, HEIGHT)) {
      feed.accept(frame);
    }
  }

  private static Cost run(int seconds, Thread screen, Runnable frame) {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long cpu = system.getProcessCpuTime();
    long bytes = threads.getThreadAllocatedBytes(screen.threadId());
    long due = System.nanoTime();
    int count = seconds * RATE;
    for (int i = 0; i < count; i++) {
      frame.run();
      due += TimeUnit.SECONDS.toNanos(1) / RATE;
      LockSupport.parkNanos(due - System.nanoTime());
    }
    double millis = (system.getProcessCpuTime() - cpu) / 1e6 / count;
    double allocated =
        (threads.getThreadAllocatedBytes(screen.threadId()) - bytes) / (double) count;
    return new Cost(millis, allocated);
  }

  private static void print(String what, Cost cost) {
    System.out.printf(
        "%-15s %5.2f ms CPU a frame, %6.0f bytes allocated a frame by the screen's thread%n",
        what, cost.cpuMillis(), cost.allocatedBytes());
  }
}
