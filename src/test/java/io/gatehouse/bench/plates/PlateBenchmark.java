package io.gatehouse.bench.plates;

import io.gatehouse.bench.plates.LabelledSet.LabelledPicture;
import io.gatehouse.bench.plates.PlateScorer.Answer;
import io.gatehouse.bench.plates.PlateScorer.Verdict;
import io.gatehouse.camera.Frame;
import io.gatehouse.camera.FrameFactory;
import io.gatehouse.camera.FramePool;
import io.gatehouse.camera.Natives;
import io.gatehouse.camera.PictureDecoder;
import io.gatehouse.camera.PictureException;
import io.gatehouse.common.TimeSource;
import io.gatehouse.plate.VietnamGrammar;
import io.gatehouse.read.PlateReading;
import io.gatehouse.read.PlateRecognizer;
import io.gatehouse.read.Sureness;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.bytedeco.opencv.global.opencv_core;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How many plates of labelled photographs each engine reads, and what that costs: every engine gets
 * the same decoded pictures in one run, one after the other on each picture, so that whatever else
 * the machine does falls on all alike.
 */
@Command(name = "plates", description = "Plates read right, and CPU ms a picture, by engine.")
public final class PlateBenchmark implements Callable<Integer> {

  private static final int WARM_UP = 5;

  @Option(
      names = "--sets",
      required = true,
      paramLabel = "DIR",
      description = "folder of sets, or one set: images/ and labels.csv (file,text,…)")
  private Path sets;

  @Option(names = "--only", split = ",", paramLabel = "SET", description = "only these sets")
  private List<String> only = List.of();

  @Option(names = "--engines", split = ",", paramLabel = "ENGINE", description = "only these")
  private List<String> engines = PlateEngine.titles();

  @Option(
      names = "--threads",
      split = ",",
      defaultValue = "1",
      paramLabel = "N",
      description = "threads for one picture; several values, several runs (${DEFAULT-VALUE})")
  private List<Integer> threads = List.of();

  @Option(
      names = "--every",
      defaultValue = "1",
      paramLabel = "N",
      description = "each Nth picture of a set only (${DEFAULT-VALUE})")
  private int every;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "folder for plates.csv, readings.csv and plates.png")
  private Path out;

  private final PrintStream console = System.out;

  private record Opened(PlateEngine engine, PlateRecognizer recognizer) {}

  public static void main(String[] args) {
    int exit = new CommandLine(new PlateBenchmark()).execute(args);
    if (exit != 0) {
      System.exit(exit);
    }
  }

  @Override
  public Integer call() throws Exception {
    List<PlateEngine> chosen = engines.stream().map(PlateEngine::of).toList();
    List<LabelledSet> labelled = LabelledSet.in(sets, only, Math.max(1, every));
    Natives.load();
    List<PlateResult> results = new ArrayList<>();
    StringBuilder readings =
        new StringBuilder("set,file,engine,threads,truth,answer,outcome,sure,cpu_ms\n");
    for (int count : threads) {
      results.addAll(run(labelled, chosen, count, readings));
    }
    List<PlateResult> all = PlateTable.withTotals(results);
    PlateTable table = new PlateTable(all);
    console.printf("%n%s%n", table.text());
    String against = table.against(PlateEngine.PEER.title());
    if (!against.isEmpty()) {
      console.printf("against %s in this run%n%s%n", PlateEngine.PEER.title(), against);
    }
    if (out != null) {
      Files.createDirectories(out);
      Files.writeString(out.resolve("plates.csv"), table.csv());
      try (BufferedWriter file = Files.newBufferedWriter(out.resolve("readings.csv"))) {
        file.append(readings);
      }
      PlateChart.write(all, out.resolve("plates.png"));
      console.printf("plates.csv, readings.csv and plates.png are in %s%n", out);
    }
    return 0;
  }

  private List<PlateResult> run(
      List<LabelledSet> labelled, List<PlateEngine> chosen, int count, StringBuilder readings)
      throws IOException, PictureException {
    opencv_core.setNumThreads(count);
    int total = labelled.stream().mapToInt(set -> set.pictures().size()).sum();
    console.printf(
        Locale.ROOT,
        "%d pictures, %d engines, %d thread%s, %s%n",
        total,
        chosen.size(),
        count,
        count == 1 ? "" : "s",
        System.getProperty("os.arch"));
    List<Opened> opened = new ArrayList<>();
    try (FramePool pool = new FramePool()) {
      chosen.forEach(e -> opened.add(new Opened(e, e.open(new VietnamGrammar(), count))));
      PictureDecoder decoder = new PictureDecoder(new FrameFactory(pool, TimeSource.system()));
      warmUp(labelled.getFirst(), decoder, opened);
      Progress progress = new Progress(console, total);
      List<PlateResult> results = new ArrayList<>();
      for (LabelledSet set : labelled) {
        results.addAll(run(set, decoder, opened, count, readings, progress));
      }
      return results;
    } finally {
      opened.forEach(o -> o.recognizer().close());
    }
  }

  /** The first pictures cost more: code is compiled, memory is taken. */
  private static void warmUp(LabelledSet set, PictureDecoder decoder, List<Opened> opened)
      throws PictureException {
    for (LabelledPicture picture :
        set.pictures().subList(0, Math.min(WARM_UP, set.pictures().size()))) {
      try (Frame frame = decoder.decode(picture.file())) {
        opened.forEach(o -> o.recognizer().recognize(frame));
      }
    }
  }

  private static List<PlateResult> run(
      LabelledSet set,
      PictureDecoder decoder,
      List<Opened> opened,
      int count,
      StringBuilder readings,
      Progress progress)
      throws PictureException {
    Map<PlateEngine, PlateResult> results = new LinkedHashMap<>();
    Stopwatch watch = new Stopwatch(count);
    for (LabelledPicture picture : set.pictures()) {
      try (Frame frame = decoder.decode(picture.file())) {
        for (Opened o : opened) {
          watch.start();
          List<PlateReading> plates = o.recognizer().recognize(frame);
          double cpu = watch.cpuMillis();
          double wall = watch.wallMillis();
          Verdict verdict = PlateScorer.judge(picture.texts(), answers(plates));
          PlateResult result =
              results.computeIfAbsent(
                  o.engine(),
                  engine ->
                      new PlateResult(
                          set.name(), engine.title(), count, new Tally(), new PlateResult.Times()));
          result.tally().add(verdict);
          result.times().add(cpu, wall);
          readings.append(line(set, picture, o.engine(), count, verdict, cpu));
        }
      }
      progress.step(set.name());
    }
    return List.copyOf(results.values());
  }

  static List<Answer> answers(List<PlateReading> plates) {
    return plates.stream()
        .map(p -> new Answer(p.plate().text(), p.confidence(), p.sureness() == Sureness.SURE))
        .toList();
  }

  private static String line(
      LabelledSet set,
      LabelledPicture picture,
      PlateEngine engine,
      int count,
      Verdict verdict,
      double cpu) {
    return String.format(
        Locale.ROOT,
        "%s,%s,%s,%d,%s,%s,%s,%s,%.2f%n",
        set.name(),
        picture.file().toFile().getName(),
        engine.title(),
        count,
        verdict.truth(),
        verdict.answer(),
        verdict.outcome().name().toLowerCase(Locale.ROOT),
        verdict.sure() ? "sure" : "doubtful",
        cpu);
  }
}
