package io.gatehouse.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gatehouse.central.CentralOptions;
import io.gatehouse.central.CentralServer;
import io.gatehouse.central.store.CentralDatabase;
import io.gatehouse.common.TimeSource;
import io.gatehouse.store.NewPassage;
import io.gatehouse.store.Passage;
import io.gatehouse.support.BadNetwork;
import io.gatehouse.support.BadNetwork.Fate;
import io.gatehouse.support.FakeCentral;
import io.gatehouse.support.FakeTime;
import io.gatehouse.support.GateDay;
import io.gatehouse.support.Jpegs;
import io.gatehouse.support.RunningCentral;
import io.gatehouse.support.SamplePassages;
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

/** A real kiosk and a real central, and between them a network that does all it can. */
class BadNetworkTest {

  private static final int VEHICLES = 30;
  private static final Duration LONG = Duration.ofMinutes(3);

  @TempDir Path edge;
  @TempDir Path site;

  private final FakeTime time = new FakeTime(Instant.parse("2026-11-21T01:00:00Z"));
  private final Random random = new Random(5);
  private final List<UUID> told = new ArrayList<>();

  private Fate fate() {
    Fate[] all = Fate.values();
    return random.nextBoolean() ? Fate.ARRIVES : all[random.nextInt(all.length)];
  }

  private static String plate(int number) {
    return "59P1%05d".formatted(10_000 + number);
  }

  private static NewPassage.Pictures pictures(int number) {
    return new NewPassage.Pictures(
        Jpegs.noise(number, 320, 240),
        Optional.of(Jpegs.noise(1_000 + number, 120, 80)),
        Jpegs.noise(2_000 + number, 160, 120));
  }

  @Test
  void everyPassageIsAtTheCentralOnceWithItsPictures() throws Exception {
    CentralOptions options = RunningCentral.embedded(site);
    try (CentralServer central = RunningCentral.start(options, TimeSource.system());
        BadNetwork network = new BadNetwork(central.port(), this::fate);
        SyncKiosk kiosk =
            new SyncKiosk(edge, network.url(), "", RunningCentral.newGate(options, "Cổng A"))) {
      kiosk.sync().start();
      live(kiosk);
      await().atMost(LONG).until(() -> kiosk.store().outbox().counts().waiting() == 0);
      network.bringTheRest();
      assertThat(kiosk.sync().parked(0, 10)).isEmpty();
      assertThat(kiosk.failures()).isEmpty();
      assertThat(network.counts()).as("what the network did").containsOnlyKeys(Fate.values());
    }
    try (CentralDatabase database = RunningCentral.database(options)) {
      assertAllThere(database);
    }
  }

  /** All come in, every third is corrected, all but every fifth leave. */
  private void live(SyncKiosk kiosk) throws Exception {
    GateDay day = new GateDay(kiosk.store().passages(), time);
    for (int i = 0; i < VEHICLES; i++) {
      Passage entry = day.seen(pictures(i)).enters(plate(i));
      told.add(entry.id());
      time.advance(Duration.ofMinutes(1));
      if (i % 3 == 0) {
        kiosk
            .store()
            .passages()
            .correct(entry.id(), SamplePassages.plate(plate(500 + i)), "An", time.now());
      }
    }
    for (int i = 0; i < VEHICLES; i++) {
      if (i % 5 != 0) {
        told.add(day.seen(pictures(100 + i)).leaves(plate(i), 5_000).id());
        time.advance(Duration.ofMinutes(1));
      }
    }
  }

  private void assertAllThere(CentralDatabase database) {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < VEHICLES; i++) {
      expected.add(plate(i % 3 == 0 ? 500 + i : i) + (i % 5 == 0 ? " IN - 0" : " OUT LEFT 5000"));
    }
    assertThat(
            texts(
                database,
                """
                SELECT plate_id || ' ' || status || ' ' || COALESCE(ending, '-') || ' ' || fee
                FROM vehicle
                """))
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(texts(database, "SELECT CAST(event_id AS VARCHAR) FROM passage"))
        .containsExactlyInAnyOrderElementsOf(told.stream().map(UUID::toString).toList());
    for (int i = 0; i < VEHICLES; i++) {
      assertPicture(database, Jpegs.noise(i, 320, 240));
      assertPicture(database, Jpegs.noise(1_000 + i, 120, 80));
      assertPicture(database, Jpegs.noise(2_000 + i, 160, 120));
    }
  }

  private static List<String> texts(CentralDatabase database, String sql) {
    return database.jdbi().withHandle(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }

  private static void assertPicture(CentralDatabase database, byte[] jpeg) {
    Optional<byte[]> stored =
        database
            .jdbi()
            .withHandle(handle ->
                handle
                    .createQuery("SELECT jpeg FROM image WHERE sha256 = :hash")
                    .bind("hash", FakeCentral.sha256(jpeg))
                    .map((row, _) -> row.getBytes(1))
                    .findOne());
    assertThat(stored).hasValue(jpeg);
  }
}
