package io.gatehouse.sync;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.gatehouse.common.RetryAfter;
import io.gatehouse.common.TimeSource;
import io.gatehouse.sync.Trouble.Kind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * The requests of docs/decisions/0012-sync-protocol.md, one at a time or several side by side. An
 * answer counts only when it is a central's: a portal that answers everything with a page of its
 * own and 200 has accepted nothing.
 */
final class CentralClient implements AutoCloseable {

  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
  private static final MediaType JPEG = MediaType.get("image/jpeg");
  private static final long LONGEST_ANSWER = 64 << 10;
  private static final int LONGEST_REASON = 300;

  private final OkHttpClient http;
  private final CentralAddress address;
  private final String token;
  private final TimeSource time;

  /**
   * Opens nothing yet.
   *
   * @param token of the gate; empty for enrolment
   */
  CentralClient(OkHttpClient http, CentralAddress address, String token, TimeSource time) {
    this.http = http;
    this.address = address;
    this.token = token;
    this.time = time;
  }

  /** Limits that a slow mobile network keeps, and a dead one does not. */
  static OkHttpClient.Builder http() {
    return new OkHttpClient.Builder()
        .socketFactory(new PromptSockets())
        .connectTimeout(Duration.ofSeconds(10))
        .readTimeout(Duration.ofSeconds(20))
        .writeTimeout(Duration.ofSeconds(20))
        .callTimeout(Duration.ofSeconds(60))
        // a token is for this address, and for no other
        .followRedirects(false)
        .followSslRedirects(false);
  }

  Reply hasPicture(String sha256) {
    return call(new Request.Builder().url(address.at("api", "images", sha256)).head());
  }

  Reply putPicture(String sha256, byte[] jpeg) {
    return call(
        new Request.Builder()
            .url(address.at("api", "images", sha256))
            .put(RequestBody.create(jpeg, JPEG)));
  }

  Reply event(String body) {
    return post(body, "api", "edge", "event");
  }

  Reply heartbeat(String body) {
    return post(body, "api", "edge", "heartbeat");
  }

  Reply enrol(String body) {
    return post(body, "api", "edge", "enrol");
  }

  private Reply post(String body, String... path) {
    return call(new Request.Builder().url(address.at(path)).post(RequestBody.create(body, JSON)));
  }

  private Reply call(Request.Builder request) {
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    request.header("Accept", "application/json");
    try (Response response = http.newCall(request.build()).execute()) {
      return reply(response);
    } catch (IOException e) {
      return new Reply.Later(trouble(e), Optional.empty());
    }
  }

  private Reply reply(Response response) throws IOException {
    int status = response.code();
    boolean asked = response.request().method().equals("HEAD");
    if (asked && status == 200) {
      return new Reply.Accepted(new JsonObject());
    }
    if (asked && status == 404) {
      return new Reply.NotThere();
    }
    JsonObject body = body(response);
    String reason = reason(response, body);
    if (status == 200 || status == 201) {
      return succeeded(body)
          ? new Reply.Accepted(body)
          : new Reply.Later(new Trouble(Kind.NO_CENTRAL, reason), Optional.empty());
    }
    if (status == 401 || status == 403) {
      return new Reply.Denied(status, reason);
    }
    if (status == 408 || status == 425 || status == 429 || status >= 500) {
      Optional<Duration> wait = RetryAfter.parse(response.header("Retry-After"), time.now());
      Kind kind = status == 429 ? Kind.BUSY : Kind.CENTRAL_FAILED;
      return new Reply.Later(new Trouble(kind, "%d %s".formatted(status, reason)), wait);
    }
    if (status < 400) {
      String to = Optional.ofNullable(response.header("Location")).orElse("");
      return new Reply.Later(
          new Trouble(Kind.NO_CENTRAL, "%d %s".formatted(status, to).strip()), Optional.empty());
    }
    return new Reply.Refused(status, reason);
  }

  private static boolean succeeded(JsonObject body) {
    return body.has("success")
        && body.get("success").isJsonPrimitive()
        && body.get("success").getAsBoolean();
  }

  /** Empty when it is no JSON object. */
  private static JsonObject body(Response response) throws IOException {
    if (response.request().method().equals("HEAD")) {
      return new JsonObject();
    }
    try {
      return JsonParser.parseString(response.peekBody(LONGEST_ANSWER).string()).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException e) {
      // whoever answers there does not speak as a central does: the status has to tell
      return new JsonObject();
    }
  }

  private static String reason(Response response, JsonObject body) {
    String reason =
        body.has("error") && body.get("error").isJsonPrimitive()
            ? body.get("error").getAsString()
            : response.message();
    return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
  }

  private static Trouble trouble(IOException e) {
    Kind kind =
        switch (e) {
          case UnknownHostException _ -> Kind.ADDRESS;
          case ConnectException _, NoRouteToHostException _ -> Kind.NO_CONNECTION;
          case SSLException _ -> Kind.CERTIFICATE;
          case SocketTimeoutException timeout
              when String.valueOf(timeout.getMessage()).contains("connect") ->
              Kind.NO_CONNECTION;
          case InterruptedIOException _ -> Kind.NO_ANSWER;
          default -> Kind.NO_ANSWER;
        };
    return new Trouble(kind, String.valueOf(e.getMessage()));
  }

  /** Breaks off what is under way. */
  @Override
  public void close() {
    http.dispatcher().cancelAll();
    http.connectionPool().evictAll();
  }
}
