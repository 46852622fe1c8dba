package io.gatehouse.camera.rpicam;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clock, freshness, count of starts, error stream. */
class SmallPartsTest {

  private static final long SECOND = 1_000_000_000;

  @TempDir private Path folder;

  @Test
  void onTheSameClockAPicturesAgeIsTheDifference() {
    SensorClock clock = new SensorClock();
    assertThat(clock.age(100 * SECOND, 100 * SECOND + 40_000_000)).hasMillis(40);
    assertThat(clock.age(101 * SECOND, 103 * SECOND)).hasSeconds(2);
  }

  @Test
  void onAnotherClockTheQuickestPictureCountsAsNew() {
    SensorClock clock = new SensorClock(); // the machine slept for an hour
    long slept = 3600 * SECOND;
    assertThat(clock.age(slept + 100 * SECOND, 100 * SECOND + 90_000_000)).hasMillis(0);
    assertThat(clock.age(slept + 101 * SECOND, 101 * SECOND + 30_000_000)).hasMillis(0);
    assertThat(clock.age(slept + 102 * SECOND, 102 * SECOND + 90_000_000)).hasMillis(60);
  }

  @Test
  void aMachineThatSleepsMeanwhileIsNoticed() {
    SensorClock clock = new SensorClock();
    assertThat(clock.age(100 * SECOND, 100 * SECOND + 40_000_000)).hasMillis(40);
    assertThat(clock.age(5000 * SECOND, 101 * SECOND)).hasMillis(0);
    assertThat(clock.age(5001 * SECOND, 102 * SECOND + 50_000_000)).hasMillis(50);
  }

  @Test
  void latePicturesArePassedOverUnlessThereAreNoOthers() {
    Freshness freshness = new Freshness(Duration.ofMillis(300));
    assertThat(freshness.shows(Duration.ofMillis(300))).isTrue();
    for (int i = 0; i < 20; i++) {
      assertThat(freshness.shows(Duration.ofMillis(301))).isFalse();
    }
    assertThat(freshness.shows(Duration.ofMillis(301))).isTrue();
    assertThat(freshness.shows(Duration.ofMillis(301))).isTrue();
    assertThat(freshness.shows(Duration.ofMillis(10))).isTrue();
    assertThat(freshness.shows(Duration.ofMillis(301))).isFalse();
  }

  @Test
  void startsAreCountedOverRestartsOfTheProgramAndForgottenWithTheBoot() {
    Path file = folder.resolve("new/camera-starts");
    StartLedger ledger = StartLedger.open(file, "boot-1");
    ledger.count();
    ledger.count();
    ledger.count();
    ledger.takeBack();

    assertThat(StartLedger.open(file, "boot-1").starts()).isEqualTo(2);
    assertThat(StartLedger.open(file, "boot-2").starts()).isZero();
  }

  @Test
  void aBrokenCountCountsForNothing() throws Exception {
    Path file = Files.writeString(folder.resolve("camera-starts"), "boot-1 many");
    assertThat(StartLedger.open(file, "boot-1").starts()).isZero();
  }

  @Test
  void theErrorStreamIsReadByLinesAndByReturns() {
    RpicamLog log =
        new RpicamLog(
            new ByteArrayInputStream(
                """
                No post processing stage found for "x"
                Network Firmware Upload: 10% (360/3600 KB)\rNetwork Firmware Upload: 37% (1/2 KB)\r
                ERROR: Device timeout detected, attempting a restart!!!
                ERROR: *** failed to start camera ***\
                """
                    .getBytes(StandardCharsets.US_ASCII)));
    log.run();

    assertThat(log.uploaded()).hasValue(37);
    assertThat(log.stageMissing()).isTrue();
    assertThat(log.ownRestarts()).isEqualTo(1);
    assertThat(log.fatal()).contains("failed to start camera");
    assertThat(log.lines()).hasSize(3);
  }

  @Test
  void aFloodOnTheErrorStreamKeepsItsBeginningAndItsEnd() {
    StringBuilder flood = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      flood.append("line ").append(i).append('\n');
    }
    flood.append("x".repeat(100_000));
    RpicamLog log =
        new RpicamLog(
            new ByteArrayInputStream(flood.toString().getBytes(StandardCharsets.US_ASCII)));
    log.run();

    assertThat(log.lines()).hasSize(140).startsWith("line 0").contains("line 4999");
    assertThat(log.lines().getLast()).hasSize(2_000);
  }
}
