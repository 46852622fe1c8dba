package io.gatehouse.central;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.central.store.CentralDatabase;
import io.gatehouse.support.CentralProcess;
import io.gatehouse.support.EdgeClient;
import io.gatehouse.support.EdgeEvents;
import io.gatehouse.support.EmbeddedPostgresServer;
import io.gatehouse.support.Jpegs;
import io.gatehouse.support.RunningCentral;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL while gates tell: what was acknowledged is there, once, with its picture. */
class CentralKillTest {

  private static final int ROUNDS = 4;
  private static final int GATES = 6;
  private static final Instant START = Instant.parse("2026-11-21T01:00:00Z");

  private final byte[] small = Jpegs.noise(1, 32, 32);
  private final AtomicInteger number = new AtomicInteger();
  private final Map<UUID, byte[]> acknowledged = new ConcurrentHashMap<>();

  @Test
  void everyAcknowledgedEventIsThereWithItsPictureBitForBit(@TempDir Path data) throws Exception {
    killAgainAndAgain(RunningCentral.embedded(data));
  }

  @Test
  void onPostgresqlLikewise(@TempDir Path data) throws Exception {
    try (EmbeddedPostgresServer postgres = EmbeddedPostgresServer.start()) {
      killAgainAndAgain(
          RunningCentral.options(data, Optional.of(postgres.newDatabase()), Optional.empty()));
    }
  }

  private void killAgainAndAgain(CentralOptions options) throws Exception {
    String token = RunningCentral.newGate(options, "A");
    Random random = new Random(7);
    for (int round = 1; round <= ROUNDS; round++) {
      CountDownLatch enough = new CountDownLatch(20 + random.nextInt(60));
      try (CentralProcess central = CentralProcess.start(options.data(), options.databaseUrl());
          ExecutorService gates = Executors.newFixedThreadPool(GATES)) {
        EdgeClient client = new EdgeClient(central.port(), token);
        List<Future<?>> told = new ArrayList<>();
        for (int i = 0; i < GATES; i++) {
          told.add(gates.submit(() -> tellUntilItDies(client, enough)));
        }
        enough.await();
        central.kill();
        for (Future<?> gate : told) {
          gate.get();
        }
      }
      check(options, round);
    }
  }

  private void tellUntilItDies(EdgeClient client, CountDownLatch enough) {
    try {
      while (true) {
        int n = number.incrementAndGet();
        byte[] jpeg = Jpegs.padded(small, 50_000, n);
        String hash = EdgeClient.sha256(jpeg);
        assertThat(client.put(hash, jpeg).status()).isEqualTo(201);
        UUID id = EdgeEvents.id(n);
        String event =
            EdgeEvents.entry(id, START.plusSeconds(n), "59P1%05d".formatted(n), id)
                .replace(
                    "\"confidence\"",
                    "\"images\":{\"full\":\"%s\"},\"confidence\"".formatted(hash));
        assertThat(client.event(event).status()).isEqualTo(200);
        acknowledged.put(id, jpeg);
        enough.countDown();
      }
    } catch (IOException e) {
      assertThat(enough.getCount()).as("it dies when it is killed, not before: %s", e).isZero();
    }
  }

  private void check(CentralOptions options, int round) throws Exception {
    try (CentralDatabase database = RunningCentral.database(options)) {
      Map<UUID, byte[]> stored = new ConcurrentHashMap<>();
      database
          .jdbi()
          .useHandle(handle ->
              handle
                  .createQuery(
                      """
                      SELECT v.entry_event, i.jpeg FROM vehicle v
                      JOIN passage p ON p.vehicle_id = v.id
                      JOIN image i ON i.sha256 = v.entry_full
                      """)
                  .map((row, _) -> Map.entry(row.getObject(1, UUID.class), row.getBytes(2)))
                  .forEach(
                      entry -> assertThat(stored.put(entry.getKey(), entry.getValue())).isNull()));
      assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(20 * round);
      acknowledged.forEach(
          (id, jpeg) -> assertThat(stored.get(id)).as("%s in round %d", id, round).isEqualTo(jpeg));
    }
  }
}
