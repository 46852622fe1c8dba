package io.gatehouse.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.snapshot.common.Outcome;
import io.gatehouse.support.FakePlateApi;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the API may answer besides plates, and what becomes of the run. */
class ApiErrorsTest {

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

  @ParameterizedTest
  @CsvSource({
    "401, Invalid token.",
    "402, Payment required.",
    "403, You do not have permission to perform this action.",
    "400, Invalid region.",
    "404, Not found.",
    "301, Moved"
  })
  void whatEveryPictureWouldMeetEndsTheRunAtOnce(int status, String detail) throws Exception {
    api.then(status, "{\"detail\":\"%s\"}".formatted(detail), "Location", "https://example.org/");

    ImportSummary summary = rig.run(rig.picture(1), rig.picture(2), rig.picture(3));

    assertThat(summary.isGood()).isFalse();
    assertThat(summary.halt().orElseThrow()).contains("" + status).contains(detail);
    assertThat(summary.counts()).isEqualTo(Map.of(Outcome.FAILED, 1, Outcome.NOT_TRIED, 2));
    assertThat(api.uploads()).hasSize(1);
    assertThat(rig.query("SELECT image_sha256 FROM vehicle_snapshot_calls")).isEmpty();
  }

  @Test
  void aPictureTooLargeForTheApiFailsAloneAndSaysSo() throws Exception {
    api.then(413, "{\"detail\":\"File too large\"}");

    ImportSummary summary = rig.run(rig.picture(1), rig.picture(2));

    assertThat(summary.counts()).isEqualTo(Map.of(Outcome.FAILED, 1, Outcome.STORED, 1));
    assertThat(summary.results().getFirst().reason()).contains("413 File too large");
    assertThat(api.uploads()).hasSize(2);
  }

  @Test
  void aPictureThatIsNotUnderstoodAfterOthersWereFailsAlone() throws Exception {
    rig.run(rig.picture(1));
    ImportSummary summary;
    try (Importer importer = rig.open()) {
      importer.run(ImportRig.lines(rig.picture(2)));
      api.then(400, "{\"upload\":[\"Upload a valid image.\"]}");
      summary = importer.run(ImportRig.lines(rig.picture(3), rig.picture(4)));
    }

    assertThat(summary.counts()).isEqualTo(Map.of(Outcome.FAILED, 1, Outcome.STORED, 1));
    assertThat(summary.halt()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 500, 502, 503, 504})
  void failuresOfTheServerAreTriedAgain(int status) throws Exception {
    api.then(status, "<html>bad gateway</html>").then(status, "");

    ImportSummary summary = rig.run(rig.picture(1));

    assertThat(summary.counts()).isEqualTo(Map.of(Outcome.STORED, 1));
    assertThat(api.uploads()).hasSize(3);
    assertThat(summary.calls()).isEqualTo(1);
    assertThat(rig.waits).hasSize(2).allMatch(why -> why.contains("" + status));
  }

  @Test
  void afterItsTriesAPictureFailsAndTheNextOneGoesOn() throws Exception {
    api.then(500, "").then(500, "").then(500, "");

    ImportSummary summary = rig.run(rig.picture(1), rig.picture(2));

    assertThat(summary.counts()).isEqualTo(Map.of(Outcome.FAILED, 1, Outcome.STORED, 1));
    assertThat(summary.results().getFirst().reason()).contains("the API failed: 500");
    assertThat(api.uploads()).hasSize(4);
  }

  @Test
  void theNextRunTriesWhatFailed() throws Exception {
    api.then(500, "").then(500, "").then(500, "");
    rig.resume = true;
    rig.run(rig.picture(1), rig.picture(2));

    ImportSummary second = rig.run(rig.picture(1), rig.picture(2));

    assertThat(second.counts()).isEqualTo(Map.of(Outcome.STORED, 1, Outcome.DONE_BEFORE, 1));
  }

  @Test
  void throttlingIsNoFailureAndItsTimeIsKept() throws Exception {
    String told =
        "{\"detail\":\"Request was throttled. Expected available in 1 second.\",\"status_code\":429}";
    for (int i = 0; i < 4; i++) {
      api.then(429, told, "Retry-After", "0");
    }
    api.then(429, told);
    long start = System.nanoTime();

    ImportSummary summary = rig.run(rig.picture(1));

    assertThat(summary.counts()).isEqualTo(Map.of(Outcome.STORED, 1));
    assertThat(api.uploads()).as("more often than a picture may fail").hasSize(6);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(990));
  }

  @Test
  void aRunThatIsStoppedWhileItWaitsHoldsNoPictureBack() throws Exception {
    api.then(429, "", "Retry-After", "3600");
    rig.onWaiting = rig.stop::ask;

    ImportSummary summary = rig.run(rig.picture(1));

    assertThat(summary.counts()).isEqualTo(Map.of(Outcome.NOT_TRIED, 1));
    assertThat(rig.query("SELECT image_sha256 FROM vehicle_snapshot_calls")).isEmpty();
    assertThat(folder.resolve("data/pending")).isEmptyDirectory();
  }

  @Test
  void anAnswerThatIsCutIsTriedAgain() throws Exception {
    api.then(
            new MockResponse.Builder()
                .body(FakePlateApi.onePlate("59p168480", 0.9))
                .onResponseBody(new SocketEffect.CloseSocket(true, true, true))
                .build())
        .then(200, "{\"results\":[{\"plate\":\"59p1")
        .then(FakeReplies.hangUp());
    rig.patience =
        new Patience(
            5,
            5,
            ImportRig.HASTY.backOff(),
            ImportRig.HASTY.outage(),
            Duration.ofSeconds(2),
            Duration.ofSeconds(60));

    ImportSummary summary = rig.run(rig.picture(1));

    assertThat(summary.counts()).isEqualTo(Map.of(Outcome.STORED, 1));
    assertThat(api.uploads()).hasSize(4);
  }

  @Test
  void aSlowAnswerIsWaitedForAndOneThatNeverComesIsNot() throws Exception {
    api.then(
        new MockResponse.Builder()
            .headersDelay(700, TimeUnit.MILLISECONDS)
            .body(FakePlateApi.onePlate("59p168480", 0.9))
            .build());
    api.then(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());

    ImportSummary summary = rig.run(rig.picture(1), rig.picture(2));

    assertThat(summary.counts()).isEqualTo(Map.of(Outcome.STORED, 2));
    assertThat(api.uploads()).hasSize(3);
    assertThat(rig.waits).singleElement().asString().contains("does not answer");
  }

  @Test
  void aPortalThatAnswersEverythingWithAPageHasReadNothing() throws Exception {
    api.then(200, "<html>Please log in</html>")
        .then(200, "<html>Please log in</html>")
        .then(200, "<html>Please log in</html>");

    ImportSummary summary = rig.run(rig.picture(1));

    assertThat(summary.results().getFirst().reason()).contains("no JSON");
  }
}
