package io.gatehouse.central;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.gatehouse.central.access.Role;
import io.gatehouse.database.Dialect;
import io.gatehouse.support.CentralSite;
import io.gatehouse.support.CentralSite.Asker;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The history, over HTTP, on both databases. */
@ParameterizedClass
@EnumSource(Dialect.class)
class HistoryApiTest {

  @Parameter Dialect dialect;

  private static CentralSite site;
  private static Asker reader;

  @BeforeParameterizedClassInvocation
  static void open(Dialect dialect) throws Exception {
    site = CentralSite.open(dialect);
    reader = site.reader();
  }

  @AfterParameterizedClassInvocation
  static void close() throws Exception {
    site.close();
  }

  @BeforeEach
  void clear() {
    site.clear();
  }

  private JsonObject history(String query) throws Exception {
    HttpResponse<byte[]> response = site.get(reader, "/api/parking/history" + query);
    assertThat(response.statusCode())
        .as(new String(response.body(), StandardCharsets.UTF_8))
        .isEqualTo(200);
    return CentralSite.json(response);
  }

  private List<String> plates(String query) throws Exception {
    return history(query).getAsJsonArray("history").asList().stream()
        .map(row -> row.getAsJsonObject().get("plate_id").getAsString())
        .toList();
  }

  private List<String> search(String text) throws Exception {
    return plates("?search=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
  }

  @Test
  void tellsAStayAsTheSeedNamesIt() throws Exception {
    Instant in = Instant.parse("2026-03-01T20:30:00.123456Z");
    site.vehicle("59P168480")
        .with("plate_view", "59P1-684.80")
        .in(in)
        .out(in.plus(Duration.ofHours(5)), 12_000)
        .with("method", "CASH")
        .store();

    JsonObject page = history("");

    assertThat(page.get("success").getAsBoolean()).isTrue();
    assertThat(page.get("count").getAsInt()).isEqualTo(1);
    assertThat(page.get("total").getAsLong()).isEqualTo(1);
    JsonObject row = page.getAsJsonArray("history").get(0).getAsJsonObject();
    assertThat(row.get("plate_view").getAsString()).isEqualTo("59P1-684.80");
    assertThat(row.get("status").getAsString()).isEqualTo("OUT");
    assertThat(row.get("entry_time").getAsString()).isEqualTo("2026-03-02T03:30:00+07:00");
    assertThat(row.get("exit_time").getAsString()).isEqualTo("2026-03-02T08:30:00+07:00");
    assertThat(row.get("entry_camera_name").getAsString()).isEqualTo("Cổng vào A");
    assertThat(row.get("entry_confidence").getAsDouble()).isEqualTo(0.95);
    assertThat(row.get("duration").getAsString()).isEqualTo("5 giờ 0 phút");
    assertThat(row.get("duration_seconds").getAsLong()).isEqualTo(18_000);
    assertThat(row.get("fee").getAsLong()).isEqualTo(12_000);
    assertThat(row.get("has_entry_image").getAsBoolean()).isFalse();
  }

  @Test
  void newestComesFirstAndPagesDoNotOverlap() throws Exception {
    for (int i = 0; i < 7; i++) {
      site.vehicle("51F0000" + i).in(site.now().minusSeconds(i)).store();
    }

    assertThat(plates("?limit=3")).containsExactly("51F00000", "51F00001", "51F00002");
    assertThat(plates("?limit=3&offset=3")).containsExactly("51F00003", "51F00004", "51F00005");
    assertThat(plates("?limit=3&offset=6")).containsExactly("51F00006");
    assertThat(plates("?limit=3&offset=9")).isEmpty();
    assertThat(history("?limit=3&offset=3").get("total").getAsLong()).isEqualTo(7);
  }

  @Test
  void findsAnyPartOfAPlateHoweverItIsTyped() throws Exception {
    site.vehicle("59P168480").store();
    site.vehicle("30A12345").store();

    assertThat(search("684")).containsExactly("59P168480");
    assertThat(search("p1-684.8")).containsExactly("59P168480");
    assertThat(search("59P168480")).containsExactly("59P168480");
    assertThat(search("8")).containsExactly("59P168480");
    // an O read as 0, a B as 8
    assertThat(search("6B4BO")).containsExactly("59P168480");
    assertThat(search("9999")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "_", "%%", "5%0", "5_P", "\\", "'", "' OR 1=1 --", "\";--", "*"})
  void signsOfTheDatabaseMeanNothing(String typed) throws Exception {
    site.vehicle("59P168480").store();

    JsonObject page = history("?search=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));

    assertThat(page.getAsJsonArray("history")).isEmpty();
    assertThat(page.get("total").getAsLong()).isZero();
  }

  @Test
  void aCorrectedPlateIsFoundByItsNewNameAlone() throws Exception {
    long id = site.vehicle("59P168480").store();
    site.database()
        .jdbi()
        .useHandle(handle ->
            handle.execute(
                "UPDATE vehicle SET plate_id = '59P277777', folded = '59P277777' WHERE id = ?",
                id));

    assertThat(search("68480")).isEmpty();
    assertThat(search("277777")).containsExactly("59P277777");
  }

  @Test
  void aPlateThatWentIsFoundNoMoreAndOneThatCameAgainIs() throws Exception {
    long first = site.vehicle("59P168480").store();
    site.vehicle("59P168480").in(site.now().minusSeconds(60)).store();

    delete(first);
    assertThat(search("68480")).containsExactly("59P168480");

    site.clear();
    assertThat(search("68480")).isEmpty();
    site.vehicle("59P168480").store();
    assertThat(search("68480")).containsExactly("59P168480");
  }

  private static void delete(long id) {
    site.database()
        .jdbi()
        .useHandle(handle -> handle.execute("DELETE FROM vehicle WHERE id = ?", id));
  }

  @Test
  void aCameraIsFoundWhetherItHasFewRowsOrMany() throws Exception {
    site.database()
        .jdbi()
        .useHandle(handle ->
            handle.execute(
                """
                INSERT INTO vehicle (gate_id, plate_id, plate_view, folded, vehicle_kind, status,
                  entry_camera_id, exit_camera_id, last_time, created_at, updated_at)
                SELECT CAST(? AS BIGINT), '51F00001', '51F00001', '51F00001', 'CAR', 'OUT', 7, 8,
                  CAST(? AS TIMESTAMP WITH TIME ZONE), CURRENT_TIMESTAMP, CURRENT_TIMESTAMP
                FROM %s
                """
                    .formatted(
                        dialect == Dialect.H2
                            ? "SYSTEM_RANGE(1, 1200)"
                            : "GENERATE_SERIES(1, 1200)"),
                site.gateId(),
                site.now().minusSeconds(1).atOffset(ZoneOffset.UTC)));
    site.vehicle("30A00009").in(site.now()).with("entry_camera_id", 9).store();

    assertThat(history("?camera=7&limit=1").get("total").getAsLong()).isEqualTo(1_200);
    assertThat(history("?camera=8&limit=1").get("total").getAsLong()).isEqualTo(1_200);
    assertThat(plates("?camera=9")).containsExactly("30A00009");
    assertThat(plates("?camera=9&search=0A0")).containsExactly("30A00009");
    assertThat(plates("?camera=9&status=OUT")).isEmpty();
    assertThat(plates("?camera=9&offset=1")).isEmpty();
    assertThat(history("?camera=999").get("total").getAsLong()).isZero();
    assertThat(history("?gate=999").get("total").getAsLong()).isZero();
  }

  @Test
  void filtersNarrow() throws Exception {
    Instant now = site.now();
    site.vehicle("30A00001").in(now.minus(Duration.ofDays(2))).store();
    site.vehicle("30A00002").in(now.minusSeconds(60)).out(now, 5_000).store();
    site.vehicle("30A00003").with("status", "TURNED_AWAY").in(now.minusSeconds(30)).store();
    site.vehicle("30A00004").out(now.minusSeconds(10), 0).store();

    assertThat(plates("?status=IN")).containsExactly("30A00001");
    assertThat(plates("?in_parking_only=true")).containsExactly("30A00001");
    assertThat(plates("?status=TURNED_AWAY")).containsExactly("30A00003");
    assertThat(plates("?today_only=true")).containsExactly("30A00002", "30A00004", "30A00003");
    assertThat(plates("?entries_only=true")).doesNotContain("30A00004").hasSize(3);
    assertThat(plates("?camera=2")).containsExactly("30A00002", "30A00004");
    assertThat(plates("?search=30A&status=OUT&camera=2&today_only=true")).hasSize(2);
    assertThat(plates("?from=2026-02-28&to=2026-02-28")).containsExactly("30A00001");
    assertThat(plates("?from=2026-03-02T08:00:00%2B07:00")).containsExactly("30A00002");
    assertThat(history("?status=OUT").get("total").getAsLong()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=501",
        "limit=x",
        "offset=-1",
        "status=GONE",
        "from=yesterday",
        "today_only=maybe",
        "camera=A",
        "search=12345678901234567890123456789012345678901"
      })
  void saysWhatIsWrongWithAQuestion(String query) throws Exception {
    HttpResponse<byte[]> response = site.get(reader, "/api/parking/history?" + query);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(CentralSite.json(response).get("error").getAsString())
        .contains("'" + query.substring(0, query.indexOf('=')) + "'");
  }

  @Test
  void tellsWhoIsInside() throws Exception {
    site.vehicle("30A00001").store();
    site.vehicle("30A00002").in(site.now().minusSeconds(9)).out(site.now(), 5_000).store();

    JsonObject state = CentralSite.json(site.get(reader, "/api/parking/state"));

    assertThat(
            state.getAsJsonArray("vehicles_in_parking").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(row -> row.get("plate_id").getAsString()))
        .containsExactly("30A00001");
    JsonObject stats = state.getAsJsonObject("stats");
    assertThat(stats.get("vehicles_in_parking").getAsLong()).isEqualTo(1);
    assertThat(stats.get("entries_today").getAsLong()).isEqualTo(2);
    assertThat(stats.get("exits_today").getAsLong()).isEqualTo(1);
    assertThat(stats.get("revenue_today").getAsLong()).isEqualTo(5_000);
  }

  @Test
  void moneyOfTheDayIsNotForTheStaff() throws Exception {
    site.vehicle("30A00002").in(site.now().minusSeconds(9)).out(site.now(), 5_000).store();

    JsonObject stats =
        CentralSite.json(
                site.get(site.person("Staff of " + dialect, Role.STAFF), "/api/parking/state"))
            .getAsJsonObject("stats");

    assertThat(stats.get("revenue_today").isJsonNull()).isTrue();
  }

  /** 23:30 and 00:30 in Vietnam are the same day in UTC, and two days of the site. */
  @Test
  void aDayBeginsAtMidnightOfTheSite() throws Exception {
    Instant midnight = Instant.parse("2026-03-01T17:00:00Z");
    site.vehicle("30A00001")
        .in(midnight.minus(Duration.ofMinutes(30)))
        .out(midnight.plus(Duration.ofMinutes(30)), 7_000)
        .store();
    site.vehicle("30A00002")
        .in(midnight.minus(Duration.ofMinutes(50)))
        .out(midnight.minusNanos(1_000), 3_000)
        .store();
    site.vehicle("30A00003").in(midnight).store();

    JsonObject stats = CentralSite.json(site.get(reader, "/api/stats?from=2026-03-01"));

    assertThat(stats.get("entries_today").getAsLong()).isEqualTo(1);
    assertThat(stats.get("exits_today").getAsLong()).isEqualTo(1);
    assertThat(stats.get("revenue_today").getAsLong()).isEqualTo(7_000);
    assertThat(stats.getAsJsonObject("by_kind").get("MOTORBIKE").getAsLong()).isEqualTo(1);
    assertThat(stats.getAsJsonArray("by_day").asList().stream().map(JsonElement::toString))
        .containsExactly(
            "{\"day\":\"2026-03-01\",\"entries\":2,\"exits\":1,\"revenue\":3000,\"inside\":2}",
            "{\"day\":\"2026-03-02\",\"entries\":1,\"exits\":1,\"revenue\":7000,\"inside\":2}");
    JsonObject firstHour = stats.getAsJsonArray("by_hour").get(0).getAsJsonObject();
    assertThat(firstHour.get("revenue").getAsLong()).isEqualTo(7_000);
    assertThat(firstHour.get("entries").getAsLong()).isEqualTo(1);
  }

  @Test
  void aRowIsToldWithItsPassagesAndCorrections() throws Exception {
    long id = site.vehicle("59P168480").store();
    site.database()
        .jdbi()
        .useHandle(handle -> {
          handle.execute(
              """
              INSERT INTO passage (gate_id, event_id, vehicle_id, direction, captured_at, data)
              SELECT gate_id, entry_event, id, 'IN', entry_time, '{"outcome":"CONFIRMED"}'
              FROM vehicle WHERE id = ?
              """,
              id);
          handle.execute(
              """
              INSERT INTO correction (gate_id, event_id, passage_id, vehicle_id, plate_before,
                plate_id, plate_view, corrected_by, corrected_at)
              SELECT gate_id, stay_id, entry_event, id, '59P168488', plate_id, plate_view, 'Lan',
                entry_time FROM vehicle WHERE id = ?
              """,
              id);
        });

    JsonObject entry = CentralSite.json(site.get(reader, "/api/parking/history/" + id));

    JsonObject passage = entry.getAsJsonArray("passages").get(0).getAsJsonObject();
    assertThat(passage.getAsJsonObject("data").get("outcome").getAsString()).isEqualTo("CONFIRMED");
    assertThat(entry.getAsJsonArray("corrections").get(0).getAsJsonObject().get("plate_before"))
        .hasToString("\"59P168488\"");
    assertThat(site.get(reader, "/api/parking/history/999999").statusCode()).isEqualTo(404);
    assertThat(site.get(reader, "/api/parking/history/1'--").statusCode()).isEqualTo(404);
  }
}
