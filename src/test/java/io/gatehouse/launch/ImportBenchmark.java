package io.gatehouse.launch;

import com.sun.management.OperatingSystemMXBean;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import io.gatehouse.plate.VietnamGrammar;
import io.gatehouse.read.Recognizers;
import io.gatehouse.snapshot.ImportListener;
import io.gatehouse.snapshot.ImportOptions;
import io.gatehouse.snapshot.ImportResult;
import io.gatehouse.snapshot.ImportSummary;
import io.gatehouse.snapshot.Importer;
import io.gatehouse.snapshot.common.Line;
import io.gatehouse.snapshot.common.Stop;
import io.gatehouse.support.DrawnLane;
import java.awt.Color;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Pictures a second of an import with our own recogniser, into the embedded database with the
 * pictures in it, with one and two threads.
 *
 * <pre>
 *   ImportBenchmark [--pictures 120] [--images DIR]
 * </pre>
 */
public final class ImportBenchmark {

  private static final int WARM_UP = 8;

  private ImportBenchmark() {}

  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path folder = Files.createTempDirectory("gatehouse-bench");
    try {
      List<Line> lines =
          option(args, "--images").isPresent()
              ? below(Path.of(option(args, "--images").get()))
              : drawn(folder, option(args, "--pictures").map(Integer::valueOf).orElse(120));
      for (int threads : new int[] {1, 2}) {
        measure(lines, threads, folder.resolve("data" + threads), out);
      }
    } finally {
      delete(folder);
    }
  }

  private static Optional<String> option(String[] args, String name) {
    for (int i = 0; i + 1 < args.length; i++) {
      if (args[i].equals(name)) {
        return Optional.of(args[i + 1]);
      }
    }
    return Optional.empty();
  }

  private static List<Line> below(Path images) throws IOException {
    try (Stream<Path> files = Files.walk(images)) {
      return lines(files.filter(Files::isRegularFile).sorted().toList());
    }
  }

  private static List<Line> drawn(Path folder, int count) throws IOException {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String lower = String.format(Locale.ROOT, "%03d.%02d", 100 + i, i % 100);
      byte[] jpeg =
          DrawnLane.pictures("59-P1", lower, Color.getHSBColor(i / (float) count, 0.5f, 0.6f))
              .full();
      files.add(Files.write(folder.resolve("%04d.jpg".formatted(i)), jpeg));
    }
    return lines(files);
  }

  private static List<Line> lines(List<Path> files) {
    List<Line> lines = new ArrayList<>();
    files.forEach(file -> lines.add(new Line(lines.size() + 1, file.toString())));
    return lines;
  }

  private static void measure(List<Line> lines, int threads, Path data, PrintStream out)
      throws Exception {
    ImportOptions options =
        new ImportOptions(
            data,
            Optional.empty(),
            Optional.empty(),
            Duration.ZERO,
            0,
            Optional.empty(),
            threads,
            1,
            false,
            false,
            false);
    TimeSource time = TimeSource.system();
    try (LocalPictureReader reader =
            new LocalPictureReader(
                () -> Recognizers.gatehouse(new VietnamGrammar(), 1), threads, time);
        Importer importer =
            Importer.local(
                options,
                reader,
                new Quiet(),
                new Stop(),
                time,
                new Threads((thread, e) -> {
                  throw new AssertionError(thread.getName(), e);
                }))) {
      importer.run(lines.subList(0, Math.min(WARM_UP, lines.size())));
      List<Line> measured = lines.subList(Math.min(WARM_UP, lines.size()), lines.size());
      OperatingSystemMXBean process =
          (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
      long cpu = process.getProcessCpuTime();
      long start = System.nanoTime();
      ImportSummary summary = importer.run(measured);
      double seconds = (System.nanoTime() - start) / 1e9;
      double cpuMillis = (process.getProcessCpuTime() - cpu) / 1e6 / measured.size();
      out.printf(
          Locale.ROOT,
          "%d thread%s: %d pictures in %.1f s, %.1f a second, %.0f ms CPU each; %s%n",
          threads,
          threads == 1 ? "" : "s",
          measured.size(),
          seconds,
          measured.size() / seconds,
          cpuMillis,
          summary.counts());
    }
  }

  private record Quiet() implements ImportListener {

    @Override
    public void ended(ImportResult result) {}

    @Override
    public void waiting(String why, Duration pause) {}
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
