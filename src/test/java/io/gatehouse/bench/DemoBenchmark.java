package io.gatehouse.bench;

import io.gatehouse.camera.CameraUri;
import io.gatehouse.camera.Frame;
import io.gatehouse.camera.FrameFactory;
import io.gatehouse.camera.FramePool;
import io.gatehouse.camera.FrameSource;
import io.gatehouse.camera.demo.DemoCamera;
import io.gatehouse.camera.demo.DemoOptions;
import io.gatehouse.support.FakeTime;
import java.time.Duration;
import java.util.List;

/**
 * What the demo camera costs a frame of 1280x720, over vehicles that come, stop and leave.
 *
 * <p>Run as {@link PreviewBenchmark}.
 */
public final class DemoBenchmark {

  private DemoBenchmark() {}

  public static void main(String[] args) throws Exception {
    Bench bench = new Bench();
    for (String query : List.of("patience=2", "light=night&rain=true&patience=2")) {
      FakeTime time = new FakeTime();
      try (FramePool pool = new FramePool();
          FrameSource source =
              new DemoCamera(DemoOptions.of(CameraUri.parse("demo:?" + query)))
                  .open(new FrameFactory(pool, time))) {
        bench.measure(
            "demo:?" + query,
            300,
            900,
            () -> {
              time.advance(Duration.ofMillis(67));
              source.next().ifPresent(Frame::close);
            });
      }
    }
    bench.print("Demo camera, a frame", System.out);
  }
}
