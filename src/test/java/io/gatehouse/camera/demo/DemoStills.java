package io.gatehouse.camera.demo;

import io.gatehouse.camera.CameraUri;
import io.gatehouse.camera.Frame;
import io.gatehouse.camera.FrameFactory;
import io.gatehouse.camera.FramePool;
import io.gatehouse.support.FakeTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.opencv.global.opencv_imgcodecs;

/**
 * Writes stills of the demo lane as PNG, to look at: each of the first vehicles at its stop, in
 * each light, and one vehicle on its way.
 *
 * <p>Run with the folder, then optionally a demo query and the number of vehicles.
 */
public final class DemoStills {

  private DemoStills() {}

  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[0]));
    List<String> queries =
        args.length > 1
            ? List.of(args[1])
            : List.of(
                "light=day", "light=dusk", "light=night", "rain=true", "light=night&rain=true");
    int vehicles = args.length > 2 ? Integer.parseInt(args[2]) : 2;
    for (String query : queries) {
      String name = query.replaceAll("[^a-z0-9]+", "-");
      stills(folder, name, DemoOptions.of(CameraUri.parse("demo:?" + query)), vehicles);
    }
  }

  private static void stills(Path folder, String name, DemoOptions options, int vehicles)
      throws Exception {
    VehicleScript script = new VehicleScript(options.seed(), options.unreadableEvery());
    Traffic traffic = new Traffic(script, options.patienceSeconds());
    double dt = 1 / options.fps();
    try (FramePool pool = new FramePool();
        LaneRenderer renderer = new LaneRenderer(options)) {
      FrameFactory frames = new FrameFactory(pool, new FakeTime());
      int shown = 0;
      int held = 0;
      int away = 0;
      while (shown < vehicles) {
        held =
            traffic.atHand().filter(v -> v.phase() == DemoPhase.STOPPED).isPresent() ? held + 1 : 0;
        traffic.step(dt, held == 6);
        boolean stopped = held == 5;
        away =
            traffic.atHand().filter(v -> v.phase() == DemoPhase.LEAVING).isPresent() ? away + 1 : 0;
        boolean moving = shown < 3 && (away == 22 || away == 52);
        boolean coming =
            shown < 2
                && traffic
                    .atHand()
                    .filter(v -> v.phase() == DemoPhase.APPROACHING)
                    .filter(v -> v.depth() > 2.3 && v.depth() < 2.5)
                    .isPresent();
        if (stopped || moving || coming) {
          try (Frame frame = frames.frame(options.width(), options.height())) {
            renderer.render(traffic, frame);
            String what = stopped ? "stop" : coming ? "come" : "leave" + away;
            Path file = folder.resolve("%s-%02d-%s.png".formatted(name, shown, what));
            if (!opencv_imgcodecs.imwrite(file.toString(), frame.bgr())) {
              throw new IllegalStateException("cannot write " + file);
            }
          }
          shown += stopped ? 1 : 0;
        }
      }
    }
  }
}
