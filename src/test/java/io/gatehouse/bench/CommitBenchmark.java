package io.gatehouse.bench;

import io.gatehouse.common.TimeSource;
import io.gatehouse.decide.Outcome;
import io.gatehouse.store.DataFolder;
import io.gatehouse.store.KioskStore;
import io.gatehouse.store.NewPassage;
import io.gatehouse.store.PassageQuery;
import io.gatehouse.store.PassageStore;
import io.gatehouse.store.PassageTable;
import io.gatehouse.support.SamplePassages;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a confirmation costs on the disk, beside the disk's own fsync in the same folder and the
 * same run, and how long a search takes.
 *
 * <pre>
 *   CommitBenchmark [--commits 500] [--passages 200000] [--folder DIR]
 * </pre>
 */
public final class CommitBenchmark {

  private static final int WARM_UP = 50;
  private static final int SEARCHES = 60;
  private static final int PICTURE_BYTES = 60_000;

  private CommitBenchmark() {}

  public static void main(String[] args) throws Exception {
    int commits = Integer.parseInt(option(args, "--commits", "500"));
    int passages = Integer.parseInt(option(args, "--passages", "200000"));
    Path parent = Path.of(option(args, "--folder", System.getProperty("java.io.tmpdir")));
    Path folder = Files.createTempDirectory(parent, "gatehouse-bench");
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Bench bench = new Bench();
    try (DataFolder data = DataFolder.open(folder);
        KioskStore store = KioskStore.open(data, TimeSource.system(), CommitBenchmark::fold)) {
      Bench.Result fsync = fsync(bench, folder, commits);
      Bench.Result commit = commits(bench, store.passages(), commits);
      out.printf(
          "commit minus fsync: p50 %.2f ms, p99 %.2f ms; on the disk %d kB a passage of 69 kB pictures%n",
          commit.percentile(0.5) - fsync.percentile(0.5),
          commit.percentile(0.99) - fsync.percentile(0.99),
          Files.size(data.databaseFile()) / 1000 / (commits + WARM_UP));
      PassageTable.fill(store, passages);
      searches(bench, store.passages());
      bench.print("Store, %d passages".formatted(passages + commits + WARM_UP), out);
    } finally {
      deleteTree(folder);
    }
  }

  /**
   * Appends as much as a picture to a file and syncs it: the least that any durable write costs.
   */
  private static Bench.Result fsync(Bench bench, Path folder, int calls) throws Exception {
    byte[] picture = new byte[PICTURE_BYTES];
    new Random(1).nextBytes(picture);
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve("fsync.bin").toFile(), "rw")) {
      return bench.measure(
          "the disk: write 60 kB, fsync",
          WARM_UP,
          calls,
          () -> {
            file.write(picture);
            file.getFD().sync();
          });
    }
  }

  private static Bench.Result commits(Bench bench, PassageStore passages, int calls)
      throws Exception {
    List<NewPassage> ready =
        IntStream.range(0, calls + WARM_UP).mapToObj(SamplePassages::passage).toList();
    Iterator<NewPassage> next = ready.iterator();
    return bench.measure(
        "record a passage, 60 + 6 + 3 kB pictures",
        WARM_UP,
        calls,
        () -> passages.record(next.next()));
  }

  private static void searches(Bench bench, PassageStore passages) throws Exception {
    Random random = new Random(5);
    search(bench, passages, "newest 50", false, () -> "");
    search(bench, passages, "two digits", false, () -> "%02d".formatted(random.nextInt(100)));
    search(bench, passages, "four digits", false, () -> "%04d".formatted(random.nextInt(10_000)));
    search(
        bench,
        passages,
        "four digits, alike",
        true,
        () -> "%04d".formatted(random.nextInt(10_000)));
    search(
        bench, passages, "whole plate", false, () -> "59P1%05d".formatted(random.nextInt(100_000)));
    bench.measure(
        "last visits of a plate",
        5,
        SEARCHES,
        () -> passages.lastVisits(SamplePassages.plateText(random.nextInt(100)), 5));
  }

  private static void search(
      Bench bench, PassageStore passages, String name, boolean alike, Supplier<String> text)
      throws Exception {
    bench.measure(
        "search: " + name,
        5,
        SEARCHES,
        () ->
            passages.search(
                new PassageQuery(
                    text.get(),
                    alike,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Set.<Outcome>of(),
                    false,
                    50,
                    0)));
  }

  private static String fold(String text) {
    return text.replace('B', '8').replace('O', '0').replace('D', '0').replace('I', '1');
  }

  private static String option(String[] args, String name, String otherwise) {
    for (int i = 0; i + 1 < args.length; i++) {
      if (args[i].equals(name)) {
        return args[i + 1];
      }
    }
    return otherwise;
  }

  private static void deleteTree(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
