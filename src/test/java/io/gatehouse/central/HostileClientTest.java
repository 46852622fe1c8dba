package io.gatehouse.central;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gatehouse.central.access.Tokens;
import io.gatehouse.central.store.CentralDatabase;
import io.gatehouse.common.TimeSource;
import io.gatehouse.support.EdgeClient;
import io.gatehouse.support.EdgeClient.Answer;
import io.gatehouse.support.EdgeEvents;
import io.gatehouse.support.Jpegs;
import io.gatehouse.support.RunningCentral;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever means harm, or is broken: refused with a clear word, and nothing is kept. */
class HostileClientTest {

  private static final Instant AT = Instant.parse("2026-11-21T03:30:00Z");

  @TempDir private Path data;
  private CentralOptions options;
  private CentralServer server;
  private CentralDatabase database;
  private EdgeClient gate;

  @BeforeEach
  void start() throws Exception {
    options = RunningCentral.embedded(data);
    server = RunningCentral.start(options, TimeSource.system());
    database = RunningCentral.database(options);
    gate = new EdgeClient(server.port(), RunningCentral.newGate(options, "A"));
  }

  @AfterEach
  void stop() {
    assertThat(count("image")).isZero();
    database.close();
    server.close();
  }

  private long count(String table) {
    return database
        .jdbi()
        .withHandle(
            handle -> handle.createQuery("SELECT COUNT(*) FROM " + table).mapTo(Long.class).one());
  }

  @Test
  void aPictureUnderAnotherHashIsRefused() throws Exception {
    byte[] jpeg = Jpegs.noise(1, 32, 32);
    assertThat(gate.put(EdgeClient.sha256(new byte[] {1}), jpeg))
        .isEqualTo(
            new Answer(
                400,
                "{\"success\":false,\"error\":\"the bytes have another SHA-256 than the address says\"}"));
  }

  @Test
  void whatIsNoJpegIsRefused() throws Exception {
    for (byte[] file :
        List.of(
            "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8),
            new byte[0],
            new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF},
            new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10})) {
      assertThat(gate.put(EdgeClient.sha256(file), file).status()).isEqualTo(400);
    }
  }

  @Test
  void aHeaderThatPromisesAHugePictureIsRefused() throws Exception {
    byte[] jpeg = Jpegs.noise(1, 32, 32);
    int frame = 2;
    while ((jpeg[frame + 1] & 0xFF) != 0xC0) {
      frame += 2 + (((jpeg[frame + 2] & 0xFF) << 8) | (jpeg[frame + 3] & 0xFF));
    }
    for (int i = 5; i < 9; i++) {
      jpeg[frame + i] = (byte) 0xFF;
    }
    assertThat(gate.put(EdgeClient.sha256(jpeg), jpeg).status()).isEqualTo(400);
    String event =
        """
        {"type":"ENTRY","camera_id":1,"data":{"plate_text":"29A12345","plate_image":"%s"}}\
        """
            .formatted(Base64.getEncoder().encodeToString(jpeg));
    assertThat(gate.event(event).text()).contains("no JPEG of a sane size");
    assertThat(count("vehicle")).isZero();
  }

  @Test
  void bodiesThatAreTooLargeAreRefusedBeforeTheyAreRead() throws Exception {
    byte[] large = new byte[10_000_000];
    assertThat(gate.put(EdgeClient.sha256(large), large).status()).isEqualTo(413);
    assertThat(gate.post("/api/edge/event", large).status()).isEqualTo(413);
  }

  @Test
  void brokenJsonIsRefusedWithAWord() throws Exception {
    for (String body :
        List.of(
            "",
            "null",
            "[]",
            "{",
            "{\"type\":\"ENTRY\"",
            "{type:'ENTRY'}",
            "{\"type\":\"ENTRY\"} x",
            "[".repeat(100_000),
            "{\"type\":\"ENTRY\"}",
            "{\"type\":\"DROP\",\"data\":{}}",
            "{\"type\":\"ENTRY\",\"data\":{\"plate_text\":7}}",
            "{\"type\":\"ENTRY\",\"data\":{\"plate_text\":\"A\\u0000B\"}}",
            "{\"type\":\"ENTRY\",\"data\":{\"plate_text\":\"29A12345\",\"confidence\":1e999}}",
            "{\"type\":\"ENTRY\",\"camera_id\":1e999999999,\"data\":{\"plate_text\":\"29A12345\"}}",
            "{\"type\":\"ENTRY\",\"timestamp\":\"yesterday\",\"data\":{\"plate_text\":\"29A12345\"}}",
            "{\"type\":\"ENTRY\",\"event_id\":\"1-1-1-1-1\",\"data\":{\"plate_text\":\"29A12345\"}}",
            "{\"type\":\"ENTRY\",\"data\":{\"plate_text\":\"29A12345\",\"images\":{\"full\":\"../../etc/passwd\"}}}")) {
      Answer answer = gate.event(body);
      assertThat(answer.status()).as(body.substring(0, Math.min(80, body.length()))).isEqualTo(400);
      assertThat(answer.json().get("error").getAsString()).isNotBlank();
    }
    assertThat(gate.post("/api/edge/event", new byte[] {'{', (byte) 0xC3, '}'}).text())
        .contains("not in UTF-8");
    assertThat(gate.post("/api/edge/heartbeat", new byte[] {'{', '}'}).text())
        .contains("camera_id is missing");
    assertThat(gate.event(EdgeEvents.turnedAway(EdgeEvents.id(1), AT, "29A12345")).status())
        .as("and the next event is taken")
        .isEqualTo(200);
  }

  @Test
  void sqlInAPlateIsOnlyAPlate() throws Exception {
    Answer answer =
        gate.event(
            """
            {"type":"ENTRY","camera_id":1,"camera_name":"'; DROP TABLE vehicle; --",
             "data":{"plate_text":"29A'; DROP TABLE vehicle;--","plate_view":"' OR 1=1 --"}}\
            """);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    Map<String, Object> row =
        database
            .jdbi()
            .withHandle(handle -> handle.createQuery("SELECT * FROM vehicle").mapToMap().one());
    assertThat(row)
        .containsEntry("plate_id", "29ADROPTABLEVEHICLE")
        .containsEntry("plate_view", "' OR 1=1 --")
        .containsEntry("entry_camera_name", "'; DROP TABLE vehicle; --");
  }

  @Test
  void pathTricksFindNothing() throws Exception {
    for (String path :
        List.of(
            "/api/images/../../etc/passwd",
            "/api/images/..%2f..%2fetc%2fpasswd",
            "/api/images/%2e%2e/secret",
            "/api/images/" + "A".repeat(64),
            "//api/edge/event;x=/healthz")) {
      assertThat(raw("GET", path)).as(path).isNotEqualTo(200);
    }
  }

  private int raw(String method, String path) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket
          .getOutputStream()
          .write(
              "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                  .formatted(method, path)
                  .getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      return Integer.parseInt(
          new String(in.readNBytes(12), StandardCharsets.US_ASCII).substring(9));
    }
  }

  @Test
  void theStayOfAnotherGateIsOutOfReach() throws Exception {
    EdgeClient other = new EdgeClient(server.port(), RunningCentral.newGate(options, "B"));
    gate.event(EdgeEvents.entry(EdgeEvents.id(1), AT, "59P168480", EdgeEvents.id(1)));
    other.event(
        EdgeEvents.correction(EdgeEvents.id(2), AT, EdgeEvents.id(1), "59P168480", "29A12345"));
    other.event(
        EdgeEvents.exit(
            EdgeEvents.id(3),
            AT.plusSeconds(60),
            "51F12345",
            EdgeEvents.id(1),
            EdgeEvents.id(1),
            AT,
            1));
    assertThat(other.event(EdgeEvents.turnedAway(EdgeEvents.id(1), AT, "29A12345")).status())
        .as("the ids of one gate are none of another's")
        .isEqualTo(200);
    Map<String, Object> row =
        database
            .jdbi()
            .withHandle(handle ->
                handle
                    .createQuery("SELECT plate_id, status FROM vehicle WHERE gate_id = 1")
                    .mapToMap()
                    .one());
    assertThat(row).containsEntry("plate_id", "59P168480").containsEntry("status", "IN");
  }

  @Test
  void withoutATokenThatWorksNothingIsTaken() throws Exception {
    String event = EdgeEvents.turnedAway(EdgeEvents.id(1), AT, "29A12345");
    assertThat(new EdgeClient(server.port(), "").event(event).status()).isEqualTo(401);
    assertThat(new EdgeClient(server.port(), "guessed").event(event).status()).isEqualTo(401);
    String token = RunningCentral.newGate(options, "C");
    EdgeClient revoked = new EdgeClient(server.port(), token);
    assertThat(revoked.event(event).status()).isEqualTo(200);
    Tokens tokens = new Tokens(database, TimeSource.system());
    assertThat(tokens.revoke(tokens.all().getFirst().id())).isTrue();
    // by another process, as it were: the server may hold what it found for a moment
    await().until(() -> revoked.event(event).status() == 401);
    String reader = tokens.createForReader("office", "test");
    assertThat(new EdgeClient(server.port(), reader).event(event).status()).isEqualTo(403);
  }
}
