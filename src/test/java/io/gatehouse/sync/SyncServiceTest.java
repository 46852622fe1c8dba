package io.gatehouse.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import io.gatehouse.parking.stay.StayEnd;
import io.gatehouse.store.OutboxCounts;
import io.gatehouse.store.Passage;
import io.gatehouse.store.StoreException;
import io.gatehouse.support.FakeCentral;
import io.gatehouse.support.FakeCentral.Answer;
import io.gatehouse.support.FakeTime;
import io.gatehouse.support.GateDay;
import io.gatehouse.support.SamplePassages;
import io.gatehouse.sync.SyncState.Phase;
import io.gatehouse.sync.Trouble.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real store, a real sender and real HTTP; what the central answers is planned. */
class SyncServiceTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir Path folder;

  private FakeCentral central;
  private SyncKiosk kiosk;

  @BeforeEach
  void open() throws Exception {
    central = new FakeCentral();
    kiosk = new SyncKiosk(folder, central.url());
  }

  @AfterEach
  void close() {
    kiosk.close();
    central.close();
    assertThat(kiosk.failures()).isEmpty();
  }

  private Passage record(int number) throws StoreException {
    return kiosk.store().passages().record(SamplePassages.passage(number));
  }

  private void awaitEvents(int count) {
    await().atMost(LONG).until(() -> central.events().size() >= count);
    assertThat(central.events()).hasSize(count);
  }

  private void awaitNothingWaits() {
    await().atMost(LONG).until(() -> kiosk.store().outbox().counts().waiting() == 0);
  }

  private static List<String> types(List<JsonObject> events) {
    return events.stream().map(event -> event.get("type").getAsString()).toList();
  }

  @Test
  void aPassageArrivesWithItsPicturesBeforeIt() throws Exception {
    kiosk.sync().start();
    Set<String> atEvent = ConcurrentHashMap.newKeySet();
    central.afterEvent(() -> atEvent.addAll(central.pictures().keySet()));
    Passage passage = record(2);
    awaitEvents(1);

    JsonObject event = central.events().getFirst();
    assertThat(event.get("type").getAsString()).isEqualTo("ENTRY");
    assertThat(event.get("event_id").getAsString()).isEqualTo(passage.id().toString());
    assertThat(event.get("timestamp").getAsString()).isEqualTo("2026-03-02T01:01:00.123456Z");
    JsonObject images = event.getAsJsonObject("data").getAsJsonObject("images");
    String full = FakeCentral.sha256(SamplePassages.fullPicture(2));
    assertThat(images.get("full").getAsString()).isEqualTo(full);
    assertThat(atEvent).hasSize(3).contains(full);
    assertThat(central.pictures().get(full)).isEqualTo(SamplePassages.fullPicture(2));
    awaitNothingWaits();
    await().until(() -> kiosk.sync().state().lastSuccess().isPresent());
    assertThat(kiosk.sync().state().phase()).isEqualTo(Phase.SENDING);
  }

  @Test
  void whatWasStoredBeforeIsSentWhenItStarts() throws Exception {
    for (int i = 0; i < 20; i++) {
      record(i);
    }
    kiosk.sync().start();
    awaitEvents(20);
    awaitNothingWaits();

    assertThat(central.pictures()).hasSize(60);
    assertThat(central.picturesPut()).isEqualTo(60);
    assertThat(central.repeated()).isZero();
  }

  @Test
  void entryCorrectionAndExitOfAStayArriveInOrderWhateverFailsBetween() throws Exception {
    AtomicInteger requests = new AtomicInteger();
    central.plan(asked ->
        requests.incrementAndGet() % 3 == 0 ? Optional.of(Answer.of(503)) : Optional.empty());
    FakeTime time = new FakeTime();
    GateDay day = new GateDay(kiosk.store().passages(), time);
    for (int i = 0; i < 8; i++) {
      String plate = "59P1%05d".formatted(i);
      Passage entry = day.enters(plate);
      kiosk
          .store()
          .passages()
          .correct(entry.id(), SamplePassages.plate("59P2%05d".formatted(i)), "An", time.now());
      day.leaves(plate, 5_000);
    }
    kiosk.sync().start();
    awaitEvents(24);

    for (JsonObject entry : central.events()) {
      if (entry.get("type").getAsString().equals("ENTRY")) {
        String id = entry.get("event_id").getAsString();
        List<JsonObject> ofStay =
            central.events().stream().filter(event -> event.toString().contains(id)).toList();
        assertThat(types(ofStay)).containsExactly("ENTRY", "CORRECTION", "EXIT");
      }
    }
  }

  @Test
  void aRefusedEventIsParkedWithItsReasonAndBlocksNothing() throws Exception {
    Passage poison = record(0);
    central.plan(asked ->
        asked.text().contains(poison.id().toString())
            ? Optional.of(
                new Answer(422, "{\"success\":false,\"error\":\"told otherwise\"}", Map.of()))
            : Optional.empty());
    kiosk.sync().start();
    record(2);
    record(4);
    awaitEvents(2);
    awaitNothingWaits();

    var parked = kiosk.sync().parked(0, 10);
    assertThat(parked).hasSize(1);
    assertThat(parked.getFirst().id()).isEqualTo(poison.id());
    assertThat(parked.getFirst().reason()).isEqualTo("422: told otherwise");
    assertThat(parked.getFirst().plate()).isEqualTo("59P1-00000");
    await().until(() -> kiosk.sync().state().counts().parked() == 1);

    central.plan(_ -> Optional.empty());
    kiosk.sync().retry(poison.id());
    awaitEvents(3);
    await().until(() -> kiosk.sync().parked(0, 10).isEmpty());
  }

  @Test
  void aRevokedTokenStopsAndIsTakenUpAgainWhenItIsGood() throws Exception {
    central.plan(asked -> Optional.of(Answer.of(401)));
    kiosk.sync().start();
    record(0);
    await().atMost(LONG).until(() -> kiosk.sync().state().phase() == Phase.DENIED);
    assertThat(kiosk.sync().state().trouble().orElseThrow().kind()).isEqualTo(Kind.TOKEN);
    assertThat(kiosk.store().outbox().counts().waiting()).isEqualTo(1);
    assertThat(kiosk.sync().parked(0, 10)).isEmpty();

    central.plan(_ -> Optional.empty());
    awaitEvents(1);
    await().atMost(LONG).until(() -> kiosk.sync().state().phase() == Phase.SENDING);
  }

  @Test
  void anEventThatAloneIsForbiddenIsParked() throws Exception {
    Passage forbidden = record(0);
    central.plan(asked ->
        asked.text().contains(forbidden.id().toString())
            ? Optional.of(Answer.of(403))
            : Optional.empty());
    kiosk.sync().start();
    record(2);
    awaitEvents(1);
    await().atMost(LONG).until(() -> kiosk.sync().parked(0, 10).size() == 1);
    assertThat(kiosk.sync().parked(0, 10).getFirst().reason()).startsWith("403");
  }

  @Test
  void aPortalThatAnswersEverythingWith200HasAcceptedNothing() throws Exception {
    central.plan(_ -> Optional.of(new Answer(200, "<html>Please sign in</html>", Map.of())));
    kiosk.sync().start();
    record(0);
    await().atMost(LONG).until(() -> kiosk.sync().state().phase() == Phase.RETRYING);
    assertThat(kiosk.sync().state().trouble().orElseThrow().kind()).isEqualTo(Kind.NO_CENTRAL);
    assertThat(kiosk.store().outbox().counts()).extracting(OutboxCounts::waiting).isEqualTo(1L);

    central.plan(_ -> Optional.empty());
    awaitEvents(1);
  }

  @Test
  void anAnswerThatIsLostMakesARepetitionWithTheSameBody() throws Exception {
    AtomicInteger lost = new AtomicInteger();
    central.plan(asked -> Optional.empty());
    kiosk.sync().start();
    Set<String> swallowed = ConcurrentHashMap.newKeySet();
    central.plan(asked -> {
      if (asked.path().endsWith("/event") && swallowed.add(asked.text())) {
        central.plan(_ -> Optional.empty());
        lost.incrementAndGet();
        return Optional.of(Answer.none());
      }
      return Optional.empty();
    });
    record(0);
    awaitEvents(1);
    awaitNothingWaits();
    assertThat(lost).hasValue(1);
    assertThat(central.contradicted()).isZero();
  }

  @Test
  void anEventThatTheCentralFailsAtDoesNotHoldUpTheOthers() throws Exception {
    Passage poison = record(0);
    central.plan(asked ->
        asked.text().contains(poison.id().toString())
            ? Optional.of(Answer.of(500))
            : Optional.empty());
    kiosk.sync().start();
    for (int i = 1; i <= 10; i++) {
      record(2 * i);
    }
    awaitEvents(10);
    await().atMost(LONG).until(() -> kiosk.store().outbox().counts().waiting() == 1);
    central.plan(_ -> Optional.empty());
    awaitEvents(11);
  }

  @Test
  void retryAfterIsObeyed() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    central.plan(request -> {
      if (request.path().endsWith("/heartbeat")) {
        return Optional.empty();
      }
      asked.incrementAndGet();
      return Optional.of(
          new Answer(429, "{\"success\":false,\"error\":\"slow\"}", Map.of("Retry-After", "3000")));
    });
    kiosk.sync().start();
    record(0);
    await().atMost(LONG).until(() -> kiosk.sync().state().phase() == Phase.RETRYING);
    assertThat(kiosk.sync().state().trouble().orElseThrow().kind()).isEqualTo(Kind.BUSY);
    int before = asked.get();
    record(2);
    record(4);
    await().atMost(LONG).until(() -> central.heartbeats().size() > 10);
    assertThat(asked).hasValue(before);

    central.plan(_ -> Optional.empty());
    kiosk.sync().tryNow();
    awaitEvents(3);
  }

  @Test
  void aPictureThatIsRefusedForGoodDoesNotCostTheFact() throws Exception {
    central.plan(
        asked -> asked.method().equals("PUT") ? Optional.of(Answer.of(413)) : Optional.empty());
    kiosk.sync().start();
    record(0);
    awaitEvents(1);
    awaitNothingWaits();
    assertThat(kiosk.sync().parked(0, 10)).isEmpty();
  }

  @Test
  void aPictureThatTheCentralHasIsNotSentAgain() throws Exception {
    record(0);
    kiosk.sync().start();
    awaitEvents(1);
    awaitNothingWaits();
    int put = central.picturesPut();

    kiosk.close();
    kiosk = new SyncKiosk(folder, central.url());
    kiosk.store().passages().record(SamplePassages.passage(0));
    kiosk.sync().start();
    awaitEvents(3); // the second entry ended the stay of the first
    assertThat(central.picturesPut()).as("the same three pictures").isEqualTo(put);
  }

  @Test
  void aStayThatARoundEndedAndAShiftAreTold() throws Exception {
    FakeTime time = new FakeTime(Instant.parse("2026-03-02T01:00:00Z"));
    GateDay day = new GateDay(kiosk.store().passages(), time);
    Passage ghost = day.enters("59P168480");
    kiosk.store().books().stays().end(ghost.id(), StayEnd.NOT_FOUND, "An", "round", time.now());
    Passage twice = day.enters("59P111111");
    Passage again = day.enters("59P111111");
    kiosk.sync().start();
    awaitEvents(5);

    List<JsonObject> stays =
        central.events().stream()
            .filter(event -> event.get("type").getAsString().equals("STAY"))
            .map(event -> event.getAsJsonObject("data"))
            .toList();
    assertThat(stays)
        .extracting(data -> data.get("ending").getAsString())
        .containsExactlyInAnyOrder("NOT_FOUND", "SUPERSEDED");
    assertThat(
            stays.stream()
                .filter(data -> data.has("superseded_by"))
                .map(data -> data.get("superseded_by").getAsString()))
        .containsExactly(again.id().toString());
    assertThat(stays)
        .extracting(data -> UUID.fromString(data.get("stay_id").getAsString()))
        .containsExactlyInAnyOrder(ghost.id(), twice.id());
  }

  @Test
  void heartbeatTellsHowTheGateIs() throws Exception {
    central.plan(
        asked -> asked.path().endsWith("/event") ? Optional.of(Answer.of(503)) : Optional.empty());
    kiosk.sync().start();
    record(0);
    await()
        .atMost(LONG)
        .until(() ->
            central.heartbeats().stream()
                .anyMatch(beat -> beat.getAsJsonObject("health").get("backlog").getAsInt() == 1));
    JsonObject beat = central.heartbeats().getLast();
    assertThat(beat.get("camera_name").getAsString()).isEqualTo("Cổng A");
    assertThat(beat.get("camera_type").getAsString()).isEqualTo("ENTRY");
    assertThat(beat.getAsJsonObject("health").get("fps").getAsDouble()).isEqualTo(15.0);
    assertThat(beat.getAsJsonObject("health").get("disk_free_bytes").getAsLong()).isEqualTo(5_000);
  }

  @Test
  void withoutACentralNothingRuns() throws Exception {
    kiosk.close();
    kiosk = new SyncKiosk(folder, "", "", "");
    kiosk.sync().start();
    record(0);
    assertThat(kiosk.sync().state().phase()).isEqualTo(Phase.OFF);
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("sync"));
  }

  @Test
  void anEnrolledGateSendsAndItsTokenIsItsOwnersAlone() throws Exception {
    kiosk.close();
    Files.deleteIfExists(folder.resolve(SyncService.TOKEN_FILE));
    kiosk = new SyncKiosk(folder, central.url(), "", "");
    kiosk.sync().start();
    assertThat(kiosk.sync().state().phase()).isEqualTo(Phase.NOT_ENROLLED);
    CentralAddress address = CentralAddress.parse(central.url()).orElseThrow();

    assertThat(kiosk.sync().enrol(address, "", "BAD").orElseThrow().kind()).isEqualTo(Kind.CODE);
    assertThat(kiosk.sync().enrol(address, "", " GOOD-CODE ")).isEmpty();
    kiosk.sync().restart();
    record(0);
    awaitEvents(1);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .contains(SyncService.TOKEN_FILE)
          .doesNotContain(SyncService.TOKEN_FILE + ".tmp");
    }
    assertThat(Files.getPosixFilePermissions(folder.resolve(SyncService.TOKEN_FILE)))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void aTokenGoesToNoOtherAddress() throws Exception {
    kiosk.close();
    try (FakeCentral other = new FakeCentral()) {
      kiosk = new SyncKiosk(folder, central.url());
      kiosk.close();
      kiosk = new SyncKiosk(folder, other.url(), "", "");
      kiosk.sync().start();
      record(0);
      assertThat(kiosk.sync().state().phase()).isEqualTo(Phase.NOT_ENROLLED);
    }
  }
}
