package io.gatehouse.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.common.KnownFailure;
import io.gatehouse.common.TimeSource;
import io.gatehouse.learn.ProfileStore;
import io.gatehouse.learn.SiteProfile;
import io.gatehouse.plate.Confusions;
import io.gatehouse.settings.Settings;
import io.gatehouse.settings.SettingsStore;
import io.gatehouse.store.DataFolder;
import io.gatehouse.store.KioskStore;
import io.gatehouse.store.StoreException;
import io.gatehouse.support.GuardedSite;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole command on real stores. */
@Timeout(120)
class LearnCommandTest {

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @FunctionalInterface
  private interface Work {
    void on(GuardedSite site) throws StoreException;
  }

  @Test
  void whatReadsTheLastDaysBetterIsUsedAndBackReturns() throws Exception {
    consent(true);
    site(site -> site.days(0, 10, 8, 5));

    assertThat(learn()).isZero();

    assertThat(err.toString()).isEmpty();
    assertThat(out.toString())
        .contains("80 passages confirmed or corrected by a guard, 60 of them corrected.")
        .contains("Learned from 64 passages of 8 days, scored on the 16 of the last 2:")
        .containsPattern("exact +4 +12\n")
        .contains("profile 1 is in use");
    assertThat(profiles().current().number()).isEqualTo(1);
    assertThat(SiteLearning.load(data(), agreed(true)).profile().number()).isEqualTo(1);

    assertThat(learn("--back")).isZero();

    assertThat(profiles().current()).isEqualTo(SiteProfile.AS_DELIVERED);
    assertThat(out.toString()).contains("the product as delivered is in use");
    assertThat(learn("--back")).isEqualTo(1);
    assertThat(err.toString().lines()).singleElement().asString().contains("no way back");
  }

  @Test
  void whatReadsTheLastDaysWorseIsNotUsed() throws Exception {
    consent(true);
    site(site -> {
      site.days(0, 8, 8, 5);
      site.days(8, 2, 8, 1);
    });

    assertThat(learn()).isZero();

    assertThat(out.toString()).containsPattern("exact +16 +0\n").contains("Not better");
    assertThat(profiles().current()).isEqualTo(SiteProfile.AS_DELIVERED);
    assertThat(data().resolve("learned")).doesNotExist();
  }

  @Test
  void aDryRunWritesNothing() throws Exception {
    consent(true);
    site(site -> site.days(0, 10, 8, 5));

    assertThat(learn("--dry-run")).isZero();

    assertThat(out.toString()).containsPattern("exact +4 +12\n").contains("only tried");
    assertThat(data().resolve("learned")).doesNotExist();
  }

  @Test
  void withoutConsentNothingIsLookedAt() throws Exception {
    site(site -> site.days(0, 10, 8, 5));

    assertThat(learn("--export", folder.resolve("crops").toString())).isEqualTo(1);

    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .startsWith("gatehouse: nobody has agreed to learning")
        .contains("learnFromCorrections", "settings.json");
    assertThat(folder.resolve("crops")).doesNotExist();
  }

  @Test
  void tooFewPassagesAreSaidWithHowManyAreMissing() throws Exception {
    consent(true);
    site(site -> site.days(0, 4, 8, 5));

    assertThat(learn()).isZero();

    assertThat(out.toString()).contains("32 passages, 50 needed, 18 are missing");
    assertThat(profiles().current()).isEqualTo(SiteProfile.AS_DELIVERED);
  }

  @Test
  void theExportIsCropsWithLabelsAndNothingElse() throws Exception {
    consent(true);
    site(site -> site.days(0, 2, 3, 3));
    Path crops = folder.resolve("crops");

    assertThat(learn("--export", crops.toString())).isZero();

    List<String> table = Files.readAllLines(crops.resolve("labels.csv"));
    assertThat(table).hasSize(7).first().isEqualTo("file,text,read,light,taken-at");
    assertThat(table.get(1)).endsWith(".jpg,59P807919,59P807919,dark,2026-03-02T01:00:00Z");
    assertThat(table.get(2)).endsWith(".jpg,59PB15838,59P815838,dark,2026-03-02T01:05:00Z");
    for (String row : table.subList(1, 7)) {
      assertThat(crops.resolve("images").resolve(row.substring(0, row.indexOf(','))))
          .hasBinaryContent(GuardedSite.jpeg(90, 60, 200));
    }
    try (Stream<Path> files = Files.list(crops.resolve("images"))) {
      assertThat(files).hasSize(6);
    }
  }

  @Test
  void aBrokenProfileIsToldAndDoesNotStopAnybody() throws Exception {
    consent(true);
    site(site -> site.days(0, 10, 8, 5));
    assertThat(learn()).isZero();
    Files.writeString(data().resolve("learned/profile-1.json"), "{");

    SiteLearning learning = SiteLearning.load(data(), agreed(true));

    assertThat(learning.profile()).isEqualTo(SiteProfile.AS_DELIVERED);
    assertThat(learning.problem())
        .get()
        .satisfies(problem -> {
          assertThat(problem.failure()).isEqualTo(KnownFailure.PROFILE_UNREADABLE);
          assertThat(problem.line()).contains("profile-1.json", "as delivered");
        });
    assertThat(learn()).isZero();
    assertThat(err.toString().lines()).singleElement().asString().contains("profile-1.json");
    assertThat(profiles().current().number()).isEqualTo(2);
  }

  @Test
  void withdrawnConsentMeansThePlatesAreReadAsDelivered() throws Exception {
    consent(true);
    site(site -> site.days(0, 10, 8, 5));
    assertThat(learn()).isZero();

    SiteLearning learning = SiteLearning.load(data(), agreed(false));

    assertThat(learning.profile()).isEqualTo(SiteProfile.AS_DELIVERED);
    assertThat(learning.problem()).isEmpty();
    assertThat(learn("--back")).isZero();
  }

  @Test
  void aKioskOnTheSameFolderIsSaid() throws Exception {
    consent(true);
    try (DataFolder _ = DataFolder.open(data())) {
      assertThat(learn()).isEqualTo(1);
    }

    assertThat(err.toString().lines()).singleElement().asString().contains("Another Gatehouse");
  }

  @Test
  void backGoesAlone() {
    assertThat(learn("--back", "--dry-run")).isEqualTo(2);
    assertThat(learn("--export", "x", "--dry-run")).isEqualTo(2);
  }

  private Path data() {
    return folder.resolve("data");
  }

  private ProfileStore profiles() {
    return new ProfileStore(data());
  }

  private static Settings agreed(boolean agreed) {
    return Settings.defaults().withLearnFromCorrections(agreed);
  }

  private void consent(boolean given) throws IOException {
    Files.createDirectories(data());
    SettingsStore.open(data().resolve("settings.json"), TimeSource.system()).save(agreed(given));
  }

  private void site(Work work) throws StoreException {
    try (DataFolder data = DataFolder.open(data());
        KioskStore store = KioskStore.open(data, TimeSource.system(), Confusions::fold)) {
      work.on(new GuardedSite(store.passages()));
    }
  }

  private int learn(String... more) {
    String[] arguments =
        Stream.concat(Stream.of("learn", "--data", data().toString()), Stream.of(more))
            .toArray(String[]::new);
    return Gatehouse.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }
}
