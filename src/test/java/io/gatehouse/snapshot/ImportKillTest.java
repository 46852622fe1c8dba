package io.gatehouse.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.support.EmbeddedPostgresServer;
import io.gatehouse.support.FakePlateApi;
import io.gatehouse.support.TestProcess;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL while pictures are paid for: the run goes on, with every answer and no second bill. */
class ImportKillTest {

  private static final int PICTURES = 80;
  private static final int THREADS = 2;
  private static final int KILLS = 4;

  @TempDir private Path folder;

  @Test
  void aKilledRunGoesOnWhereItWasOnTheEmbeddedDatabase() throws Exception {
    killAndGoOn(Optional.empty());
  }

  @Test
  void aKilledRunGoesOnWhereItWasOnPostgresql() throws Exception {
    try (EmbeddedPostgresServer postgres = EmbeddedPostgresServer.start()) {
      killAndGoOn(Optional.of(postgres.newDatabase()));
    }
  }

  private void killAndGoOn(Optional<String> databaseUrl) throws Exception {
    try (FakePlateApi api = new FakePlateApi()) {
      ImportRig rig = new ImportRig(folder, api);
      rig.databaseUrl = databaseUrl;
      List<String> pictures = new ArrayList<>();
      for (int i = 0; i < PICTURES; i++) {
        pictures.add(rig.picture(i));
      }
      Path list = Files.write(folder.resolve("images.txt"), pictures);
      String[] arguments = {
        folder.resolve("data").toString(), list.toString(), api.url(), databaseUrl.orElse("-")
      };
      Random random = new Random(11);
      for (int kill = 0; kill < KILLS; kill++) {
        try (TestProcess run =
            TestProcess.start(Redirect.INHERIT, ImportProcess.class, arguments)) {
          assertThat(run.line()).isEqualTo("ready");
          for (int i = random.nextInt(12); i >= 0; i--) {
            assertThat(run.line()).isNotEqualTo("done");
          }
          run.killAfter(random.nextInt(30_000_000));
          run.awaitKilled();
        }
      }
      try (TestProcess last = TestProcess.start(Redirect.INHERIT, ImportProcess.class, arguments)) {
        String line = last.line();
        while (!line.equals("done") && !line.equals("failed")) {
          line = last.line();
        }
        assertThat(line).isEqualTo("done");
      }
      assertThat(rig.query("SELECT image_sha256 FROM vehicle_snapshots"))
          .hasSize(PICTURES)
          .doesNotHaveDuplicates();
      assertThat(api.paidByPicture()).hasSize(PICTURES);
      assertThat(api.paid())
          .as("only what was under way at a kill can be asked again")
          .isLessThanOrEqualTo(PICTURES + KILLS * THREADS);
      assertThat(rig.query("SELECT COUNT(*) FROM vehicle_snapshot_calls WHERE answer IS NULL"))
          .containsExactly("0");
      assertThat(folder.resolve("data/pending")).isEmptyDirectory();
      assertThat(Files.size(folder.resolve("data/import.journal"))).isLessThan(100);
    }
  }
}
