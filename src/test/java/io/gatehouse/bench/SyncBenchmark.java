package io.gatehouse.bench;

import com.sun.management.OperatingSystemMXBean;
import io.gatehouse.store.OutboxCounts;
import io.gatehouse.support.FakeCentral;
import io.gatehouse.support.SamplePassages;
import io.gatehouse.sync.SyncKiosk;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/**
 * How long passages that were recorded without a network take to arrive once it is there: real
 * store, real HTTP over loopback, and a central in the same process that keeps all in memory.
 *
 * <pre>
 *   SyncBenchmark [--passages 10000] [--folder DIR]
 * </pre>
 */
public final class SyncBenchmark {

  private SyncBenchmark() {}

  public static void main(String[] args) throws Exception {
    int passages = Integer.parseInt(option(args, "--passages", "10000"));
    Path parent = Path.of(option(args, "--folder", System.getProperty("java.io.tmpdir")));
    Path folder = Files.createTempDirectory(parent, "gatehouse-bench");
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (FakeCentral central = new FakeCentral();
        SyncKiosk kiosk = new SyncKiosk(folder, central.url())) {
      for (int i = 0; i < passages; i++) {
        kiosk.store().passages().record(SamplePassages.passage(i));
      }
      CountDownLatch arrived = new CountDownLatch(passages);
      central.afterEvent(arrived::countDown);
      OperatingSystemMXBean process =
          (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
      long cpuBefore = process.getProcessCpuTime();
      long start = System.nanoTime();
      kiosk.sync().start();
      arrived.await();
      double seconds = (System.nanoTime() - start) / 1e9;
      double cpu = (process.getProcessCpuTime() - cpuBefore) / 1e6 / passages;
      out.printf(
          "%d passages with %d pictures arrived in %.1f s: %.0f a second, %.1f ms CPU each (with the central's)%n",
          central.events().size(), central.pictures().size(), seconds, passages / seconds, cpu);
      OutboxCounts left = kiosk.store().outbox().counts();
      out.printf(
          "not noted yet %d, refused %d, sent twice %d%n",
          left.waiting(), left.parked(), central.repeated());
    } finally {
      deleteTree(folder);
    }
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
