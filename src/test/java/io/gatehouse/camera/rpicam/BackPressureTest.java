package io.gatehouse.camera.rpicam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gatehouse.camera.CameraUri;
import io.gatehouse.camera.Frame;
import io.gatehouse.camera.FrameFactory;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import io.gatehouse.support.Pictures;
import io.gatehouse.support.rpicam.FakeRpicam;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A pipe that nobody empties: the camera waits, and what it held back is old. */
@Timeout(120)
class BackPressureTest {

  @TempDir private Path folder;

  @Test
  void whatThePipeHeldBackIsPassedOverAndTheNextPictureIsFresh() throws Exception {
    FakeRpicam fake = FakeRpicam.in(folder);
    RpicamOptions options =
        RpicamOptions.of(CameraUri.parse(fake.uri("&width=640&height=480&framerate=30")));
    RpicamLimits limits = RpicamGate.limits(Duration.ofSeconds(40));
    List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    FrameFactory frames = Pictures.factory();
    RpicamChild child = RpicamChild.start(options, List.of());
    RpicamSource source =
        new RpicamSource(
            child, options, limits, frames, new RestartAllowance(Duration.ZERO), () -> {});
    try (source) {
      await().atMost(Duration.ofSeconds(40)).until(() -> child.pictures().available() > 0);
      long since = System.nanoTime(); // the pipe is full now, and the camera waits
      await().until(() -> System.nanoTime() - since > 2_000_000_000L);

      source.start(new Threads((thread, failure) -> uncaught.add(failure)));

      for (int i = 0; i < 10; i++) {
        try (Frame frame = source.next().orElseThrow()) {
          long age = TimeSource.system().nanos() - frame.stamp().capturedNanos();
          assertThat(Duration.ofNanos(age)).isLessThan(Duration.ofSeconds(1));
        }
      }
    }
    assertThat(uncaught).isEmpty();
  }
}
