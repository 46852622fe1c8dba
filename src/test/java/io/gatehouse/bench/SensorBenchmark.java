package io.gatehouse.bench;

import com.sun.management.OperatingSystemMXBean;
import io.gatehouse.camera.CameraUri;
import io.gatehouse.camera.Frame;
import io.gatehouse.camera.FrameFactory;
import io.gatehouse.camera.FramePool;
import io.gatehouse.camera.FrameSource;
import io.gatehouse.camera.Natives;
import io.gatehouse.camera.Region;
import io.gatehouse.camera.SensorBox;
import io.gatehouse.camera.SensorView;
import io.gatehouse.camera.demo.DemoCamera;
import io.gatehouse.camera.demo.DemoOptions;
import io.gatehouse.camera.demo.DemoTruth;
import io.gatehouse.plate.VietnamGrammar;
import io.gatehouse.read.PlateRecognizer;
import io.gatehouse.read.Recognizers;
import io.gatehouse.support.FakeTime;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What it is worth to look for the plate in the sensor's vehicle first: our two networks on the
 * same rendered pictures of 1280x960, with and without a vehicle's box around the plate. The boxes
 * are drawn from the truth: a real sensor's are worse.
 *
 * <p>Run: {@code ./gatehouse bench sensor [PICTURES]}
 */
public final class SensorBenchmark {

  private static final int WIDTH = 1280;
  private static final int HEIGHT = 960;
  private static final Duration STEP = Duration.ofMillis(200);
  private static final int SMALL = 90;

  private final OperatingSystemMXBean process =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final FakeTime time = new FakeTime();
  private final FrameFactory frames = new FrameFactory(new FramePool(), time);

  private static final class Tally {
    private int right;
    private int smallRight;
    private long cpuNanos;
  }

  private SensorBenchmark() {}

  public static void main(String[] args) throws Exception {
    Natives.load();
    int pictures = args.length > 0 ? Integer.parseInt(args[0]) : 150;
    System.out.printf("%-24s %-18s %8s %18s %10s%n", "", "", "right", "under 90 px", "CPU ms");
    for (String light : List.of("day", "night&rain=true")) {
      new SensorBenchmark().run(light, pictures);
    }
  }

  private void run(String light, int pictures) throws Exception {
    DemoCamera camera =
        new DemoCamera(
            DemoOptions.of(
                CameraUri.parse(
                    "demo:?patience=1.5&unreadable=0&fps=5&speed=2&size=%dx%d&light=%s"
                        .formatted(WIDTH, HEIGHT, light))));
    Tally whole = new Tally();
    Tally guided = new Tally();
    int shown = 0;
    int small = 0;
    try (FrameSource source = camera.open(frames);
        PlateRecognizer networks = Recognizers.gatehouseNets(new VietnamGrammar(), 1)) {
      for (int i = 0; i < pictures; i++) {
        time.advance(STEP);
        try (Frame frame = source.next().orElseThrow()) {
          DemoTruth truth = camera.lane().truth();
          if (truth.plateBox().isPresent()) {
            Region plate = truth.plateBox().get();
            shown++;
            small += plate.width() < SMALL ? 1 : 0;
            read(networks, frame, truth, plate, whole);
            try (Frame seen = withVehicle(frame, plate)) {
              read(networks, seen, truth, plate, guided);
            }
          }
        }
      }
    }
    print(light, "whole picture", whole, shown, small);
    print(light, "vehicle first", guided, shown, small);
  }

  private void read(
      PlateRecognizer networks, Frame frame, DemoTruth truth, Region plate, Tally tally) {
    long before = process.getProcessCpuTime();
    boolean right =
        networks.glance(frame).stream().anyMatch(r -> r.plate().text().equals(truth.plateText()));
    tally.cpuNanos += process.getProcessCpuTime() - before;
    tally.right += right ? 1 : 0;
    tally.smallRight += right && plate.width() < SMALL ? 1 : 0;
  }

  private Frame withVehicle(Frame frame, Region plate) {
    int left = Math.max(0, (int) (plate.centerX() - 1.5 * plate.width()));
    int top = Math.max(0, plate.y() - 4 * plate.height());
    int right = Math.min(WIDTH, (int) (plate.centerX() + 1.5 * plate.width()));
    int bottom = Math.min(HEIGHT, plate.bottom() + plate.height() * 3 / 2);
    SensorBox vehicle =
        new SensorBox(
            new Region(left, top, right - left, bottom - top), SensorBox.Kind.VEHICLE, 0.8f);
    Frame seen =
        frames.frame(WIDTH, HEIGHT, Duration.ZERO, Optional.of(new SensorView(List.of(vehicle))));
    frame.bgr().copyTo(seen.bgr());
    return seen;
  }

  private static void print(String light, String how, Tally tally, int shown, int small) {
    System.out.printf(
        Locale.ROOT,
        "%-24s %-18s %3d of %3d %10d of %3d %10.1f%n",
        light,
        how,
        tally.right,
        shown,
        tally.smallRight,
        small,
        tally.cpuNanos / 1e6 / Math.max(1, shown));
  }
}
