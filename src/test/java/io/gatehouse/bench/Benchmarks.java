package io.gatehouse.bench;

import io.gatehouse.bench.plates.PlateBenchmark;
import io.gatehouse.bench.plates.SequenceBenchmark;
import io.gatehouse.launch.ImportBenchmark;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code ./gatehouse bench}: lists the benchmarks, or runs the named one with its arguments. */
public final class Benchmarks {

  private Benchmarks() {}

  public static void main(String[] args) throws Exception {
    // screens are drawn into memory: no display is needed, and every machine measures the same
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    Map<String, Entry> all = all();
    Entry chosen = args.length == 0 ? null : all.get(args[0]);
    if (chosen == null) {
      System.out.println("usage: ./gatehouse bench NAME [ARGUMENTS]");
      all.forEach((name, entry) -> System.out.printf("  %-16s %s%n", name, entry.measures()));
      System.exit(args.length == 0 ? 0 : 2);
    }
    chosen.run().run(Arrays.copyOfRange(args, 1, args.length));
    System.exit(0);
  }

  private static Map<String, Entry> all() {
    Map<String, Entry> all = new LinkedHashMap<>();
    all.put(
        "preview",
        new Entry("CPU ms and bytes allocated a frame, 1280x720", PreviewBenchmark::main));
    all.put(
        "screen",
        new Entry("the same with the whole screen around it", ScreenPreviewBenchmark::main));
    all.put(
        "rpicam",
        new Entry(
            "the AI Camera at 1280x960 and 30/s: CPU of pipe, preview, detection, beside FFmpeg's",
            RpicamBenchmark::main));
    all.put(
        "sensor",
        new Entry(
            "plates read when the sensor's vehicle is looked at first", SensorBenchmark::main));
    all.put(
        "recognition",
        new Entry(
            "ms a picture by stage; DIR/images with DIR/labels.csv", RecognitionBenchmark::main));
    all.put(
        "plates",
        new Entry("plates read right and CPU ms a picture, by engine", PlateBenchmark::main));
    all.put(
        "engines",
        new Entry("our networks by inference engine, one thread", EngineBenchmark::main));
    all.put(
        "sequences",
        new Entry("what the vote adds to single frames, and how soon", SequenceBenchmark::main));
    all.put(
        "lane",
        new Entry("vehicles that the whole kiosk lets through by itself", LaneBenchmark::main));
    all.put("demo", new Entry("CPU ms a frame of the rendered lane", DemoBenchmark::main));
    all.put(
        "commit",
        new Entry("a confirmation beside the disk's own fsync; searches", CommitBenchmark::main));
    all.put(
        "books", new Entry("each question to a store of a million passages", BooksBenchmark::main));
    all.put(
        "insight",
        new Entry(
            "figures of a day, week and month over a million passages", InsightBenchmark::main));
    all.put(
        "sync",
        new Entry(
            "passages of three days without a network until all have arrived",
            SyncBenchmark::main));
    all.put(
        "central-web",
        new Entry(
            "pages of a million rows and pictures over HTTP, H2 and PostgreSQL",
            CentralWebBenchmark::main));
    all.put(
        "central-intake",
        new Entry("events with pictures that the central takes in", CentralIntakeBenchmark::main));
    all.put(
        "import",
        new Entry("pictures a second of an import, one and two threads", ImportBenchmark::main));
    all.put(
        "start-up",
        new Entry("from process start to first window and first picture", StartUpBenchmark::main));
    all.put(
        "long-life",
        new Entry("processor at rest, memory over 50,000 frames", LongLifeBenchmark::main));
    return all;
  }

  private record Entry(String measures, Run run) {}

  @FunctionalInterface
  private interface Run {
    void run(String[] args) throws Exception;
  }
}
