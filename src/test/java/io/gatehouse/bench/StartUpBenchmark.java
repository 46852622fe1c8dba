package io.gatehouse.bench;

import io.gatehouse.bench.KioskProcess.Moment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * From the start of the process to the first window and to the camera's first picture, on the demo
 * lane. Starts the kiosk as a user does, several times; JavaFX draws into memory, so that no
 * display is needed.
 *
 * <p>{@code ./gatehouse bench start-up [RUNS [PROGRAM]]}; the program is {@code ./gatehouse}, or
 * the installed {@code /opt/gatehouse/bin/gatehouse}, which is also measured without its cache of
 * loaded classes.
 */
public final class StartUpBenchmark {

  private static final int RUNS = 5;

  private StartUpBenchmark() {}

  public static void main(String[] args) throws Exception {
    int runs = args.length == 0 ? RUNS : Integer.parseInt(args[0]);
    String program = args.length < 2 ? "./gatehouse" : args[1];
    Path data = Files.createTempDirectory("gatehouse-start-up");
    try {
      start(program, data, List.of()); // makes the database, and warms the disk
      print(program, measure(program, data, runs, List.of()));
      if (args.length == 2) {
        print(
            "the same without the cache", measure(program, data, runs, List.of("-XX:AOTMode=off")));
      }
    } finally {
      KioskProcess.delete(data);
    }
  }

  private record Start(Moment window, Moment picture) {}

  private static List<Start> measure(String program, Path data, int runs, List<String> java)
      throws Exception {
    List<Start> starts = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      starts.add(start(program, data, java));
    }
    return starts;
  }

  private static Start start(String program, Path data, List<String> java) throws Exception {
    try (KioskProcess kiosk =
        KioskProcess.start(program, data, java, "--camera", "demo:", "--frames", "30")) {
      Start start = new Start(kiosk.moment("first window"), kiosk.moment("first picture"));
      kiosk.awaitEnd();
      return start;
    }
  }

  private static void print(String what, List<Start> starts) {
    System.out.printf(
        "%s, %d starts%n  first window:  %s%n  first picture: %s%n",
        what, starts.size(), medians(starts, Start::window), medians(starts, Start::picture));
  }

  private static String medians(
      List<Start> starts, java.util.function.Function<Start, Moment> which) {
    return "CPU %d ms, wall %d ms (median), fastest %d and %d"
        .formatted(
            median(starts, start -> which.apply(start).cpuMillis(), 2),
            median(starts, start -> which.apply(start).wallMillis(), 2),
            median(starts, start -> which.apply(start).cpuMillis(), starts.size() + 1),
            median(starts, start -> which.apply(start).wallMillis(), starts.size() + 1));
  }

  /** The value below which one of {@code part} parts lies. */
  private static long median(List<Start> starts, ToLongFunction<Start> value, int part) {
    List<Long> sorted =
        starts.stream().map(value::applyAsLong).sorted(Comparator.naturalOrder()).toList();
    return sorted.get(sorted.size() / part);
  }
}
