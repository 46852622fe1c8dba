package io.gatehouse.bench;

import io.gatehouse.central.CentralOptions;
import io.gatehouse.central.CentralServer;
import io.gatehouse.central.access.Gates;
import io.gatehouse.central.access.Tokens;
import io.gatehouse.central.store.CentralDatabase;
import io.gatehouse.common.Sha256;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import io.gatehouse.database.Dialect;
import io.gatehouse.plate.Confusions;
import io.gatehouse.support.EmbeddedPostgresServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * What the owner's page waits for: pages of a history of a million rows, figures, and pictures,
 * over HTTP, on both databases. The client runs in the same process and on the same cores.
 *
 * <pre>
 *   CentralWebBenchmark [--rows 1000000] [--plates 150000] [--seconds 10] [--clients 16]
 *       [--only h2|postgresql]
 * </pre>
 */
public final class CentralWebBenchmark {

  private static final int BATCH = 20_000;
  private static final int PICTURES = 200;
  private static final int PICTURE_BYTES = 50_000;
  private static final int CALLS = 40;

  /** Of older rows the pictures may be gone: the server removes them while it is measured. */
  private static final int KEPT = 100_000;

  private final int rows;
  private final int plates;
  private final int seconds;
  private final int clients;
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final Random random = new Random(7);

  private CentralWebBenchmark(int rows, int plates, int seconds, int clients) {
    this.rows = rows;
    this.plates = plates;
    this.seconds = seconds;
    this.clients = clients;
  }

  public static void main(String[] args) throws Exception {
    CentralWebBenchmark bench =
        new CentralWebBenchmark(
            Integer.parseInt(option(args, "--rows", "1000000")),
            Integer.parseInt(option(args, "--plates", "150000")),
            Integer.parseInt(option(args, "--seconds", "10")),
            Integer.parseInt(option(args, "--clients", "16")));
    String only = option(args, "--only", "");
    if (!only.equals("postgresql")) {
      bench.run(Dialect.H2, Optional.empty());
    }
    if (!only.equals("h2")) {
      try (EmbeddedPostgresServer postgres = EmbeddedPostgresServer.start()) {
        bench.run(Dialect.POSTGRESQL, Optional.of(postgres.newDatabase()));
      }
    }
  }

  private void run(Dialect dialect, Optional<String> url) throws Exception {
    Path folder = Files.createTempDirectory("gatehouse-bench");
    CentralOptions options =
        new CentralOptions(
            0,
            folder,
            url,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            ZoneId.of("Asia/Ho_Chi_Minh"),
            Locale.forLanguageTag("vi"));
    Threads threads = new Threads((thread, e) -> out.println(thread + " failed: " + e));
    try (CentralServer server = CentralServer.open(options, TimeSource.system(), threads);
        CentralDatabase database =
            url.isPresent()
                ? CentralDatabase.postgresql(url.get())
                : CentralDatabase.embedded(folder)) {
      long begun = System.nanoTime();
      fill(database);
      out.printf(
          Locale.ROOT,
          "%s: %d rows of %d plates written in %.0f s, %.0f MB%n",
          dialect,
          rows,
          plates,
          (System.nanoTime() - begun) / 1e9,
          megabytes(database, folder));
      String token = new Tokens(database, TimeSource.system()).createForReader("bench", "bench");
      pages(dialect, server.port(), token);
      pictures(dialect, server.port(), token);
    } finally {
      deleteTree(folder);
    }
  }

  private static double megabytes(CentralDatabase database, Path folder) throws IOException {
    if (database.dialect() == Dialect.POSTGRESQL) {
      return database
          .jdbi()
          .withHandle(handle ->
              handle
                  .createQuery("SELECT pg_database_size(current_database()) / 1e6")
                  .mapTo(Double.class)
                  .one());
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum()
          / 1e6;
    }
  }

  /** A site of 5,000 vehicles a day, up to now; every tenth is one of 2,000 that come often. */
  private void fill(CentralDatabase database) {
    Instant now = Instant.now();
    List<String> indexes = dropIndexes(database);
    long gate = database.jdbi().inTransaction(handle -> Gates.add(handle, "Gate", now));
    List<String> hashes = storePictures(database, now);
    for (int from = 0; from < rows; from += BATCH) {
      int first = from;
      database
          .jdbi()
          .useTransaction(handle -> {
            PreparedBatch batch =
                handle.prepareBatch(
                    """
                    INSERT INTO vehicle (gate_id, plate_id, plate_view, folded, vehicle_kind, status,
                      entry_time, entry_gate_id, entry_camera_id, entry_camera_name, entry_confidence,
                      entry_full, entry_thumbnail, exit_time, exit_event, exit_camera_id, fee, paid,
                      last_time, created_at, updated_at)
                    VALUES (:gate, :plate, :plate, :folded, 'MOTORBIKE', :status, :in, :gate, :camera,
                      'Cổng vào A', 0.95, :full, :full, :out, CAST(:event AS UUID), :camera, 5000, 5000, :last, :in,
                      :last)
                    """);
            for (int i = first; i < Math.min(rows, first + BATCH); i++) {
              add(batch, i, now, gate, hashes);
            }
            batch.execute();
          });
    }
    database.jdbi().useHandle(handle -> indexes.forEach(handle::execute));
    if (database.dialect() == Dialect.H2) {
      database.jdbi().useHandle(handle -> handle.execute("SET RETENTION_TIME 45000; ANALYZE"));
    } else {
      database.jdbi().useHandle(handle -> handle.execute("VACUUM ANALYZE"));
    }
  }

  /** H2 makes an index of many rows faster than it keeps one; how to make them again. */
  private static List<String> dropIndexes(CentralDatabase database) {
    if (database.dialect() != Dialect.H2) {
      return List.of();
    }
    return database
        .jdbi()
        .withHandle(handle -> {
          // what a fill replaces may be overwritten at once, and not after 45 s
          handle.execute("SET RETENTION_TIME 0");
          List<String> indexes =
              handle.createQuery("SCRIPT NODATA TABLE vehicle").mapTo(String.class).stream()
                  .filter(sql -> sql.startsWith("CREATE INDEX"))
                  .toList();
          indexes.forEach(sql -> handle.execute("DROP INDEX " + sql.split(" ")[2]));
          return indexes;
        });
  }

  private void add(PreparedBatch batch, int i, Instant now, long gate, List<String> hashes) {
    Instant in = now.minus(Duration.ofSeconds(17L * (rows - i)));
    boolean inside = i > rows - 1_000;
    Instant last = inside ? in : in.plusSeconds(3_600);
    int number = i % 10 == 0 ? random.nextInt(2_000) : random.nextInt(plates);
    String plate = plate(number);
    batch
        .bind("gate", gate)
        .bind("plate", plate)
        .bind("folded", Confusions.fold(plate))
        .bind("status", inside ? "IN" : "OUT")
        .bind("in", in.atOffset(ZoneOffset.UTC))
        .bind("camera", 1 + i % 4)
        .bind("full", hashes.get(i % hashes.size()))
        .bind("out", inside ? null : last.atOffset(ZoneOffset.UTC))
        .bind("event", inside ? null : new UUID(1, i).toString())
        .bind("last", last.atOffset(ZoneOffset.UTC))
        .add();
  }

  /** Plates of some provinces and series, each number once. */
  private static String plate(int number) {
    int mixed = (int) (number * 7_919L % 9_999_991);
    return "%d%c%d%05d"
        .formatted(
            50 + mixed % 10, "ABCDEFGHKLMNPSTUVXYZ".charAt(mixed % 20), 1 + mixed % 9, mixed / 100);
  }

  private List<String> storePictures(CentralDatabase database, Instant now) {
    List<String> hashes = new ArrayList<>();
    for (int i = 0; i < PICTURES; i++) {
      byte[] jpeg = new byte[PICTURE_BYTES];
      random.nextBytes(jpeg);
      String hash = Sha256.of(jpeg);
      hashes.add(hash);
      database
          .jdbi()
          .useHandle(handle ->
              handle.execute(
                  "INSERT INTO image (sha256, bytes, stored_at, jpeg) VALUES (?, ?, ?, ?)",
                  hash,
                  jpeg.length,
                  now.atOffset(ZoneOffset.UTC),
                  jpeg));
    }
    return hashes;
  }

  private void pages(Dialect dialect, int port, String token) throws Exception {
    Bench bench = new Bench();
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (String[] page :
          new String[][] {
            {"newest 50", "/api/parking/history?offset=%d"},
            {"page 200", "/api/parking/history?offset=100%02d"},
            {"who is inside", "/api/parking/history?status=IN&offset=%d"},
            {"who left, page 20", "/api/parking/history?status=OUT&offset=10%02d"},
            {"today", "/api/parking/history?today_only=true&offset=%d"},
            {"one camera", "/api/parking/history?camera=3&offset=%d"},
            {"two digits", "/api/parking/history?search=%d"},
            {"three digits", "/api/parking/history?search=3%02d"},
            {"four digits", "/api/parking/history?search=33%02d"},
            {"five digits", "/api/parking/history?search=330%02d"},
            {"whole plate", "/api/parking/history?search=" + plate(100) + "&offset=%d"},
            {"nowhere", "/api/parking/history?search=XYXY%d"},
            {"two characters, nowhere", "/api/parking/history?search=WW&limit=%d"},
            {"one character, nowhere", "/api/parking/history?search=W&limit=%d"},
            {"two digits of who is inside", "/api/parking/history?search=%02d&status=IN"},
            {"two digits of one camera", "/api/parking/history?search=%02d&camera=3"},
            {"camera that is none", "/api/parking/history?camera=9%02d"},
            {"camera that is none, inside", "/api/parking/history?camera=9%02d&status=IN"},
            {"gate that is none", "/api/parking/history?gate=9%02d"},
            {"turned away, none", "/api/parking/history?status=TURNED_AWAY&offset=%d"},
            {"first days", "/api/parking/history?to=2026-06-01&offset=%d"},
            {"offset 100,000", "/api/parking/history?offset=999%02d"},
            {"offset 100,000, one camera", "/api/parking/history?offset=999%02d&camera=3"},
            {"state, up to 55", "/api/parking/state?limit=%d"},
            {"stats, 7 days", "/api/stats"},
          }) {
        // each call differs: H2 answers a query that was just asked without looking
        AtomicLong call = new AtomicLong();
        bench.measure(
            page[0],
            15,
            CALLS,
            () ->
                expect200(client, request(port, page[1].formatted(call.incrementAndGet()), token)));
      }
    }
    bench.print("Central, %s, %d rows, over HTTP".formatted(dialect, rows), out);
  }

  private static void expect200(HttpClient client, HttpRequest request)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new IOException("%s: %d".formatted(request.uri(), response.statusCode()));
    }
  }

  private void pictures(Dialect dialect, int port, String token) throws Exception {
    for (int round = 0; round < 2; round++) {
      AtomicLong served = new AtomicLong();
      long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
      List<Thread> all = new ArrayList<>();
      for (int c = 0; c < clients; c++) {
        Random each = new Random(c);
        all.add(Thread.ofPlatform().start(() -> fetch(port, token, each, end, served)));
      }
      for (Thread thread : all) {
        thread.join();
      }
      if (round == 1) {
        out.printf(
            Locale.ROOT,
            "%s: %.0f pictures of %d kB a second, %d clients in this process%n",
            dialect,
            served.get() / (double) seconds,
            PICTURE_BYTES / 1000,
            clients);
      }
    }
  }

  /** Plain sockets: a client of the library costs more than the server that is measured. */
  private void fetch(int port, String token, Random each, long end, AtomicLong served) {
    try (RawClient client = new RawClient(port, token)) {
      while (System.nanoTime() < end) {
        client.get("/api/plate-image/" + (rows - each.nextInt(Math.min(rows, KEPT))));
        served.incrementAndGet();
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static HttpRequest request(int port, String path, String token) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header("Authorization", "Bearer " + token)
        .build();
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
