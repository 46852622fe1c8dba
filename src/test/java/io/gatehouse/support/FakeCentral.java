package io.gatehouse.support;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A central in memory behind real HTTP: keeps each event once by its id and each picture by its
 * hash, and counts what came how often.
 */
public final class FakeCentral implements AutoCloseable {

  /** A request that came in. */
  @SuppressWarnings("ArrayRecordComponent") // read, never compared
  public record Asked(String method, String path, String token, byte[] body) {

    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    public JsonObject json() {
      return JsonParser.parseString(text()).getAsJsonObject();
    }
  }

  /** An answer in place of the right one. */
  public record Answer(int status, String body, Map<String, String> headers) {

    public static Answer of(int status) {
      return new Answer(status, "{\"success\":false,\"error\":\"as planned\"}", Map.of());
    }

    /** The connection breaks without an answer. */
    public static Answer none() {
      return new Answer(-1, "", Map.of());
    }
  }

  private final HttpServer server;
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final Map<String, String> bodies = new ConcurrentHashMap<>();
  private final List<JsonObject> events = new ArrayList<>();
  private final Map<String, byte[]> pictures = new ConcurrentHashMap<>();
  private final AtomicInteger repeated = new AtomicInteger();
  private final AtomicInteger contradicted = new AtomicInteger();
  private final AtomicInteger picturesPut = new AtomicInteger();
  private final List<JsonObject> heartbeats = new ArrayList<>();
  private volatile Function<Asked, Optional<Answer>> plan = _ -> Optional.empty();
  private volatile Runnable afterEvent = () -> {};

  public FakeCentral() throws IOException {
    this(0);
  }

  public FakeCentral(int port) throws IOException {
    // or each answer waits 40 ms for an acknowledgement that the other side delays
    System.setProperty("sun.net.httpserver.nodelay", "true");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(workers);
    server.createContext("/", this::answer);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** What it answers instead, where that is not empty. */
  public void plan(Function<Asked, Optional<Answer>> answers) {
    plan = answers;
  }

  public void afterEvent(Runnable listener) {
    afterEvent = listener;
  }

  /** As they came, each once. */
  public synchronized List<JsonObject> events() {
    return List.copyOf(events);
  }

  public synchronized List<JsonObject> heartbeats() {
    return List.copyOf(heartbeats);
  }

  public Map<String, byte[]> pictures() {
    return Map.copyOf(pictures);
  }

  /** How many events came again with the same body. */
  public int repeated() {
    return repeated.get();
  }

  /** How many events came again with another body. */
  public int contradicted() {
    return contradicted.get();
  }

  /** How many times a picture was put. */
  public int picturesPut() {
    return picturesPut.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String token = exchange.getRequestHeaders().getFirst("Authorization");
      Asked asked =
          new Asked(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getPath(),
              token == null ? "" : token.replace("Bearer ", ""),
              exchange.getRequestBody().readAllBytes());
      Answer answer = plan.apply(asked).orElseGet(() -> right(asked));
      if (answer.status() < 0) {
        return; // closed without an answer
      }
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      boolean head = asked.method().equals("HEAD");
      exchange.sendResponseHeaders(answer.status(), head || body.length == 0 ? -1 : body.length);
      if (!head && body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private Answer right(Asked asked) {
    String path = asked.path();
    if (path.startsWith("/api/images/")) {
      return picture(asked, path.substring("/api/images/".length()));
    }
    return switch (path) {
      case "/api/edge/event" -> event(asked);
      case "/api/edge/heartbeat" -> {
        synchronized (this) {
          heartbeats.add(asked.json());
        }
        yield done("{\"success\":true}");
      }
      case "/api/edge/enrol" ->
          asked.json().get("code").getAsString().equals("GOOD-CODE")
              ? done("{\"success\":true,\"gate_id\":7,\"token\":\"secret\"}")
              : Answer.of(400);
      default -> Answer.of(404);
    };
  }

  private Answer picture(Asked asked, String hash) {
    if (asked.method().equals("HEAD")) {
      return pictures.containsKey(hash) ? done("") : Answer.of(404);
    }
    picturesPut.incrementAndGet();
    if (!sha256(asked.body()).equals(hash)) {
      return Answer.of(400);
    }
    return pictures.putIfAbsent(hash, asked.body()) == null
        ? new Answer(201, "{\"success\":true}", Map.of())
        : done("{\"success\":true}");
  }

  private Answer event(Asked asked) {
    JsonObject event = asked.json();
    String id = event.get("event_id").getAsString();
    String before = bodies.putIfAbsent(id, asked.text());
    if (before == null) {
      synchronized (this) {
        events.add(event);
      }
      afterEvent.run();
    } else if (before.equals(asked.text())) {
      repeated.incrementAndGet();
    } else {
      contradicted.incrementAndGet();
      return Answer.of(422);
    }
    return done("{\"success\":true,\"event_id\":\"%s\"}".formatted(id));
  }

  private static Answer done(String body) {
    return new Answer(200, body, Map.of());
  }

  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}
