package io.gatehouse.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gatehouse.camera.Region;
import io.gatehouse.common.Threads;
import io.gatehouse.lane.LaneState;
import io.gatehouse.plate.PlateColour;
import io.gatehouse.store.DataFolder;
import io.gatehouse.store.KioskStore;
import io.gatehouse.store.RetentionPolicy;
import io.gatehouse.store.StoreException;
import io.gatehouse.support.FakeLane;
import io.gatehouse.support.FakeTime;
import io.gatehouse.support.LaneStates;
import io.gatehouse.support.SamplePassages;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionJobTest {

  private static final Duration SHORT = Duration.ofMillis(1);
  private static final RetentionJob.Rests RESTLESS =
      new RetentionJob.Rests(SHORT, SHORT, SHORT, SHORT, SHORT, SHORT);

  @TempDir Path folder;

  private final FakeTime time = new FakeTime(SamplePassages.START);
  private final FakeLane lane = FakeLane.empty();
  private final AtomicInteger asked = new AtomicInteger();
  private final List<Throwable> thrown = new CopyOnWriteArrayList<>();
  private DataFolder data;
  private KioskStore store;
  private RetentionJob job;

  @BeforeEach
  void open() throws StoreException {
    data = DataFolder.open(folder);
    store = KioskStore.open(data, time, plate -> plate);
    job =
        new RetentionJob(
            store,
            () -> new RetentionPolicy(1, 2, false, ZoneOffset.UTC),
            this::state,
            new Threads((thread, e) -> thrown.add(e)),
            RESTLESS);
  }

  private LaneState state() {
    asked.incrementAndGet();
    return lane.state();
  }

  @AfterEach
  void close() {
    job.close();
    store.close();
    data.close();
    assertThat(thrown).isEmpty();
  }

  private static LaneState vehicle(LaneState state) {
    return LaneStates.current(
        state,
        LaneStates.pending(
            LaneStates.proposal(
                1,
                SamplePassages.plate("59P168480"),
                PlateColour.WHITE,
                LaneStates.reads("59P168480", -1),
                new Region(560, 430, 150, 90)),
            Optional.empty(),
            new byte[0],
            List.of()));
  }

  /** An exit, which nobody inside needs. */
  private UUID storeOne(int number) throws StoreException {
    return store.passages().record(SamplePassages.passage(2 * number + 1)).id();
  }

  @Test
  void whatHasGrownOldGoesByItself() throws StoreException {
    UUID old = storeOne(1);
    time.advance(Duration.ofDays(3));
    job.start();

    await().until(() -> store.passages().find(old).isEmpty());
  }

  @Test
  void whileAVehicleWaitsNothingIsTouched() throws StoreException {
    UUID old = storeOne(1);
    time.advance(Duration.ofDays(3));
    lane.show(vehicle(lane.state()));
    job.start();
    await().until(() -> asked.get() > 50);

    assertThat(store.passages().find(old)).isPresent();

    lane.show(LaneStates.nobody(lane.state()));
    await().until(() -> store.passages().find(old).isEmpty());
  }

  @Test
  void closingEndsItWhereverItIs() {
    lane.show(vehicle(lane.state()));
    job.start();
    await().until(() -> asked.get() > 3);

    job.close();

    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("retention");
  }
}
