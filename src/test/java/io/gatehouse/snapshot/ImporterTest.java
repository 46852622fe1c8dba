package io.gatehouse.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.common.Sha256;
import io.gatehouse.snapshot.common.ImportException;
import io.gatehouse.snapshot.common.Outcome;
import io.gatehouse.snapshot.recognizer.CloudOptions;
import io.gatehouse.snapshot.recognizer.Usage;
import io.gatehouse.snapshot.store.SnapshotStore;
import io.gatehouse.snapshot.store.StoredPictures;
import io.gatehouse.support.FakePlateApi;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs on the embedded database. */
class ImporterTest {

  @TempDir private Path folder;
  private FakePlateApi api;
  private ImportRig rig;

  @BeforeEach
  void start() throws Exception {
    api = new FakePlateApi();
    rig = new ImportRig(folder, api);
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void aPictureIsStoredWithAllThatWasRead() throws Exception {
    api.then(200, FakePlateApi.onePlate("59p168480", 0.904));
    String picture = rig.picture(1);

    ImportSummary summary = rig.run(picture);

    assertThat(summary.counts()).isEqualTo(Map.of(Outcome.STORED, 1));
    byte[] bytes = Files.readAllBytes(Path.of(picture));
    try (SnapshotStore store = rig.store()) {
      Map<String, Object> row =
          store
              .database()
              .jdbi()
              .withHandle(h -> h.createQuery("SELECT * FROM vehicle_snapshots").mapToMap().one());
      assertThat(row)
          .containsEntry("plate_text", "59P168480")
          .containsEntry("snapshot_ref", "1130_a1b2c.jpg")
          .containsEntry("image_url", picture)
          .containsEntry("image_mime", "image/jpeg")
          .containsEntry("image_size", bytes.length)
          .containsEntry("image_sha256", Sha256.of(bytes));
      assertThat(row.get("plate_confidence").toString()).startsWith("0.904");
      assertThat(row.get("captured_at").toString()).startsWith("2026-11-20T07:08:09.25");
      assertThat(text(row.get("makes_models"))).startsWith("[{\"make\":\"Toyota\"");
      assertThat(text(row.get("colors"))).contains("\"color\":\"white\"");
      assertThat(text(row.get("bbox"))).contains("\"xmin\":143");
      assertThat(text(row.get("raw_response"))).contains("\"processing_time\":84.2");
      assertThat(text(row.get("meta")))
          .contains("\"region\":\"vn\"")
          .contains("\"orientation\":[{\"orientation\":\"Rear\"")
          .contains("\"candidates\":[{\"score\":0.904,\"plate\":\"59p168480\"}]")
          .contains("\"vehicle_type\":\"Sedan\"")
          .contains("\"recognizer\":\"platerecognizer\"");
    }
  }

  private static String text(Object json) {
    return json instanceof byte[] bytes
        ? new String(bytes, StandardCharsets.UTF_8)
        : String.valueOf(json);
  }

  @Test
  void everyPlateOfAPictureIsKept() throws Exception {
    api.then(
        200,
        """
        {"results":[{"plate":"59p168480","score":0.7},{"plate":"30a12345","score":0.9},
          {"plate":"51g00001","score":0.2}]}
        """);
    rig.threshold = 0.5;

    rig.run(rig.picture(1));

    assertThat(rig.query("SELECT plate_text FROM vehicle_snapshots")).containsExactly("30A12345");
    assertThat(rig.query("SELECT plate_text FROM vehicle_snapshot_plates ORDER BY position"))
        .containsExactly("30A12345", "59P168480");
  }

  @Test
  void whatIsSentIsWhatWasAskedFor() throws Exception {
    rig.cloud =
        new CloudOptions(
            HttpUrl.get(api.url()),
            Optional.of("0123abcd"),
            List.of("vn", "th"),
            true,
            Optional.of("{\"mode\":\"fast\"}"));
    rig.cameraId = Optional.of("lane-1");

    rig.run(rig.picture(1));

    var request = api.requests().getLast();
    assertThat(request.getMethod()).isEqualTo("POST");
    assertThat(request.getHeaders().get("Authorization")).isEqualTo("Token 0123abcd");
    String body = request.getBody().string(StandardCharsets.ISO_8859_1);
    assertThat(part(body, "regions", 0)).isEqualTo("vn");
    assertThat(part(body, "regions", 1)).isEqualTo("th");
    assertThat(part(body, "camera_id", 0)).isEqualTo("lane-1");
    assertThat(part(body, "timestamp", 0)).isEqualTo("2026-11-20T07:08:09.250Z");
    assertThat(part(body, "mmc", 0)).isEqualTo("true");
    assertThat(part(body, "config", 0)).isEqualTo("{\"mode\":\"fast\"}");
    assertThat(rig.query("SELECT camera_id FROM vehicle_snapshots")).containsExactly("lane-1");
  }

  private static String part(String body, String name, int which) {
    String[] parts = body.split("name=\"" + name + "\"");
    String after = parts[which + 1];
    return after.substring(after.indexOf("\r\n\r\n") + 4, after.indexOf("\r\n--"));
  }

  @Test
  void aFileOfAClockThatWasNeverSetTellsNoTime() throws Exception {
    String picture = rig.picture(1);
    Files.setLastModifiedTime(
        Path.of(picture), FileTime.from(Instant.parse("1980-01-01T00:00:03Z")));

    rig.run(picture);

    assertThat(api.requests().getLast().getBody().string(StandardCharsets.ISO_8859_1))
        .doesNotContain("name=\"timestamp\"");
    assertThat(rig.query("SELECT captured_at FROM vehicle_snapshots").getFirst())
        .as("that of the answer")
        .startsWith("2026-11-21");
  }

  @Test
  void theSamePictureIsPaidForOnceInOneRunAndOverRuns() throws Exception {
    String picture = rig.picture(1);
    String copy = Files.copy(Path.of(picture), folder.resolve("copy.jpg")).toString();
    rig.parallel = 4;

    ImportSummary first = rig.run(picture, copy, picture, copy);
    ImportSummary second = rig.run(copy, picture);

    assertThat(first.counts()).isEqualTo(Map.of(Outcome.STORED, 1, Outcome.KNOWN, 3));
    assertThat(second.counts()).isEqualTo(Map.of(Outcome.KNOWN, 2));
    assertThat(api.uploads()).hasSize(1);
    assertThat(rig.query("SELECT id FROM vehicle_snapshots")).hasSize(1);
  }

  @Test
  void aPictureWithoutPlateIsNoRowAndIsNotPaidForAgain() throws Exception {
    api.then(200, "{\"results\":[]}");
    String picture = rig.picture(1);

    ImportSummary first = rig.run(picture);
    ImportSummary second = rig.run(picture);

    assertThat(first.counts()).isEqualTo(Map.of(Outcome.NO_PLATE, 1));
    assertThat(second.counts()).isEqualTo(Map.of(Outcome.NO_PLATE, 1));
    assertThat(first.isGood()).isTrue();
    assertThat(api.uploads()).hasSize(1);
    assertThat(rig.query("SELECT id FROM vehicle_snapshots")).isEmpty();
  }

  @Test
  void aLowerThresholdMakesMoreOfWhatWasPaidFor() throws Exception {
    api.then(200, FakePlateApi.onePlate("59p168480", 0.75));
    String picture = rig.picture(1);
    rig.threshold = 0.8;
    rig.resume = true;

    assertThat(rig.run(picture).counts()).isEqualTo(Map.of(Outcome.BELOW_THRESHOLD, 1));
    rig.threshold = 0.75;
    assertThat(rig.run(picture).counts()).isEqualTo(Map.of(Outcome.STORED, 1));

    assertThat(api.uploads()).hasSize(1);
  }

  @Test
  void aRunThatGoesOnDoesNotEvenLookAtWhatIsDone() throws Exception {
    String picture = rig.picture(1);
    rig.run(picture);
    Files.delete(Path.of(picture));

    assertThat(rig.run(picture).counts()).isEqualTo(Map.of(Outcome.FAILED, 1));
    rig.run(rig.picture(1));
    Files.delete(Path.of(picture));
    rig.resume = true;
    assertThat(rig.run(picture).counts()).isEqualTo(Map.of(Outcome.DONE_BEFORE, 1));
  }

  @Test
  void theJournalKeepsNothingOfWhatIsStored() throws Exception {
    rig.run();
    byte[] empty = Files.readAllBytes(folder.resolve("data/import.journal"));

    rig.run(rig.picture(1), rig.picture(2));

    assertThat(rig.query("SELECT id FROM vehicle_snapshots")).hasSize(2);
    assertThat(folder.resolve("data/import.journal")).hasBinaryContent(empty);
  }

  @Test
  void aRunThatGoesOnInAnotherDatabaseBeginsAnewThere() throws Exception {
    String picture = rig.picture(1);
    rig.run(picture);
    Files.delete(folder.resolve("data/snapshot.mv.db"));
    rig.resume = true;

    assertThat(rig.run(picture).counts()).isEqualTo(Map.of(Outcome.STORED, 1));
  }

  @Test
  void aRunThatOnlyLooksPaysAndStoresNothing() throws Exception {
    String known = rig.picture(1);
    rig.run(known);
    rig.dryRun = true;

    ImportSummary summary = rig.run(known, rig.picture(2), "/nowhere.jpg");

    assertThat(summary.counts())
        .isEqualTo(Map.of(Outcome.KNOWN, 1, Outcome.WOULD_READ, 1, Outcome.FAILED, 1));
    assertThat(api.uploads()).hasSize(1);
    assertThat(rig.query("SELECT id FROM vehicle_snapshots")).hasSize(1);
  }

  @Test
  void whatIsNoPictureIsNotPaidFor() throws Exception {
    Path text = Files.writeString(folder.resolve("a.jpg"), "no picture");
    Path empty = Files.writeString(folder.resolve("b.jpg"), "");

    ImportSummary summary =
        rig.run(text.toString(), empty.toString(), folder.toString(), "/nowhere.jpg");

    assertThat(summary.results())
        .extracting(ImportResult::reason)
        .containsExactly(
            "it is no JPEG, PNG, WebP or BMP picture",
            "it is empty",
            "it is no file",
            "there is no such file");
    assertThat(api.uploads()).isEmpty();
  }

  @Test
  void aPictureComesBackBitForBit() throws Exception {
    String picture = rig.picture(1);
    UUID id = rig.run(picture).results().getFirst().id().orElseThrow();

    try (StoredPictures pictures =
        StoredPictures.open(Optional.empty(), folder.resolve("data"), Optional.empty())) {
      StoredPictures.Found found = pictures.fetch(id);
      assertThat(found.bytes()).isEqualTo(Files.readAllBytes(Path.of(picture)));
      assertThat(found.name()).isEqualTo(Sha256.of(found.bytes()) + ".jpg");
      assertThatThrownBy(() -> pictures.fetch(new UUID(1, 2)))
          .isInstanceOf(ImportException.class)
          .hasMessageContaining("there is no row");
    }
  }

  @Test
  void aSecondRunOnTheSameFolderIsToldToWait() throws Exception {
    Importer first = rig.open();
    try (first) {
      assertThatThrownBy(rig::open)
          .isInstanceOf(ImportException.class)
          .hasMessageContaining("another import works in");
    }
    rig.open().close();
  }

  @Test
  void aRunThatIsStoppedBeginsNothingMore() throws Exception {
    rig.stop.ask();

    ImportSummary summary = rig.run(rig.picture(1), rig.picture(2));

    assertThat(summary.counts()).isEqualTo(Map.of(Outcome.NOT_TRIED, 2));
    assertThat(summary.isGood()).isFalse();
    assertThat(api.uploads()).isEmpty();
  }

  @Test
  void whatWasUsedAndIsLeftIsAsked() throws Exception {
    try (Importer importer = rig.open()) {
      Usage usage = importer.usage().orElseThrow();
      assertThat(usage.used()).isEqualTo(1200);
      assertThat(usage.left()).isEqualTo(1300);
      assertThat(usage.resetsOn()).contains("2026-12-01");
    }
  }
}
