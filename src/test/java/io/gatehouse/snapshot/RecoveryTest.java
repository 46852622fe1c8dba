package io.gatehouse.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.snapshot.common.Outcome;
import io.gatehouse.snapshot.journal.ImportJournal;
import io.gatehouse.snapshot.journal.PaidAnswer;
import io.gatehouse.snapshot.journal.PictureSpool;
import io.gatehouse.snapshot.picture.Picture;
import io.gatehouse.support.FakePlateApi;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run finds that was killed between an answer and the database. */
class RecoveryTest {

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

  private Picture paid(String file, boolean spooled) throws Exception {
    Picture picture = Picture.of(Files.readAllBytes(Path.of(file))).orElseThrow();
    try (ImportJournal journal = ImportJournal.open(folder.resolve("data"))) {
      if (spooled) {
        new PictureSpool(folder.resolve("data/pending")).put(picture);
      }
      journal.answered(
          new PaidAnswer(
              picture.sha256(),
              file,
              "platerecognizer",
              Instant.EPOCH,
              FakePlateApi.onePlate("59p168480", 0.9)));
    }
    return picture;
  }

  @Test
  void whatWasPaidForIsStoredThoughItsSourceIsGone() throws Exception {
    String file = rig.picture(1);
    Picture picture = paid(file, true);
    Files.delete(Path.of(file));

    ImportSummary summary = rig.run();

    assertThat(summary.recovered()).isEqualTo(1);
    assertThat(api.uploads()).isEmpty();
    assertThat(rig.query("SELECT image_sha256 FROM vehicle_snapshots"))
        .containsExactly(picture.sha256());
    assertThat(rig.query("SELECT image_url FROM vehicle_snapshots")).containsExactly(file);
    assertThat(folder.resolve("data/pending")).isEmptyDirectory();
    assertThat(rig.run().recovered()).as("once").isZero();
  }

  @Test
  void whatAKilledRunLeftBeforeItAskedIsTidiedAway() throws Exception {
    Picture picture = Picture.of(Files.readAllBytes(Path.of(rig.picture(1)))).orElseThrow();
    new PictureSpool(folder.resolve("data/pending")).put(picture);

    rig.run();

    assertThat(folder.resolve("data/pending")).isEmptyDirectory();
  }

  @Test
  void anAnswerWhosePictureIsGoneCostsNothingWhenItComesAgain() throws Exception {
    String file = rig.picture(1);
    paid(file, false);

    ImportSummary summary = rig.run(file);

    assertThat(summary.counts()).isEqualTo(Map.of(Outcome.STORED, 1));
    assertThat(api.uploads()).isEmpty();
  }
}
