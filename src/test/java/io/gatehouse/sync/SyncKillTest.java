package io.gatehouse.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import io.gatehouse.support.FakeCentral;
import io.gatehouse.support.FakeCentral.Answer;
import io.gatehouse.support.SamplePassages;
import java.io.BufferedReader;
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
import java.util.concurrent.TimeUnit;
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
    Process kiosk =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SyncProcess.class.getName(),
                folder.toString(),
                central.url(),
                Integer.toString(round * 1000),
                Integer.toString(A_ROUND))
            .redirectError(Redirect.DISCARD)
            .start();
    try (BufferedReader said = kiosk.inputReader()) {
      assertThat(said.readLine()).isEqualTo("recovery NONE");
      await().atMost(Duration.ofMinutes(2)).until(() -> central.events().size() >= arrived);
      spin(random.nextInt(20_000_000));
      assertThat(kiosk.toHandle().destroyForcibly()).isTrue();
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        String[] words = line.split(" ");
        if (words.length == 2 && words[1].length() == 36) {
          acknowledged.put(Integer.valueOf(words[0]), UUID.fromString(words[1]));
        }
      }
    } finally {
      kiosk.destroyForcibly();
    }
    assertThat(kiosk.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(kiosk.exitValue()).as("128 + SIGKILL").isEqualTo(137);
  }

  /** Lets some moments pass, so that the kill falls anywhere within a request. */
  private static void spin(long nanos) {
    long end = System.nanoTime() + nanos;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }
}
