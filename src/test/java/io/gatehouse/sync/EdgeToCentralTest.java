package io.gatehouse.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gatehouse.central.CentralOptions;
import io.gatehouse.central.CentralServer;
import io.gatehouse.central.access.Enrolments;
import io.gatehouse.central.common.CentralException;
import io.gatehouse.central.image.BucketVault;
import io.gatehouse.central.image.ImageVault;
import io.gatehouse.central.store.CentralDatabase;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import io.gatehouse.parking.stay.StayEnd;
import io.gatehouse.store.NewPassage;
import io.gatehouse.store.Passage;
import io.gatehouse.support.EmbeddedPostgresServer;
import io.gatehouse.support.FakeCentral;
import io.gatehouse.support.FakeTime;
import io.gatehouse.support.GateDay;
import io.gatehouse.support.Jpegs;
import io.gatehouse.support.RunningCentral;
import io.gatehouse.support.S3Server;
import io.gatehouse.support.SamplePassages;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real kiosk's store and sender, and a real central. */
class EdgeToCentralTest {

  private static final Duration LONG = Duration.ofMinutes(2);

  @TempDir Path edge;
  @TempDir Path site;

  private final FakeTime time = new FakeTime(Instant.parse("2026-11-21T01:00:00Z"));
  private CentralOptions options;

  @BeforeEach
  void choose() {
    options = RunningCentral.embedded(site);
  }

  /** The same central at the same place. */
  private CentralServer startAgain(int port) throws CentralException {
    CentralOptions same =
        new CentralOptions(
            port,
            options.data(),
            options.databaseUrl(),
            options.bucket(),
            options.allowedOrigins(),
            options.publicUrl(),
            options.zone(),
            options.language());
    return RunningCentral.start(same, TimeSource.system());
  }

  private String code() throws CentralException {
    try (CentralDatabase database = RunningCentral.database(options)) {
      return database
          .jdbi()
          .inTransaction(handle ->
              new Enrolments(TimeSource.system()).create(handle, "Cổng A", "test").text());
    }
  }

  private static void awaitAllSent(SyncKiosk kiosk) throws Exception {
    await().atMost(LONG).until(() -> kiosk.store().outbox().counts().waiting() == 0);
    assertThat(kiosk.sync().parked(0, 10)).isEmpty();
  }

  private static NewPassage.Pictures pictures(int number) {
    return new NewPassage.Pictures(
        Jpegs.noise(number, 320, 240),
        Optional.of(Jpegs.noise(100 + number, 120, 80)),
        Jpegs.noise(200 + number, 160, 120));
  }

  @Test
  void anEnrolledGatesDayIsAtTheCentralThoughItWasAwayInBetween() throws Exception {
    aDayWithTheCentralAwayInBetween();
    assertAllThere();
    try (CentralDatabase database = RunningCentral.database(options)) {
      assertThat(picture(database)).hasValue(Jpegs.noise(2, 320, 240));
    }
  }

  @Test
  void onPostgresqlAndABucketLikewise() throws Exception {
    try (EmbeddedPostgresServer postgres = EmbeddedPostgresServer.start();
        S3Server s3 = S3Server.start(site.resolve("s3"))) {
      options =
          RunningCentral.options(
              site, Optional.of(postgres.newDatabase()), Optional.of(s3.bucket("gates")));
      aDayWithTheCentralAwayInBetween();
      assertAllThere();
      try (CentralDatabase database = RunningCentral.database(options);
          ImageVault vault =
              BucketVault.open(
                  options.bucket().orElseThrow(),
                  database,
                  TimeSource.system(),
                  new Threads((thread, e) -> {
                    throw new AssertionError(e);
                  }))) {
        assertThat(picture(database)).as("in the database").isEmpty();
        assertThat(vault.find(FakeCentral.sha256(Jpegs.noise(2, 320, 240))))
            .hasValue(Jpegs.noise(2, 320, 240));
      }
    }
  }

  private void aDayWithTheCentralAwayInBetween() throws Exception {
    String code = code();
    CentralServer central = RunningCentral.start(options, TimeSource.system());
    int port = central.port();
    String url = "http://localhost:" + port;
    try (SyncKiosk kiosk = new SyncKiosk(edge, url, "", "")) {
      CentralAddress address = CentralAddress.parse(url).orElseThrow();
      assertThat(kiosk.sync().enrol(address, "", "wrong").orElseThrow().kind())
          .isEqualTo(Trouble.Kind.CODE);
      assertThat(kiosk.sync().enrol(address, "", code)).isEmpty();
      assertThat(kiosk.sync().enrol(address, "", code)).as("good once").isPresent();
      kiosk.sync().start();

      GateDay day = new GateDay(kiosk.store().passages(), time).seen(pictures(1));
      Passage first = day.enters("59P168480");
      kiosk
          .store()
          .passages()
          .correct(first.id(), SamplePassages.plate("59P168481"), "An", time.now());
      awaitAllSent(kiosk);
      central.close();

      time.advance(Duration.ofHours(2));
      day.seen(pictures(2));
      day.leaves("59P168480", 5_000);
      Passage ghost = day.enters("59P111111");
      kiosk.store().books().stays().end(ghost.id(), StayEnd.NOT_FOUND, "An", "", time.now());
      day.turnedAway("59P122222");
      day.enters("59P133333");
      central = startAgain(port);
      awaitAllSent(kiosk);
      await().atMost(LONG).until(() -> kiosk.sync().state().phase() == SyncState.Phase.SENDING);
    } finally {
      central.close();
    }
  }

  private void assertAllThere() throws CentralException {
    try (CentralDatabase database = RunningCentral.database(options)) {
      List<String> history =
          database
              .jdbi()
              .withHandle(handle ->
                  handle
                      .createQuery(
                          """
                          SELECT plate_id || ' ' || status || ' ' || COALESCE(ending, '-')
                            || ' ' || fee
                          FROM vehicle ORDER BY plate_id
                          """)
                      .mapTo(String.class)
                      .list());
      assertThat(history)
          .containsExactly(
              "59P111111 OUT NOT_FOUND 0",
              "59P122222 TURNED_AWAY - 0",
              "59P133333 IN - 0",
              "59P168481 OUT LEFT 5000");
    }
  }

  /** The exit's full picture as the database has it; empty when it lies elsewhere. */
  private static Optional<byte[]> picture(CentralDatabase database) {
    return database
        .jdbi()
        .withHandle(handle ->
            handle
                .createQuery("SELECT jpeg FROM image WHERE sha256 = :hash AND jpeg IS NOT NULL")
                .bind("hash", FakeCentral.sha256(Jpegs.noise(2, 320, 240)))
                .map((row, _) -> row.getBytes(1))
                .findOne());
  }
}
