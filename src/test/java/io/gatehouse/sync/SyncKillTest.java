package io.gatehouse.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import io.gatehouse.support.FakeCentral;
import io.gatehouse.support.FakeCentral.Answer;
import io.gatehouse.support.SamplePassages;
import io.gatehouse.support.TestProcess;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that records and sends is killed with SIGKILL again and again, while the central fails
 * now and then and sometimes takes an event without answering.
 */
class SyncKillTest {

  private static final int ROUNDS = 5;
  private static final int A_ROUND = 60;

  @TempDir Path folder;

  private final Random random = new Random();
  private FakeCentral central;

  @BeforeEach
  void open() throws IOException {
    central = new FakeCentral();
  }

  @AfterEach
  void close() {
    central.close();
  }

  @Test
  void everyAcknowledgedPassageIsAtTheCentralOnceWithItsPictures() throws Exception {
    AtomicInteger requests = new AtomicInteger();
    central.plan(asked ->
        switch (requests.incrementAndGet() % 11) {
          case 3 -> Optional.of(Answer.of(503));
          case 7 -> Optional.of(Answer.none());
          default -> Optional.empty();
        });
    Map<Integer, UUID> acknowledged = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      int arrived = central.events().size();
      runUntilKilled(round, arrived + 1 + random.nextInt(A_ROUND / 2), acknowledged);
    }
    central.plan(_ -> Optional.empty());

    try (SyncKiosk kiosk = new SyncKiosk(folder, central.url())) {
      kiosk.sync().start();
      await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> kiosk.store().outbox().counts().waiting() == 0);
      assertThat(kiosk.store().outbox().counts().parked()).isZero();
      assertThat(kiosk.failures()).isEmpty();
    }
    assertThat(central.contradicted()).as("repetitions with another body").isZero();
    List<String> ids = central.events().stream().map(SyncKillTest::id).toList();
    assertThat(ids)
        .doesNotHaveDuplicates()
        .containsAll(acknowledged.values().stream().map(UUID::toString).toList());
    for (int number : acknowledged.keySet()) {
      byte[] full = SamplePassages.fullPicture(2 * number);
      assertThat(central.pictures().get(FakeCentral.sha256(full))).isEqualTo(full);
    }
  }

  private static String id(JsonObject event) {
    return event.get("event_id").getAsString();
  }

  /** Kills when so many events have arrived, and a random moment later. */
  private void runUntilKilled(int round, int arrived, Map<Integer, UUID> acknowledged)
      throws IOException, InterruptedException {
    try (TestProcess kiosk =
        TestProcess.start(
            Redirect.DISCARD,
            SyncProcess.class,
            folder.toString(),
            central.url(),
            Integer.toString(round * 1000),
            Integer.toString(A_ROUND))) {
      assertThat(kiosk.line()).isEqualTo("recovery NONE");
      await().atMost(Duration.ofMinutes(2)).until(() -> central.events().size() >= arrived);
      kiosk.killAfter(random.nextInt(20_000_000));
      kiosk.noteRest(acknowledged);
      kiosk.awaitKilled();
    }
  }
}
