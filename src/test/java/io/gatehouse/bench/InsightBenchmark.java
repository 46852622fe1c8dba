package io.gatehouse.bench;

import io.gatehouse.parking.insight.Span;
import io.gatehouse.parking.insight.Span.Length;
import io.gatehouse.store.DataFolder;
import io.gatehouse.store.InsightStore;
import io.gatehouse.store.KioskStore;
import io.gatehouse.store.PassageTable;
import io.gatehouse.support.FakeTime;
import io.gatehouse.support.SamplePassages;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How long the figures of a day, a week and a month take: the first time, when each day is counted,
 * and afterwards, when only the present day is.
 *
 * <pre>
 *   InsightBenchmark [--passages 1000000] [--inside 50000] [--folder DIR]
 * </pre>
 */
public final class InsightBenchmark {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final int CALLS = 30;

  private InsightBenchmark() {}

  public static void main(String[] args) throws Exception {
    int passages = Integer.parseInt(option(args, "--passages", "1000000"));
    int inside = Integer.parseInt(option(args, "--inside", "50000"));
    Path parent = Path.of(option(args, "--folder", System.getProperty("java.io.tmpdir")));
    Path folder = Files.createTempDirectory(parent, "gatehouse-bench");
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    FakeTime time = new FakeTime(SamplePassages.capturedAt(passages));
    LocalDate today = LocalDate.ofInstant(time.now(), ZONE);
    Bench bench = new Bench();
    try (DataFolder data = DataFolder.open(folder);
        KioskStore store = KioskStore.open(data, time, plate -> plate)) {
      PassageTable.make(store, passages, inside);
      InsightStore insight = store.books().insight();
      for (Length length : Length.values()) {
        Span span = Span.of(length, today);
        Span before = span.comparable();
        bench.measure(
            "business " + length + ", first time",
            0,
            1,
            () -> insight.business(span.first(), span.last(), ZONE));
        bench.measure(
            "business " + length + " and what it is compared with",
            3,
            CALLS,
            () -> {
              insight.business(span.first(), span.last(), ZONE);
              insight.business(before.first(), before.last(), ZONE);
              insight.totals(before.start(ZONE), before.comparableUntil(time.now(), ZONE));
            });
      }
      for (int days : List.of(1, 30)) {
        LocalDate first = today.minusDays(days - 1L);
        bench.measure(
            "reading of %d days, first time".formatted(days),
            0,
            1,
            () -> insight.reading(first, today, ZONE));
        bench.measure(
            "reading of %d days".formatted(days),
            3,
            CALLS,
            () -> insight.reading(first, today, ZONE));
      }
      bench.measure("storage", 3, CALLS, insight::storage);
      bench.print("Insight, %d passages, %d inside".formatted(passages, inside), out);
    } finally {
      deleteTree(folder);
    }
  }

  private static void deleteTree(Path folder) throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static String option(String[] args, String name, String otherwise) {
    int at = List.of(args).indexOf(name);
    return at < 0 || at + 1 >= args.length ? otherwise : args[at + 1];
  }
}
