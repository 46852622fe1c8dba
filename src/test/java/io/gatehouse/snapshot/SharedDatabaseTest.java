package io.gatehouse.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.bucket.S3Options;
import io.gatehouse.central.store.CentralDatabase;
import io.gatehouse.common.Sha256;
import io.gatehouse.snapshot.common.ImportException;
import io.gatehouse.snapshot.common.Outcome;
import io.gatehouse.snapshot.store.StoredPictures;
import io.gatehouse.support.EmbeddedPostgresServer;
import io.gatehouse.support.FakePlateApi;
import io.gatehouse.support.S3Server;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real PostgreSQL and a real bucket. */
class SharedDatabaseTest {

  @TempDir private static Path shared;
  private static EmbeddedPostgresServer postgres;
  private static S3Server s3;

  @TempDir private Path folder;
  private FakePlateApi api;
  private ImportRig rig;
  private String url;

  @BeforeAll
  static void startServers() throws Exception {
    postgres = EmbeddedPostgresServer.start();
    s3 = S3Server.start(shared);
  }

  @AfterAll
  static void stopServers() throws IOException {
    s3.close();
    postgres.close();
  }

  @BeforeEach
  void start() throws Exception {
    api = new FakePlateApi();
    url = postgres.newDatabase();
    rig = new ImportRig(folder, api);
    rig.databaseUrl = Optional.of(url);
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:" + url.replace("postgres:postgres@", ""), "postgres", "postgres");
  }

  @Test
  void theQueriesThatReportsAreMadeOfAnswerWhatTheyShould() throws Exception {
    api.then(200, FakePlateApi.onePlate("59p168480", 0.95))
        .then(200, FakePlateApi.onePlate("30a12345", 0.85).replace("Toyota", "Honda"))
        .then(200, FakePlateApi.onePlate("51g00001", 0.91));
    rig.run(rig.picture(1), rig.picture(2), rig.picture(3), rig.picture(1));

    assertThat(
            rig.query(
                """
                SELECT plate_text, captured_at, image_url
                FROM vehicle_snapshots
                WHERE makes_models @> '[{"make": "Toyota"}]'
                ORDER BY captured_at DESC;
                """))
        .containsExactlyInAnyOrder("59P168480", "51G00001");
    assertThat(
            rig.query(
                """
                SELECT plate_text, plate_confidence, image_url
                FROM vehicle_snapshots
                WHERE plate_confidence > 0.9
                ORDER BY plate_confidence DESC;
                """))
        .containsExactly("59P168480", "51G00001");
    assertThat(
            rig.query(
                """
                SELECT image_sha256, COUNT(*) as count
                FROM vehicle_snapshots
                GROUP BY image_sha256
                HAVING COUNT(*) > 1;
                """))
        .isEmpty();
  }

  @Test
  void theColumnsAndIndexesAreThoseThatOthersKnow() throws Exception {
    rig.run();

    assertThat(
            rig.query(
                """
                SELECT column_name || ' ' || data_type FROM information_schema.columns
                WHERE table_name = 'vehicle_snapshots' ORDER BY ordinal_position
                """))
        .containsExactly(
            "id uuid",
            "snapshot_ref text",
            "camera_id text",
            "captured_at timestamp with time zone",
            "plate_text text",
            "plate_confidence numeric",
            "makes_models jsonb",
            "colors jsonb",
            "bbox jsonb",
            "raw_response jsonb",
            "image_url text",
            "image_data bytea",
            "image_mime text",
            "image_size integer",
            "image_sha256 text",
            "meta jsonb",
            "created_at timestamp with time zone");
    assertThat(rig.query("SELECT indexdef FROM pg_indexes WHERE tablename = 'vehicle_snapshots'"))
        .anyMatch(i -> i.contains("idx_vehicle_plate_text") && i.endsWith("(plate_text)"))
        .anyMatch(i -> i.contains("idx_vehicle_created_at") && i.endsWith("(created_at)"))
        .anyMatch(i -> i.contains("idx_vehicle_makes_models_jsonb") && i.contains("USING gin"))
        .anyMatch(i -> i.contains("idx_vehicle_image_sha256") && i.endsWith("(image_sha256)"))
        .anyMatch(i -> i.contains("UNIQUE INDEX vehicle_snapshots_picture_once"));
  }

  @Test
  void aTableThatIsThereIsTakenOverWithItsRows() throws Exception {
    String picture = rig.picture(1);
    String sha256 = Sha256.of(Files.readAllBytes(Path.of(picture)));
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TABLE vehicle_snapshots (id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
            snapshot_ref TEXT, camera_id TEXT, captured_at TIMESTAMPTZ, plate_text TEXT,
            plate_confidence NUMERIC, makes_models JSONB, colors JSONB, bbox JSONB,
            raw_response JSONB, image_url TEXT, image_sha256 TEXT, meta JSONB,
            created_at TIMESTAMPTZ DEFAULT now(), updated_at TIMESTAMPTZ DEFAULT now());
          CREATE INDEX idx_vehicle_plate_text ON vehicle_snapshots (plate_text);
          INSERT INTO vehicle_snapshots (plate_text, image_sha256, created_at)
          VALUES ('first', '%s', '2025-01-01'), ('second', '%s', '2025-01-02'), (NULL, NULL, now());
          """
              .formatted(sha256, sha256));
    }

    ImportSummary summary = rig.run(picture, rig.picture(2));

    assertThat(summary.counts()).isEqualTo(Map.of(Outcome.KNOWN, 1, Outcome.STORED, 1));
    assertThat(
            rig.query(
                "SELECT plate_text FROM vehicle_snapshots WHERE image_sha256 = '" + sha256 + "'"))
        .containsExactly("first");
    assertThat(
            rig.query(
                "SELECT meta ->> 'image_sha256' FROM vehicle_snapshots WHERE plate_text = 'second'"))
        .containsExactly(sha256);
    assertThat(rig.query("SELECT COUNT(*) FROM vehicle_snapshots")).containsExactly("4");
  }

  @Test
  void runsSideBySidePayForEachPictureOnce() throws Exception {
    String[] pictures = new String[24];
    for (int i = 0; i < pictures.length; i++) {
      pictures[i] = rig.picture(i);
    }
    List<ImportSummary> summaries = new ArrayList<>();
    try (ExecutorService runs = Executors.newFixedThreadPool(3)) {
      List<Future<ImportSummary>> running = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        ImportRig one = new ImportRig(Files.createDirectory(folder.resolve("run" + i)), api);
        one.databaseUrl = rig.databaseUrl;
        one.parallel = 3;
        running.add(runs.submit(() -> one.run(pictures)));
      }
      for (Future<ImportSummary> run : running) {
        summaries.add(run.get());
      }
    }

    assertThat(summaries).allMatch(ImportSummary::isGood);
    assertThat(summaries.stream().mapToLong(ImportSummary::calls).sum()).isEqualTo(24);
    assertThat(api.uploads()).hasSize(24).doesNotHaveDuplicates();
    assertThat(rig.query("SELECT image_sha256 FROM vehicle_snapshots"))
        .hasSize(24)
        .doesNotHaveDuplicates();
  }

  @Test
  void picturesGoIntoTheBucketAndComeBackBitForBitAndByALink() throws Exception {
    rig.s3 = Optional.of(s3.bucket("vehicle-images"));
    String picture = rig.picture(7);
    byte[] bytes = Files.readAllBytes(Path.of(picture));
    String sha256 = Sha256.of(bytes);

    UUID id = rig.run(picture).results().getFirst().id().orElseThrow();

    String key = "vehicle-snapshots/%s/%s.jpg".formatted(sha256.substring(0, 2), sha256);
    assertThat(rig.query("SELECT image_url FROM vehicle_snapshots"))
        .containsExactly("s3://vehicle-images/" + key);
    assertThat(rig.query("SELECT image_data::text FROM vehicle_snapshots")).containsOnlyNulls();
    try (StoredPictures pictures =
        StoredPictures.open(rig.databaseUrl, folder.resolve("data"), rig.s3)) {
      assertThat(pictures.fetch(id).bytes()).isEqualTo(bytes);
      String link = pictures.link(id);
      assertThat(link).contains(key).contains("X-Amz-Signature=").contains("X-Amz-Expires=900");
      assertThat(get(link).body()).isEqualTo(bytes);
      assertThat(get(link.substring(0, link.indexOf('?'))).statusCode())
          .as("the bucket is private")
          .isEqualTo(403);
      assertThat(rig.query("SELECT COUNT(*) FROM vehicle_snapshots WHERE image_url LIKE '%X-Amz%'"))
          .containsExactly("0");
    }
  }

  private static HttpResponse<byte[]> get(String url) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofByteArray());
    }
  }

  @Test
  void aRefusedBucketIsToldBeforeAnythingIsPaid() {
    rig.s3 = Optional.of(s3.bucket("vehicle-images", "wrong-secret"));

    assertThatThrownBy(() -> rig.run(rig.picture(1)))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("s3:PutObject")
        .message()
        .doesNotContain("wrong-secret");
    assertThat(api.uploads()).isEmpty();
  }

  @Test
  void aBucketThatIsAwayPausesTheRun() throws Exception {
    try (MockWebServer away = new MockWebServer()) {
      away.start();
      MockResponse kept = new MockResponse.Builder().addHeader("ETag", "\"1\"").build();
      MockResponse later =
          new MockResponse.Builder()
              .code(503)
              .addHeader("Content-Type", "application/xml")
              .body("<Error><Code>SlowDown</Code><Message>later</Message></Error>")
              .build();
      away.setDispatcher(
          new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
              return request.getTarget().endsWith(".writable") || !rig.waits.isEmpty()
                  ? kept
                  : later;
            }
          });
      rig.s3 =
          Optional.of(
              new S3Options(
                  "vehicle-images", "us-east-1", "k", "s", Optional.of(away.url("/").toString())));

      ImportSummary summary = rig.run(rig.picture(1));

      assertThat(summary.counts()).isEqualTo(Map.of(Outcome.STORED, 1));
      assertThat(api.uploads()).hasSize(1);
      assertThat(rig.waits).isNotEmpty().allMatch(why -> why.contains("bucket vehicle-images"));
    }
  }

  /** Lets connections to this test's database in or not; those that are there end. */
  private void letIn(boolean allowed) {
    String name = url.substring(url.lastIndexOf('/') + 1);
    try (Connection admin = DriverManager.getConnection(admin(), "postgres", "postgres");
        Statement statement = admin.createStatement()) {
      statement.execute("ALTER DATABASE %s ALLOW_CONNECTIONS %s".formatted(name, allowed));
      if (!allowed) {
        statement.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'"
                .formatted(name));
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private String admin() {
    return "jdbc:" + url.replace("postgres:postgres@", "").replaceFirst("/[^/]*$", "/postgres");
  }

  @Test
  void aDatabaseThatGoesAwayPausesTheRunAndNothingIsPaidForTwice() throws Exception {
    api.beforeAnswer(() -> letIn(false));
    rig.onWaiting = () -> letIn(true);

    ImportSummary summary = rig.run(rig.picture(1));

    assertThat(summary.counts()).isEqualTo(Map.of(Outcome.STORED, 1));
    assertThat(rig.waits).isNotEmpty().allMatch(why -> why.contains("the database is away"));
    assertThat(api.uploads()).hasSize(1);
  }

  @Test
  void whatIsPaidForIsOnTheDiskBeforeItIsInTheDatabase() throws Exception {
    String picture = rig.picture(1);
    api.beforeAnswer(() -> letIn(false));
    rig.onWaiting = rig.stop::ask;

    assertThat(rig.run(picture).counts()).isEqualTo(Map.of(Outcome.NOT_TRIED, 1));
    letIn(true);
    assertThat(rig.query("SELECT id FROM vehicle_snapshots")).isEmpty();
    Files.delete(Path.of(picture));
    ImportRig next = new ImportRig(folder, api);
    next.databaseUrl = rig.databaseUrl;
    assertThat(next.run().recovered()).isEqualTo(1);

    assertThat(rig.query("SELECT image_url FROM vehicle_snapshots")).containsExactly(picture);
    assertThat(api.uploads()).hasSize(1);
  }

  @Test
  void theTablesOfTheCentralMayLieInTheSameDatabase() throws Exception {
    try (CentralDatabase central = CentralDatabase.postgresql(url)) {
      assertThat(rig.run(rig.picture(1)).isGood()).isTrue();
      assertThat(central.answers()).isTrue();
    }
    try (CentralDatabase again = CentralDatabase.postgresql(url)) {
      assertThat(again.answers()).isTrue();
    }
  }
}
