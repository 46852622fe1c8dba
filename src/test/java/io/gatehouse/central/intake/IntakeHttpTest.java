package io.gatehouse.central.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.gatehouse.central.CentralOptions;
import io.gatehouse.central.CentralServer;
import io.gatehouse.central.store.CentralDatabase;
import io.gatehouse.common.TimeSource;
import io.gatehouse.support.EdgeClient;
import io.gatehouse.support.EdgeClient.Answer;
import io.gatehouse.support.EdgeEvents;
import io.gatehouse.support.Jpegs;
import io.gatehouse.support.RunningCentral;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeHttpTest {

  private static final Instant MORNING = Instant.parse("2026-11-21T03:30:00.123456Z");
  private static final Instant NOON = Instant.parse("2026-11-21T08:45:10.000001Z");
  private static final String PLATE = "59P168480";

  @TempDir private Path data;
  private CentralServer server;
  private CentralDatabase database;
  private EdgeClient gate;

  @BeforeEach
  void start() throws Exception {
    CentralOptions options = RunningCentral.embedded(data);
    server = RunningCentral.start(options, TimeSource.system());
    database = RunningCentral.database(options);
    gate = new EdgeClient(server.port(), RunningCentral.newGate(options, "Cổng A"));
  }

  @AfterEach
  void stop() {
    database.close();
    server.close();
  }

  private Map<String, Object> row(long id) {
    return database
        .jdbi()
        .withHandle(handle ->
            handle
                .createQuery("SELECT * FROM vehicle WHERE id = :id")
                .bind("id", id)
                .mapToMap()
                .one());
  }

  private long count(String table) {
    return database
        .jdbi()
        .withHandle(
            handle -> handle.createQuery("SELECT COUNT(*) FROM " + table).mapTo(Long.class).one());
  }

  @Test
  void theFirstEdgesEventWithItsPictureInsideIsKept() throws Exception {
    byte[] jpeg = Jpegs.noise(1, 800, 300);
    Answer entry =
        gate.event(
            """
            {"type":"DETECTION","camera_id":1,"camera_name":"Cổng vào A","camera_type":"ENTRY",
             "data":{"plate_text":"29A12345","confidence":0.95,"source":"auto",
             "plate_image":"%s"}}\
            """
                .formatted(Base64.getEncoder().encodeToString(jpeg)));
    assertThat(entry.status()).as(entry.text()).isEqualTo(200);
    JsonObject answer = entry.json();
    assertThat(answer.get("message").getAsString()).isEqualTo("Xe 29A-123.45 VÀO bãi");
    assertThat(answer.get("plate_view").getAsString()).isEqualTo("29A-123.45");
    Map<String, Object> row = row(entry.historyId());
    assertThat(row).containsEntry("status", "IN").containsEntry("plate_id", "29A12345");
    assertThat(row.get("entry_full")).isEqualTo(EdgeClient.sha256(jpeg));
    assertThat(row.get("entry_thumbnail")).isNotNull();
    byte[] stored =
        database
            .jdbi()
            .withHandle(handle ->
                handle
                    .createQuery("SELECT jpeg FROM image WHERE sha256 = :hash")
                    .bind("hash", EdgeClient.sha256(jpeg))
                    .map((r, _) -> r.getBytes(1))
                    .one());
    assertThat(stored).isEqualTo(jpeg);

    Answer exit =
        gate.event(
            """
            {"type":"EXIT","camera_id":2,"camera_name":"Cổng ra","camera_type":"EXIT",
             "data":{"plate_text":"29A-123.45","confidence":0.9,"source":"manual"}}\
            """);
    assertThat(exit.historyId()).isEqualTo(entry.historyId());
    assertThat(exit.json().get("duration").getAsString()).isEqualTo("0 giờ 0 phút");
    assertThat(row(entry.historyId()))
        .containsEntry("status", "OUT")
        .containsEntry("exit_camera_name", "Cổng ra");
  }

  @Test
  void aStayIsOneRowWithTheFeeThatItsEdgeTook() throws Exception {
    UUID stay = EdgeEvents.id(1);
    Answer entry = gate.event(EdgeEvents.entry(EdgeEvents.id(1), MORNING, PLATE, stay));
    Answer exit =
        gate.event(
            EdgeEvents.exit(EdgeEvents.id(2), NOON, PLATE, stay, EdgeEvents.id(1), MORNING, 5000));
    assertThat(exit.json().get("duration").getAsString()).isEqualTo("5 giờ 15 phút");
    assertThat(exit.json().get("entry_time").getAsString()).isEqualTo("2026-11-21T10:30:00+07:00");
    assertThat(exit.json().get("fee").getAsLong()).isEqualTo(5000);
    assertThat(exit.historyId()).isEqualTo(entry.historyId());
    assertThat(row(exit.historyId()))
        .containsEntry("status", "OUT")
        .containsEntry("fee", 5000L)
        .containsEntry("ending", "LEFT")
        .containsEntry("method", "CASH")
        .containsEntry("plate_view", "59P1-684.80");
  }

  @Test
  void aRepetitionGetsTheFirstAnswerAndChangesNothing() throws Exception {
    String event = EdgeEvents.entry(EdgeEvents.id(1), MORNING, PLATE, EdgeEvents.id(1));
    JsonObject first = gate.event(event).json();
    JsonObject second = gate.event(event).json();
    assertThat(second.remove("deduped").getAsBoolean()).isTrue();
    assertThat(second).isEqualTo(first);
    assertThat(count("vehicle")).isEqualTo(1);
    assertThat(count("passage")).isEqualTo(1);
  }

  @Test
  void theSameIdForAnotherEventIsRefused() throws Exception {
    gate.event(EdgeEvents.entry(EdgeEvents.id(1), MORNING, PLATE, EdgeEvents.id(1)));
    Answer other = gate.event(EdgeEvents.entry(EdgeEvents.id(1), NOON, PLATE, EdgeEvents.id(1)));
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.json().get("success").getAsBoolean()).isFalse();
    assertThat(count("passage")).isEqualTo(1);
  }

  @Test
  void anEntryOfWhoIsInsideIsKeptAndSaysSo() throws Exception {
    gate.event(EdgeEvents.entry(EdgeEvents.id(1), MORNING, PLATE, EdgeEvents.id(1)));
    JsonObject again =
        gate.event(EdgeEvents.entry(EdgeEvents.id(2), NOON, PLATE, EdgeEvents.id(2))).json();
    assertThat(again.get("already_inside").getAsBoolean()).isTrue();
    assertThat(again.get("entry_time").getAsString()).isEqualTo("2026-11-21T10:30:00+07:00");
    assertThat(count("vehicle")).isEqualTo(2);
  }

  @Test
  void anExitWithoutEntryIsKeptAndEndsAStayOfAnotherGate() throws Exception {
    EdgeClient other =
        new EdgeClient(
            server.port(), RunningCentral.newGate(RunningCentral.embedded(data), "Cổng B"));
    Answer exit =
        other.event(
            EdgeEvents.exitWithoutEntry(EdgeEvents.id(5), NOON, PLATE, EdgeEvents.id(5), 3000));
    assertThat(exit.json().get("no_entry").getAsBoolean()).isTrue();
    Answer entry = gate.event(EdgeEvents.entry(EdgeEvents.id(1), MORNING, PLATE, EdgeEvents.id(1)));
    assertThat(count("vehicle")).isEqualTo(1);
    assertThat(row(entry.historyId()))
        .containsEntry("status", "OUT")
        .containsEntry("fee", 3000L)
        .containsEntry("exit_event", EdgeEvents.id(5));
  }

  @Test
  void aCorrectionRenamesTheStayAlsoWhenItComesFirst() throws Exception {
    Answer correction =
        gate.event(
            EdgeEvents.correction(EdgeEvents.id(3), NOON, EdgeEvents.id(1), PLATE, "59P168489"));
    assertThat(correction.status()).as(correction.text()).isEqualTo(200);
    Answer entry = gate.event(EdgeEvents.entry(EdgeEvents.id(1), MORNING, PLATE, EdgeEvents.id(1)));
    assertThat(row(entry.historyId()))
        .containsEntry("plate_id", "59P168489")
        .containsEntry("status", "IN");
  }

  @Test
  void aShiftIsKept() throws Exception {
    assertThat(
            gate.event(EdgeEvents.shift(EdgeEvents.id(9), EdgeEvents.id(9), MORNING, NOON))
                .status())
        .isEqualTo(200);
    assertThat(count("shift")).isEqualTo(1);
  }

  @Test
  void aHeartbeatIsKeptOnceACamera() throws Exception {
    String beat =
        """
        {"camera_id":1,"camera_name":"Cổng vào A","camera_type":"ENTRY","status":"online",
         "events_sent":7,"events_failed":1,"health":{"fps":24.5,"backlog":3}}\
        """;
    for (int i = 0; i < 2; i++) {
      assertThat(
              gate.post(
                      "/api/edge/heartbeat", beat.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                  .text())
          .isEqualTo("{\"success\":true}");
    }
    assertThat(count("camera")).isEqualTo(1);
  }

  @Test
  void aPictureIsStoredOnceAndToldToBeThere() throws Exception {
    byte[] jpeg = Jpegs.noise(3, 64, 48);
    String hash = EdgeClient.sha256(jpeg);
    assertThat(gate.head(hash).status()).isEqualTo(404);
    assertThat(gate.put(hash, jpeg).status()).isEqualTo(201);
    assertThat(gate.put(hash, jpeg).status()).isEqualTo(200);
    assertThat(gate.head(hash).status()).isEqualTo(200);
  }
}
