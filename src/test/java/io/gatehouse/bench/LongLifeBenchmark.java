package io.gatehouse.bench;

import io.gatehouse.support.rpicam.FakeRpicam;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a kiosk takes for as long as it runs: processor time while nobody comes, and resident memory
 * while vehicles come and go, with networks, Tesseract, store and screen loaded. The pictures come
 * from the AI Camera's stand-in, a process of its own, as they do on the device: what drawing them
 * takes is not counted.
 *
 * <p>{@code ./gatehouse bench long-life [FRAMES [PROGRAM]]}, 50,000 frames at 30 a second of {@code
 * ./gatehouse} unless told otherwise. Where {@code DISPLAY} is set, in a window there.
 */
public final class LongLifeBenchmark {

  private static final int FRAMES = 50_000;
  private static final Duration SETTLE = Duration.ofSeconds(15);

  /** An empty lane is searched the less the longer it is empty, down to what it keeps to. */
  private static final Duration COMES_TO_REST = Duration.ofSeconds(45);

  private static final Duration REST = Duration.ofSeconds(60);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
  private static final int PARTS = 10;
  private static final double MB = 1e6;

  private LongLifeBenchmark() {}

  public static void main(String[] args) throws Exception {
    int frames = args.length == 0 ? FRAMES : Integer.parseInt(args[0]);
    String program = args.length < 2 ? "./gatehouse" : args[1];
    Path folder = Files.createTempDirectory("gatehouse-long-life");
    try {
      rest(program, folder);
      life(program, folder, frames);
    } finally {
      KioskProcess.delete(folder);
    }
  }

  private static void rest(String program, Path folder) throws Exception {
    FakeRpicam camera = FakeRpicam.in(folder, "scene=demo:?speed=0.01", "loop=30");
    try (KioskProcess kiosk =
        KioskProcess.start(
            program, folder.resolve("data"), List.of(), "--camera", camera.uri(""))) {
      kiosk.moment("first picture");
      Thread.sleep(COMES_TO_REST);
      Duration before = kiosk.cpu();
      Thread.sleep(REST);
      double cores = (double) kiosk.cpu().minus(before).toMillis() / REST.toMillis();
      System.out.printf(
          "an empty lane, 15 pictures of 1280x960 a second, %s: %.0f %% of a core, %.0f MB%n",
          KioskProcess.hasDisplay() ? "in a window" : "the screen in memory",
          100 * cores,
          kiosk.residentBytes() / MB);
    }
  }

  private static void life(String program, Path folder, int frames) throws Exception {
    FakeRpicam camera = FakeRpicam.in(folder, "scene=demo:?speed=3&patience=2", "loop=240");
    try (KioskProcess kiosk =
        KioskProcess.start(
            program,
            folder.resolve("data"),
            List.of(),
            "--camera",
            camera.uri("&width=960&height=720&framerate=30"),
            "--auto-confirm",
            "--frames",
            Integer.toString(frames))) {
      kiosk.moment("first picture");
      Thread.sleep(SETTLE);
      long began = System.nanoTime();
      System.out.printf("after the start: %.0f MB%n", kiosk.residentBytes() / MB);
      List<Long> seen = watch(kiosk);
      kiosk.awaitEnd();
      double minutes = (System.nanoTime() - began) / 6e10;
      System.out.printf("%d frames in %.1f minutes; resident MB by tenths:", frames, minutes);
      for (int part = 0; part < PARTS; part++) {
        System.out.printf(" %.0f", mean(seen, part) / MB);
      }
      System.out.printf(
          "%nhighest %.0f MB; the last tenth against the third: %+.1f %%%n",
          seen.stream().mapToLong(Long::longValue).max().orElse(0) / MB,
          100 * (mean(seen, PARTS - 1) / mean(seen, 2) - 1));
    }
  }

  private static List<Long> watch(KioskProcess kiosk) throws IOException, InterruptedException {
    List<Long> seen = new ArrayList<>();
    while (kiosk.runs()) {
      long resident = kiosk.residentBytes();
      if (resident > 0) {
        seen.add(resident);
      }
      Thread.sleep(BETWEEN_LOOKS);
    }
    return seen;
  }

  private static double mean(List<Long> seen, int part) {
    return seen.subList(part * seen.size() / PARTS, (part + 1) * seen.size() / PARTS).stream()
        .mapToLong(Long::longValue)
        .average()
        .orElse(0);
  }
}
