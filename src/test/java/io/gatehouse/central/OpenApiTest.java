package io.gatehouse.central;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.gatehouse.central.access.Role;
import io.gatehouse.database.Dialect;
import io.gatehouse.support.CentralSite;
import io.gatehouse.support.CentralSite.Asker;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The description of the interface tells what the server does. */
class OpenApiTest {

  private static CentralSite site;
  private static Asker owner;
  private static OpenApi api;

  @BeforeAll
  static void open() throws Exception {
    site = CentralSite.open(Dialect.H2);
    owner = site.person("Bà Hoa", Role.OWNER);
    api = OpenApi.read();
    Instant now = site.now();
    site.vehicle("30A12345").in(now.minusSeconds(60)).store();
    site.vehicle("59P168480")
        .in(now.minusSeconds(7_200))
        .out(now, 5_000)
        .picture("entry_full", new byte[] {1, 2, 3})
        .store();
    site.database()
        .jdbi()
        .useHandle(handle -> {
          handle.execute(
              """
              INSERT INTO passage (gate_id, event_id, vehicle_id, direction, captured_at, data)
              SELECT gate_id, entry_event, id, 'IN', entry_time, '{"source":"auto"}' FROM vehicle
              """);
          handle.execute(
              """
              INSERT INTO camera (gate_id, camera_id, name, type, status, last_heartbeat, events_sent,
                events_failed, health, created_at, updated_at)
              VALUES (?, 1, 'Cổng vào A', 'ENTRY', 'online', ?, 12, 0, '{"fps":25}', ?, ?)
              """,
              site.gateId(),
              now.atOffset(java.time.ZoneOffset.UTC),
              now.atOffset(java.time.ZoneOffset.UTC),
              now.atOffset(java.time.ZoneOffset.UTC));
          handle.execute(
              """
              INSERT INTO shift (gate_id, shift_id, guard, began_at, ended_at, cash, counted, data)
              VALUES (?, ?, 'Lan', ?, ?, 100000, 90000, '{"vehicles_in":12,"remark":""}')
              """,
              site.gateId(),
              UUID.randomUUID(),
              now.minusSeconds(9_000).atOffset(java.time.ZoneOffset.UTC),
              now.atOffset(java.time.ZoneOffset.UTC));
        });
  }

  @AfterAll
  static void close() throws Exception {
    site.close();
  }

  @Test
  void pathsAndRoutesAreTheSameSet() {
    assertThat(Routes.of(site.server()).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(api.routes());
  }

  @Test
  void whatIsMarkedOpenIsOpenAndNothingElse() {
    assertThat(api.routes().stream().filter(api::isOpen))
        .containsExactlyInAnyOrder("GET /healthz", "POST /api/session", "POST /api/edge/enrol");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/parking/history, /api/parking/history?limit=10",
    "/api/parking/history/{id}, /api/parking/history/1",
    "/api/parking/state, /api/parking/state",
    "/api/stats, /api/stats",
    "/api/cameras, /api/cameras",
    "/api/shifts, /api/shifts",
    "/api/session, /api/session",
    "/api/gates, /api/gates",
    "/api/tokens, /api/tokens",
    "/api/users, /api/users",
    "/api/audit, /api/audit",
    "/api/retention, /api/retention",
    "/api/parking/history/{id}, /api/parking/history/999999",
    "/api/parking/history, /api/parking/history?limit=0",
    "/api/plate-image/{id}, /api/plate-image/1",
    "/v1/statistics/, /v1/statistics/",
    "/info/, /info/",
  })
  void answersAreAsDescribed(String path, String asked) throws Exception {
    HttpResponse<byte[]> response = site.get(owner, asked);

    assertThat(api.faults("GET " + path, response.statusCode(), CentralSite.json(response)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST|/api/gates|/api/gates|{\"name\":\"Cổng sau\"}|201",
        "POST|/api/gates/{id}/token|/api/gates/1/token||201",
        "POST|/api/tokens|/api/tokens|{\"name\":\"Excel\"}|201",
        "POST|/api/tokens|/api/tokens|{}|400",
        "POST|/api/tokens|/api/tokens|[|400",
        "DELETE|/api/tokens/{id}|/api/tokens/1||200",
        "DELETE|/api/tokens/{id}|/api/tokens/999||404",
        "POST|/api/enrolments|/api/enrolments|{\"gate_name\":\"Cổng C\"}|201",
        "POST|/api/users|/api/users|{\"name\":\"Tú\",\"role\":\"STAFF\"}|201",
        "POST|/api/users|/api/users|{\"name\":\"Bà Hoa\",\"role\":\"STAFF\"}|409",
        "POST|/api/users|/api/users|{\"name\":\"Ai\",\"role\":\"GOD\"}|400",
        "PUT|/api/users/{id}|/api/users/2|{\"reset_password\":false}|200",
        "PUT|/api/users/{id}|/api/users/999|{}|404",
        "PUT|/api/retention|/api/retention|{\"picture_days\":30,\"row_days\":365}|200",
        "PUT|/api/retention|/api/retention|{\"picture_days\":-1,\"row_days\":365}|400",
        "DELETE|/api/plates/{plate}|/api/plates/30A12345||409",
        "DELETE|/api/plates/{plate}|/api/plates/30A99999||404",
        "POST|/v1/plate-reader/|/v1/plate-reader/|{}|503",
        "POST|/api/session|/api/session|{\"name\":\"x\",\"password\":\"y\"}|401",
      })
  void changesAreAnsweredAsDescribed(
      String method, String path, String asked, String body, int status) throws Exception {
    HttpResponse<byte[]> response = site.send(owner, method, asked, body == null ? "" : body);

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(api.faults(method + " " + path, status, CentralSite.json(response))).isEmpty();
  }

  @Test
  void everyMemberOfARowIsDescribed() throws Exception {
    JsonObject row =
        CentralSite.json(site.get(owner, "/api/parking/history"))
            .getAsJsonArray("history")
            .get(0)
            .getAsJsonObject();
    JsonObject camera =
        CentralSite.json(site.get(owner, "/api/cameras"))
            .getAsJsonArray("cameras")
            .get(0)
            .getAsJsonObject();

    assertThat(api.undescribed("Vehicle", row)).isEmpty();
    assertThat(api.undescribed("Camera", camera)).isEmpty();
  }

  @Test
  void theCheckSeesWhatIsWrong() throws Exception {
    JsonObject page = CentralSite.json(site.get(owner, "/api/parking/history"));
    page.getAsJsonArray("history").get(0).getAsJsonObject().addProperty("status", "GONE");
    page.remove("total");

    assertThat(api.faults("GET /api/parking/history", 200, page))
        .isEqualTo(
            List.of(
                "GET /api/parking/history has no total",
                "GET /api/parking/history.history[0].status is none of [\"IN\",\"OUT\",\"TURNED_AWAY\"]"));
  }

  @Test
  void theServerTellsItsDescription() throws Exception {
    assertThat(
            new String(
                site.get(owner, "/openapi.yaml").body(), java.nio.charset.StandardCharsets.UTF_8))
        .startsWith("openapi: 3.1.0");
  }
}
