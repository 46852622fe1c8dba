package io.gatehouse.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.camera.FrameStamp;
import io.gatehouse.decide.Decision;
import io.gatehouse.decide.Outcome;
import io.gatehouse.parking.Direction;
import io.gatehouse.parking.stay.StayChange;
import io.gatehouse.support.FakeTime;
import io.gatehouse.support.SamplePassages;
import io.gatehouse.support.TestProcess;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that removes what has grown old is killed with SIGKILL, again and again. */
class RetentionKillTest {

  private static final int OLD = 400;
  private static final int YOUNG = 10;
  private static final int ROUNDS = 5;
  private static final Instant NOW = SamplePassages.START.plus(Duration.ofDays(100));

  @TempDir Path folder;

  private final Random random = new Random();
  private final List<UUID> old = new ArrayList<>();
  private final List<UUID> young = new ArrayList<>();

  @Test
  void aPassageIsThereAsAWholeOrNotAtAllAfterKillMinusNine() throws Exception {
    fill();
    for (int round = 0; round < ROUNDS; round++) {
      removeUntilKilled(1 + random.nextInt(3));
      check();
    }
    removeUntilKilled(OLD);
    assertThat(check()).as("old passages left at the end").isZero();
  }

  private void fill() throws StoreException {
    try (DataFolder data = DataFolder.open(folder);
        KioskStore store =
            KioskStore.open(data, new FakeTime(SamplePassages.START), H2PassageStoreTest::fold)) {
      for (int i = 0; i < OLD; i++) {
        old.add(record(store, i, SamplePassages.START));
      }
      for (int i = OLD; i < OLD + YOUNG; i++) {
        young.add(record(store, i, NOW));
      }
    }
  }

  private static UUID record(KioskStore store, int number, Instant at) throws StoreException {
    Decision sample = SamplePassages.passage(number).decision();
    return store
        .passages()
        .record(
            new NewPassage(
                new Decision(sample.proposal(), Outcome.CONFIRMED, sample.plate(), "An", at, ""),
                Direction.IN,
                "Cổng A",
                new FrameStamp(number, number, at),
                Optional.of(SamplePassages.pictures(number)),
                new StayChange.None()))
        .id();
  }

  private void removeUntilKilled(int steps) throws IOException, InterruptedException {
    try (TestProcess remover =
        TestProcess.start(
            Redirect.INHERIT, RetentionProcess.class, folder.toString(), NOW.toString())) {
      assertThat(remover.line()).isEqualTo("recovery NONE");
      for (int i = 0; i < steps; i++) {
        assertThat(remover.line()).isNotNull();
      }
      remover.killAfter(random.nextInt(30_000_000));
      remover.awaitKilled();
    }
  }

  /**
   * Every young passage is there bit for bit, of the old ones each with all that belongs to it or
   * with nothing.
   *
   * @return how many old ones are there
   */
  private long check() throws StoreException {
    try (DataFolder data = DataFolder.open(folder);
        KioskStore store = KioskStore.open(data, new FakeTime(NOW), H2PassageStoreTest::fold)) {
      assertThat(store.recovery()).isEqualTo(RecoveryReport.NOTHING);
      for (int i = 0; i < YOUNG; i++) {
        assertThat(store.passages().picture(young.get(i), PictureSize.FULL))
            .contains(SamplePassages.fullPicture(OLD + i));
      }
      long left = 0;
      long pictures = 0;
      for (int i = 0; i < OLD; i++) {
        Optional<Passage> passage = store.passages().find(old.get(i));
        left += passage.isPresent() ? 1 : 0;
        Optional<byte[]> picture = store.passages().picture(old.get(i), PictureSize.FULL);
        pictures += picture.isPresent() ? 1 : 0;
        if (picture.isPresent()) {
          assertThat(passage).isPresent();
          assertThat(picture).contains(SamplePassages.fullPicture(i));
        }
      }
      for (String table : List.of("passage", "listing", "outbox", "picture_quality")) {
        assertThat(TestDatabases.count(store, table)).as(table).isEqualTo(left + YOUNG);
      }
      assertThat(TestDatabases.count(store, "picture")).isEqualTo(3 * (pictures + YOUNG));
      return left;
    }
  }
}
