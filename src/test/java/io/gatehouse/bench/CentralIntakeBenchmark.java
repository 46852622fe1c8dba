package io.gatehouse.bench;

import com.sun.management.OperatingSystemMXBean;
import io.gatehouse.central.CentralOptions;
import io.gatehouse.central.CentralServer;
import io.gatehouse.common.TimeSource;
import io.gatehouse.support.EdgeClient;
import io.gatehouse.support.EdgeEvents;
import io.gatehouse.support.EmbeddedPostgresServer;
import io.gatehouse.support.Jpegs;
import io.gatehouse.support.RunningCentral;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * How many events with a picture of 50 kB a central takes in a second over HTTP, each on the disk
 * before it is answered; beside the way of the first description: base64 in the event, one row and
 * one commit after the other. Clients and server share the machine.
 *
 * <pre>
 *   CentralIntakeBenchmark [--events 4000] [--clients 48] [--folder DIR] [--only h2|postgresql]
 * </pre>
 */
public final class CentralIntakeBenchmark {

  private static final int PICTURE_BYTES = 50_000;
  private static final int WARM_UP = 4000;
  private static final Instant START = Instant.parse("2026-11-21T01:00:00Z");
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private final int events;
  private final int clients;
  private final byte[] picture = Jpegs.padded(Jpegs.noise(1, 32, 32), PICTURE_BYTES, 1);
  private final AtomicInteger number = new AtomicInteger();

  /** Tells one event; throws when it was refused. */
  private interface Teller {
    void tell(RawClient client, int number) throws IOException;
  }

  private CentralIntakeBenchmark(int events, int clients) {
    this.events = events;
    this.clients = clients;
  }

  public static void main(String[] args) throws Exception {
    CentralIntakeBenchmark bench =
        new CentralIntakeBenchmark(
            Integer.parseInt(option(args, "--events", "4000")),
            Integer.parseInt(option(args, "--clients", "48")));
    Path parent = Path.of(option(args, "--folder", System.getProperty("java.io.tmpdir")));
    String only = option(args, "--only", "");
    OUT.printf(
        "%d events with %d bytes of picture, %d clients, %d processors, load %.1f%n",
        bench.events,
        PICTURE_BYTES,
        bench.clients,
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    OUT.println("                               events/s     ms p50     ms p99   CPU ms an event");
    if (!only.equals("postgresql")) {
      bench.run("H2", parent, Optional.empty());
    }
    if (!only.equals("h2")) {
      try (EmbeddedPostgresServer postgres = EmbeddedPostgresServer.start()) {
        bench.run("PostgreSQL", parent, Optional.of(postgres));
      }
    }
  }

  private void run(String name, Path parent, Optional<EmbeddedPostgresServer> postgres)
      throws Exception {
    Path folder = Files.createTempDirectory(parent, "gatehouse-intake");
    try {
      CentralOptions options =
          RunningCentral.options(
              folder.resolve("ours"),
              postgres.isPresent() ? Optional.of(postgres.get().newDatabase()) : Optional.empty(),
              Optional.empty());
      try (CentralServer server = RunningCentral.start(options, TimeSource.system())) {
        String token = RunningCentral.newGate(options, "bench");
        measure(name + ", picture then event", server.port(), token, this::ours);
      }
      CentralOptions seeds =
          RunningCentral.options(
              folder.resolve("seed"),
              postgres.isPresent() ? Optional.of(postgres.get().newDatabase()) : Optional.empty(),
              Optional.empty());
      try (SeedCentral server = new SeedCentral(seeds)) {
        measure(name + ", as first described", server.port(), "", this::seed);
      }
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private void ours(RawClient client, int n) throws IOException {
    byte[] jpeg = picture(n);
    String hash = EdgeClient.sha256(jpeg);
    client.send("PUT", "/api/images/" + hash, "image/jpeg", jpeg, 201);
    UUID id = EdgeEvents.id(n);
    String event =
        EdgeEvents.entry(id, START.plusSeconds(n), plate(n), id)
            .replace(
                "\"confidence\"", "\"images\":{\"full\":\"%s\"},\"confidence\"".formatted(hash));
    tell(client, event);
  }

  private void seed(RawClient client, int n) throws IOException {
    tell(
        client,
        """
        {"type":"ENTRY","camera_id":1,"camera_name":"A","camera_type":"ENTRY",\
        "data":{"plate_text":"%s","confidence":0.95,"source":"auto","plate_image":"%s"}}\
        """
            .formatted(plate(n), Base64.getEncoder().encodeToString(picture(n))));
  }

  private static void tell(RawClient client, String event) throws IOException {
    byte[] body = event.getBytes(StandardCharsets.UTF_8);
    client.send("POST", "/api/edge/event", "application/json", body, 200);
  }

  /** Each another one, of bytes that nothing can make smaller. */
  private byte[] picture(int n) {
    byte[] jpeg = picture.clone();
    ByteBuffer.wrap(jpeg).putInt(jpeg.length - Integer.BYTES, n);
    return jpeg;
  }

  private static String plate(int n) {
    return "59P1%05d".formatted(n % 100_000);
  }

  private void measure(String name, int port, String token, Teller teller) throws Exception {
    tell(port, token, teller, WARM_UP);
    OperatingSystemMXBean process =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpu = process.getProcessCpuTime();
    long start = System.nanoTime();
    double[] millis = tell(port, token, teller, events);
    double seconds = (System.nanoTime() - start) / 1e9;
    OUT.printf(
        "%-28s %10.0f %10.1f %10.1f %10.2f%n",
        name,
        events / seconds,
        millis[millis.length / 2],
        millis[(int) (millis.length * 0.99)],
        (process.getProcessCpuTime() - cpu) / 1e6 / events);
  }

  private double[] tell(int port, String token, Teller teller, int count) throws Exception {
    ConcurrentLinkedQueue<Double> millis = new ConcurrentLinkedQueue<>();
    AtomicInteger left = new AtomicInteger(count);
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> told = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        told.add(
            pool.submit(() -> {
              try (RawClient client = new RawClient(port, token)) {
                while (left.getAndDecrement() > 0) {
                  long start = System.nanoTime();
                  teller.tell(client, number.incrementAndGet());
                  millis.add((System.nanoTime() - start) / 1e6);
                }
              }
              return null;
            }));
      }
      for (Future<?> gate : told) {
        gate.get();
      }
    }
    return millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  private static String option(String[] args, String name, String otherwise) {
    for (int i = 0; i + 1 < args.length; i++) {
      if (args[i].equals(name)) {
        return args[i + 1];
      }
    }
    return otherwise;
  }
}
