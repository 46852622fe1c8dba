package io.gatehouse.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A kiosk that a benchmark started, in a window where {@code DISPLAY} names one, else drawn into
 * memory, which takes half a core more; what it logs of itself is read along.
 */
final class KioskProcess implements AutoCloseable {

  private static final Pattern MOMENT =
      Pattern.compile("(first window|first picture|lane on the screen) (\\d+) ms .*, (\\d+) ms of");
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final long KIB = 1024;

  /**
   * Since the process began.
   *
   * @param cpuMillis of all its threads
   */
  record Moment(long wallMillis, long cpuMillis) {}

  private final Process process;
  private final Map<String, CompletableFuture<Moment>> moments = new ConcurrentHashMap<>();
  private final List<String> lines = new ArrayList<>();
  private final Thread reader;

  private KioskProcess(Process process) {
    this.process = process;
    this.reader = new Thread(this::read, "output");
    reader.start();
  }

  /**
   * Starts one.
   *
   * @param java options for its JVM
   */
  static KioskProcess start(String program, Path data, List<String> java, String... options)
      throws IOException {
    List<String> command =
        new ArrayList<>(List.of(program, "kiosk", "--verbose", "--data", data.toString()));
    command.addAll(Arrays.asList(options));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder
        .environment()
        .put(
            "JAVA_TOOL_OPTIONS",
            (hasDisplay() ? "" : "-Dglass.platform=Headless ")
                + "-Dprism.order=sw "
                + String.join(" ", java));
    // as /usr/bin/gatehouse has it
    builder.environment().put("MALLOC_ARENA_MAX", "2");
    builder.environment().put("MALLOC_MMAP_THRESHOLD_", "1048576");
    builder.environment().put("MALLOC_TRIM_THRESHOLD_", "2097152");
    builder.environment().put("OPENBLAS_NUM_THREADS", "1");
    return new KioskProcess(builder.start());
  }

  static boolean hasDisplay() {
    return !System.getenv().getOrDefault("DISPLAY", "").isEmpty();
  }

  private void read() {
    try (BufferedReader output = process.inputReader()) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        synchronized (lines) {
          lines.add(line);
        }
        Matcher matcher = MOMENT.matcher(line);
        if (matcher.find()) {
          future(matcher.group(1))
              .complete(
                  new Moment(Long.parseLong(matcher.group(2)), Long.parseLong(matcher.group(3))));
        }
      }
    } catch (IOException e) {
      moments.values().forEach(moment -> moment.completeExceptionally(e));
    }
    moments
        .values()
        .forEach(moment -> moment.completeExceptionally(new IOException("the kiosk ended")));
  }

  private CompletableFuture<Moment> future(String name) {
    return moments.computeIfAbsent(name, _ -> new CompletableFuture<>());
  }

  /** When this happened; waits for it. */
  Moment moment(String name) throws Exception {
    return future(name).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  boolean runs() {
    return process.isAlive();
  }

  /** Resident memory in bytes, native memory counted; 0 when it has ended. */
  long residentBytes() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.exists(status)) {
      return 0;
    }
    try (Stream<String> all = Files.lines(status)) {
      return all.filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIB)
          .findFirst()
          .orElse(0);
    }
  }

  Duration cpu() {
    return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  void awaitEnd() throws InterruptedException, IOException {
    int exit = process.waitFor();
    reader.join();
    if (exit != 0) {
      synchronized (lines) {
        throw new IOException("the kiosk ended with %d: %s".formatted(exit, lines));
      }
    }
  }

  @Override
  public void close() {
    process.destroy();
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
