package io.gatehouse.central;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.gatehouse.central.access.Role;
import io.gatehouse.central.access.TestPeople;
import io.gatehouse.database.Dialect;
import io.gatehouse.support.CentralSite;
import io.gatehouse.support.CentralSite.Asker;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is let in, and to what, over HTTP, on both databases. */
@ParameterizedClass
@EnumSource(Dialect.class)
class AccessTest {

  private static final Set<String> OPEN =
      Set.of("GET /healthz", "POST /api/session", "POST /api/edge/enrol");

  @Parameter Dialect dialect;

  private static CentralSite site;
  private static Asker owner;

  @BeforeParameterizedClassInvocation
  static void open(Dialect dialect) throws Exception {
    site = CentralSite.open(dialect);
    owner = site.person("Bà Hoa", Role.OWNER);
  }

  @AfterParameterizedClassInvocation
  static void close() throws Exception {
    site.close();
  }

  private Stream<String> routes() {
    return Routes.of(site.server());
  }

  private int status(Asker asker, String route) throws Exception {
    String[] parts = route.split(" ");
    String path = parts[1].replaceAll("\\{[a-z0-9]+}", "1");
    return site.send(asker, parts[0], path, "").statusCode();
  }

  @Test
  void nothingAnswersWithoutATokenOrASession() throws Exception {
    List<String> routes = routes().filter(route -> !OPEN.contains(route)).toList();

    assertThat(routes).hasSizeGreaterThan(20);
    for (String route : routes) {
      assertThat(status(Asker.NOBODY, route)).as(route).isEqualTo(401);
      assertThat(status(CentralSite.bearer("guessed"), route)).as(route).isEqualTo(401);
      assertThat(status(new Asker(List.of("Cookie", "gatehouse_session=guessed")), route))
          .as(route)
          .isEqualTo(401);
    }
    assertThat(site.get(Asker.NOBODY, "/api/there/is/no/such").statusCode()).isEqualTo(401);
    assertThat(site.get(Asker.NOBODY, "/healthz").statusCode()).isEqualTo(200);
    assertThat(site.send(Asker.NOBODY, "HEAD", "/healthz", "").statusCode()).isEqualTo(200);
    assertThat(site.send(Asker.NOBODY, "HEAD", "/api/parking/history", "").statusCode())
        .isEqualTo(401);
  }

  @Test
  void aBrowserWithoutASessionIsLedToTheSignInPage() throws Exception {
    HttpResponse<byte[]> response = site.get(Asker.NOBODY, "/", "Accept", "text/html");

    assertThat(response.statusCode()).isEqualTo(303);
    assertThat(response.headers().firstValue("Location")).hasValue("/signin");
  }

  @Test
  void eachRoleReachesWhatItMayAndNothingElse() throws Exception {
    Asker staff = site.person("Anh Tú", Role.STAFF);
    Asker auditor = site.person("Chị Mai", Role.AUDITOR);
    Asker gate = site.gate();
    Asker reader = site.reader();
    List<String> read =
        List.of("/api/parking/history", "/api/parking/state", "/api/cameras", "/openapi.yaml");
    List<String> figures = List.of("/api/stats", "/api/shifts");
    List<String> administration = List.of("/api/gates", "/api/tokens", "/api/users", "/api/audit");

    may(owner, read, figures, administration);
    may(auditor, read, figures, administration);
    may(reader, read, figures);
    mayNot(reader, administration);
    may(staff, read);
    mayNot(staff, figures, administration);
    mayNot(gate, read, figures, administration);
    for (Asker other : List.of(staff, auditor, gate, reader)) {
      for (String route : routes().filter(route -> changes(route)).toList()) {
        assertThat(status(other, route)).as(route).isEqualTo(403);
      }
    }
  }

  /**
   * Changes that are the owner's: all but what one does with the own session, what gates tell, and
   * having a picture read.
   */
  private static boolean changes(String route) {
    return !route.startsWith("GET ")
        && !route.contains("/api/session")
        && !route.contains("/api/edge/")
        && !route.contains("/api/images/")
        && !route.contains("/v1/plate-reader");
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // the array goes no farther than the stream
  private void may(Asker asker, List<String>... paths) throws Exception {
    for (String path : Stream.of(paths).flatMap(List::stream).toList()) {
      assertThat(site.get(asker, path).statusCode()).as(path).isEqualTo(200);
    }
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // the array goes no farther than the stream
  private void mayNot(Asker asker, List<String>... paths) throws Exception {
    for (String path : Stream.of(paths).flatMap(List::stream).toList()) {
      assertThat(site.get(asker, path).statusCode()).as(path).isEqualTo(403);
    }
  }

  @Test
  void aChangeNeedsTheTokenThatOtherSitesDoNotKnow() throws Exception {
    TestPeople.SignedIn person =
        TestPeople.signIn(site.database(), site.time(), "Ông Ba", Role.OWNER);
    Asker without = new Asker(List.of("Cookie", person.cookie()));
    Asker wrong = new Asker(List.of("Cookie", person.cookie(), "X-CSRF-Token", "guessed"));
    String body = "{\"name\":\"Gate X\"}";

    assertThat(site.send(without, "POST", "/api/gates", body).statusCode()).isEqualTo(403);
    assertThat(site.send(wrong, "POST", "/api/gates", body).statusCode()).isEqualTo(403);
    assertThat(site.send(without, "DELETE", "/api/session", "").statusCode()).isEqualTo(403);
    assertThat(site.get(without, "/api/gates").statusCode()).isEqualTo(200);
    assertThat(site.send(CentralSite.asker(person), "POST", "/api/gates", body).statusCode())
        .isEqualTo(201);
  }

  @Test
  void signsInWithTheOneTimePasswordWhichMustBeChanged() throws Exception {
    JsonObject added =
        CentralSite.json(
            site.send(owner, "POST", "/api/users", "{\"name\":\"Lê Văn An\",\"role\":\"STAFF\"}"));
    String oneTime = added.get("password").getAsString();

    HttpResponse<byte[]> in = signIn("lê văn an ", oneTime);
    JsonObject session = CentralSite.json(in);
    String cookie = in.headers().firstValue("Set-Cookie").orElseThrow();
    Asker asker = asker(cookie, session);

    assertThat(in.statusCode()).isEqualTo(200);
    assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/").doesNotContain("Secure");
    assertThat(session.get("must_change_password").getAsBoolean()).isTrue();
    assertThat(site.get(asker, "/api/parking/history").statusCode()).isEqualTo(403);
    assertThat(change(asker, oneTime, "short")).isEqualTo(400);
    assertThat(change(asker, oneTime, "Lê Văn An 2026")).isEqualTo(400);
    assertThat(change(asker, "another one", "một mật khẩu dài")).isEqualTo(403);
    assertThat(change(asker, oneTime, "một mật khẩu dài")).isEqualTo(200);
    assertThat(site.get(asker, "/api/parking/history").statusCode()).isEqualTo(401);
    assertThat(signIn("Lê Văn An", oneTime).statusCode()).isEqualTo(401);
    HttpResponse<byte[]> again = signIn("Lê Văn An", "một mật khẩu dài");
    assertThat(
            site.get(
                    asker(
                        again.headers().firstValue("Set-Cookie").orElseThrow(),
                        CentralSite.json(again)),
                    "/api/parking/history")
                .statusCode())
        .isEqualTo(200);
  }

  private int change(Asker asker, String before, String password) throws Exception {
    JsonObject body = new JsonObject();
    body.addProperty("before", before);
    body.addProperty("password", password);
    return site.send(asker, "PUT", "/api/session/password", body.toString()).statusCode();
  }

  private HttpResponse<byte[]> signIn(String name, String password) throws Exception {
    JsonObject body = new JsonObject();
    body.addProperty("name", name);
    body.addProperty("password", password);
    return site.send(Asker.NOBODY, "POST", "/api/session", body.toString());
  }

  private static Asker asker(String cookie, JsonObject session) {
    return new Asker(
        List.of(
            "Cookie",
            cookie.substring(0, cookie.indexOf(';')),
            "X-CSRF-Token",
            session.get("csrf_token").getAsString()));
  }

  @Test
  void guessingIsSlowedDownAndTheRightPasswordMustWaitToo() throws Exception {
    TestPeople.signIn(site.database(), site.time(), "Guessed", Role.STAFF);

    for (int i = 0; i < 5; i++) {
      assertThat(signIn("Guessed", "wrong " + i).statusCode()).isEqualTo(401);
    }
    HttpResponse<byte[]> refused = signIn("GUESSED", "pass word of STAFF");

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("30");
    site.time().advance(Duration.ofSeconds(31));
    assertThat(signIn("Guessed", "pass word of STAFF").statusCode()).isEqualTo(200);
    assertThat(signIn("Guessed", "wrong again").statusCode()).isEqualTo(401);
  }

  @Test
  void aSessionEndsWhenItIsSaidAndAfterHalfADayWithoutARequest() throws Exception {
    TestPeople.SignedIn here =
        TestPeople.signIn(site.database(), site.time(), "Somebody", Role.STAFF);
    Asker there = CentralSite.asker(TestPeople.again(site.database(), site.time(), here));
    Asker phone = CentralSite.asker(TestPeople.again(site.database(), site.time(), here));

    assertThat(site.send(CentralSite.asker(here), "DELETE", "/api/session", "").statusCode())
        .isEqualTo(200);
    assertThat(site.get(CentralSite.asker(here), "/api/session").statusCode()).isEqualTo(401);
    assertThat(site.get(there, "/api/session").statusCode()).isEqualTo(200);
    site.time().advance(Duration.ofHours(8));
    assertThat(site.get(there, "/api/session").statusCode()).isEqualTo(200);
    site.time().advance(Duration.ofHours(8));
    assertThat(site.get(there, "/api/session").statusCode()).isEqualTo(200);
    assertThat(site.get(phone, "/api/session").statusCode()).isEqualTo(401);
    Asker other = CentralSite.asker(TestPeople.again(site.database(), site.time(), here));
    assertThat(site.send(there, "DELETE", "/api/sessions", "").statusCode()).isEqualTo(200);
    assertThat(site.get(other, "/api/session").statusCode()).isEqualTo(401);
    owner = site.person("Bà Hoa " + site.now(), Role.OWNER);
  }

  @Test
  void aTokenIsShownOnceAndWorksUntilItIsTakenBack() throws Exception {
    JsonObject made =
        CentralSite.json(site.send(owner, "POST", "/api/tokens", "{\"name\":\"Excel\"}"));
    Asker excel = CentralSite.bearer(made.get("token").getAsString());
    assertThat(site.get(excel, "/api/parking/history").statusCode()).isEqualTo(200);
    String listed = new String(site.get(owner, "/api/tokens").body(), StandardCharsets.UTF_8);
    assertThat(listed).contains("Excel").doesNotContain(made.get("token").getAsString());
    long id =
        CentralSite.json(site.get(owner, "/api/tokens")).getAsJsonArray("tokens").asList().stream()
            .map(token -> token.getAsJsonObject())
            .filter(token -> token.get("name").getAsString().equals("Excel"))
            .findFirst()
            .orElseThrow()
            .get("id")
            .getAsLong();

    assertThat(site.send(owner, "DELETE", "/api/tokens/" + id, "").statusCode()).isEqualTo(200);

    assertThat(site.get(excel, "/api/parking/history").statusCode()).isEqualTo(401);
    assertThat(site.send(owner, "DELETE", "/api/tokens/" + id, "").statusCode()).isEqualTo(404);
  }

  @Test
  void theLastOwnerCannotLeave() throws Exception {
    site.database()
        .jdbi()
        .useHandle(handle ->
            handle.execute("UPDATE user_account SET active = FALSE WHERE role = 'OWNER'"));
    TestPeople.SignedIn last =
        TestPeople.signIn(site.database(), site.time(), "Last " + dialect, Role.OWNER);
    owner = CentralSite.asker(last);

    HttpResponse<byte[]> refused =
        site.send(owner, "PUT", "/api/users/" + last.id(), "{\"role\":\"STAFF\"}");

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(site.get(owner, "/api/users").statusCode()).isEqualTo(200);
  }

  @Test
  void whoIsTakenTheAccessIsOutAtOnce() throws Exception {
    TestPeople.SignedIn staff =
        TestPeople.signIn(site.database(), site.time(), "Leaving", Role.STAFF);

    site.send(owner, "PUT", "/api/users/" + staff.id(), "{\"active\":false}");

    assertThat(site.get(CentralSite.asker(staff), "/api/session").statusCode()).isEqualTo(401);
  }

  @Test
  void looksAndChangesAreInTheAuditTrail() throws Exception {
    long id = site.vehicle("59P168480").picture("entry_full", new byte[] {1}).store();
    Asker staff = site.person("Curious", Role.STAFF);
    site.get(staff, "/api/parking/history?search=59P1-684");
    site.get(staff, "/api/parking/history/" + id);
    site.get(staff, "/api/plate-image/" + id);
    site.get(staff, "/api/plate-image/" + id);
    site.send(owner, "POST", "/api/gates", "{\"name\":\"Cổng sau\"}");

    org.awaitility.Awaitility.await()
        .untilAsserted(() ->
            assertThat(audit(""))
                .contains(
                    "Curious SEARCH null 59P1684",
                    "Curious VIEW 59P168480 ",
                    "Curious PICTURE 59P168480 full"));
    assertThat(audit("?search=59p1-684.80")).containsOnlyOnce("Curious PICTURE 59P168480 full");
    assertThat(audit("").stream().filter(row -> row.contains("GATE_ADDED null Cổng sau")))
        .hasSize(1);
  }

  private List<String> audit(String query) throws Exception {
    return CentralSite.json(site.get(owner, "/api/audit" + query))
        .getAsJsonArray("audit")
        .asList()
        .stream()
        .map(row -> row.getAsJsonObject())
        .map(row ->
            "%s %s %s %s"
                .formatted(
                    row.get("who").getAsString(),
                    row.get("action").getAsString(),
                    row.get("plate_id").isJsonNull() ? null : row.get("plate_id").getAsString(),
                    row.get("details").getAsString()))
        .toList();
  }

  @Test
  void browsersAreToldToRunNothingElse() throws Exception {
    HttpResponse<byte[]> response = site.get(owner, "/api/parking/history");

    assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(site.get(owner, "/api/session", "Origin", "https://evil.example").headers().map())
        .doesNotContainKey("access-control-allow-origin");
  }
}
