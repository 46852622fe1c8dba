package io.gatehouse.central.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.gatehouse.central.common.Json;
import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.UnauthorizedResponse;
import io.javalin.http.sse.SseClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A central that answers as the real one does, from rows in memory, so that a test can say what
 * comes and when. It serves the page's real files under the page's real content policy.
 */
public final class FakeCentral implements AutoCloseable {

  /** As decision 0014 has it. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src"
          + " 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri"
          + " 'none'";

  static final String PASSWORD = "mot-lan-thoi";

  private final List<JsonObject> rows = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final ConcurrentLinkedQueue<SseClient> listeners = new ConcurrentLinkedQueue<>();
  private final Map<String, JsonObject> answers = new ConcurrentHashMap<>();
  private final Map<String, JsonArray> corrections = new ConcurrentHashMap<>();
  private final PlatePictures pictures;
  private final Javalin web;
  private volatile boolean signedIn;
  private volatile boolean mustChange;
  private volatile String role = "OWNER";

  public FakeCentral(PlatePictures pictures) {
    this.pictures = pictures;
    web =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.jsonMapper(new Json());
                  register(config.routes);
                })
            .start("127.0.0.1", 0);
  }

  private void register(RoutesConfig routes) {
    routes.before(context -> {
      context.header("Content-Security-Policy", POLICY);
      requests.add(context.method() + " " + context.path());
      if (context.path().startsWith("/api/")
          && !context.path().equals("/api/session")
          && !signedIn) {
        throw new UnauthorizedResponse("signed out");
      }
    });
    routes.exception(
        HttpResponseException.class,
        (e, context) ->
            context.status(e.getStatus()).json(Json.refusal(String.valueOf(e.getMessage()))));
    new PageFiles(context -> signedIn).register(routes);
    routes.post("/api/session", this::signIn);
    routes.get("/api/session", this::session);
    routes.delete(
        "/api/session",
        context -> {
          signedIn = false;
          context.json(new JsonObject());
        });
    routes.put("/api/session/password", this::changePassword);
    routes.get("/api/parking/history", this::history);
    routes.get("/api/parking/history/{id}", this::entry);
    routes.get("/api/parking/state", this::state);
    routes.get("/api/plate-image/{id}", this::picture);
    routes.sse(
        "/api/live",
        client -> {
          client.keepAlive();
          client.onClose(() -> listeners.remove(client));
          listeners.add(client);
        });
    for (String path :
        List.of("stats", "cameras", "shifts", "gates", "tokens", "users", "audit", "retention")) {
      routes.get("/api/" + path, context -> context.json(answers.get(context.path())));
    }
    routes.post("/api/enrolments", this::told);
    routes.delete("/api/tokens/{id}", context -> context.json(new JsonObject()));
    routes.delete(
        "/api/plates/{plate}",
        context -> {
          throw new ConflictResponse("the vehicle is inside");
        });
  }

  private void told(Context context) {
    if (!"the-token".equals(context.header("X-CSRF-Token"))) {
      throw new ForbiddenResponse("no CSRF token");
    }
    context.status(HttpStatus.CREATED).json(answers.get(context.path()));
  }

  private void signIn(Context context) {
    JsonObject told = JsonParser.parseString(context.body()).getAsJsonObject();
    if (!PASSWORD.equals(told.get("password").getAsString())) {
      throw new UnauthorizedResponse("wrong");
    }
    signedIn = true;
    session(context);
  }

  private void changePassword(Context context) {
    JsonObject told = JsonParser.parseString(context.body()).getAsJsonObject();
    if (!PASSWORD.equals(told.get("before").getAsString())) {
      throw new BadRequestResponse("the old password is wrong");
    }
    mustChange = false;
    session(context);
  }

  private void session(Context context) {
    if (!signedIn) {
      throw new UnauthorizedResponse("signed out");
    }
    JsonObject answer = new JsonObject();
    answer.addProperty("success", true);
    answer.addProperty("name", "Chị Lan");
    answer.addProperty("role", role);
    answer.addProperty("csrf_token", "the-token");
    answer.addProperty("must_change_password", mustChange);
    answer.addProperty("zone", "Asia/Ho_Chi_Minh");
    context.json(answer);
  }

  private void history(Context context) {
    String search = SiteRows.folded(context.queryParam("search") + "").replace("NULL", "");
    String status = context.queryParam("status");
    List<JsonObject> found =
        rows.stream()
            .filter(row -> row.get("plate_id").getAsString().contains(search))
            .filter(row -> status == null || row.get("status").getAsString().equals(status))
            .toList();
    int offset = context.queryParamAsClass("offset", Integer.class).getOrDefault(0);
    int limit = context.queryParamAsClass("limit", Integer.class).getOrDefault(50);
    JsonArray page = new JsonArray();
    found.stream().skip(offset).limit(limit).forEach(page::add);
    JsonObject answer = new JsonObject();
    answer.addProperty("success", true);
    answer.addProperty("count", page.size());
    answer.addProperty("total", found.size());
    answer.addProperty("total_exact", true);
    answer.add("history", page);
    context.json(answer);
  }

  private void entry(Context context) {
    JsonObject answer = new JsonObject();
    answer.addProperty("success", true);
    answer.add("vehicle", row(context.pathParam("id")));
    answer.add("passages", new JsonArray());
    answer.add("corrections", corrections.getOrDefault(context.pathParam("id"), new JsonArray()));
    context.json(answer);
  }

  private JsonObject row(String id) {
    return rows.stream()
        .filter(row -> row.get("id").getAsString().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFoundResponse("no such row"));
  }

  private void state(Context context) {
    JsonArray inside = new JsonArray();
    rows.stream().filter(row -> row.get("status").getAsString().equals("IN")).forEach(inside::add);
    JsonObject answer = new JsonObject();
    answer.addProperty("success", true);
    answer.add("vehicles_in_parking", inside);
    context.json(answer);
  }

  private void picture(Context context) {
    JsonObject row = row(context.pathParam("id"));
    boolean entry = row.get("has_entry_image").getAsBoolean();
    String side =
        context.queryParam("side") == null ? entry ? "entry" : "exit" : context.queryParam("side");
    if (!row.get("has_" + side + "_image").getAsBoolean()) {
      throw new NotFoundResponse("no picture");
    }
    String size = context.queryParam("size") == null ? "full" : context.queryParam("size");
    context.contentType("image/jpeg").result(pictures.of(row, side, size));
  }

  /** Puts a row on top, as if a gate had told of it before the page was opened. */
  public void has(JsonObject row) {
    rows.add(0, row);
  }

  /** A row comes or changes now, and everybody who listens is told. */
  public void tell(JsonObject row) {
    rows.removeIf(one -> one.get("id").equals(row.get("id")));
    rows.add(0, row);
    listeners.forEach(
        client -> client.sendEvent("vehicle", row.toString(), row.get("updated_at").getAsString()));
  }

  /** What a path answers, as JSON. */
  public void answers(String path, String json) {
    answers.put(path, JsonParser.parseString(json).getAsJsonObject());
  }

  public void corrected(long id, String before, String after) {
    row(String.valueOf(id)).addProperty("corrected", true);
    JsonObject one = new JsonObject();
    one.addProperty("plate_before", before);
    one.addProperty("plate_view", after);
    one.addProperty("corrected_by", "Nguyễn Văn An");
    one.addProperty("corrected_at", row(String.valueOf(id)).get("updated_at").getAsString());
    JsonArray list = new JsonArray();
    list.add(one);
    corrections.put(String.valueOf(id), list);
  }

  public void signedIn(boolean is) {
    signedIn = is;
  }

  public void mustChangePassword() {
    mustChange = true;
  }

  public void role(String name) {
    role = name;
  }

  /** Method and path of all requests so far. */
  public List<String> requests() {
    return new ArrayList<>(requests);
  }

  /** Somebody looks, and is told of what comes. */
  public boolean isWatched() {
    return !listeners.isEmpty();
  }

  public String url() {
    return "http://127.0.0.1:" + web.port();
  }

  @Override
  public void close() {
    listeners.forEach(SseClient::close);
    web.stop();
  }
}
