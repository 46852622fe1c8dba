package io.gatehouse.support;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Speaks to a central as a gate does, and shows what came back. */
public final class EdgeClient {

  private static final MediaType JSON = MediaType.get("application/json");
  private static final MediaType JPEG = MediaType.get("image/jpeg");

  private final OkHttpClient client =
      new OkHttpClient.Builder()
          .readTimeout(Duration.ofSeconds(60))
          // a benchmark's gates share this one, and gates keep their connections
          .connectionPool(new ConnectionPool(64, 1, TimeUnit.MINUTES))
          .build();
  private final String base;
  private final String token;

  /** What was answered. */
  public record Answer(int status, String text) {

    public JsonObject json() {
      return JsonParser.parseString(text).getAsJsonObject();
    }

    public long historyId() {
      return json().get("history_id").getAsLong();
    }
  }

  public EdgeClient(int port, String token) {
    this.base = "http://localhost:" + port;
    this.token = token;
  }

  public Answer event(String body) throws IOException {
    return post("/api/edge/event", body.getBytes(StandardCharsets.UTF_8));
  }

  public Answer post(String path, byte[] body) throws IOException {
    return send(new Request.Builder().url(base + path).post(RequestBody.create(body, JSON)));
  }

  public Answer put(String sha256, byte[] jpeg) throws IOException {
    return send(
        new Request.Builder()
            .url(base + "/api/images/" + sha256)
            .put(RequestBody.create(jpeg, JPEG)));
  }

  public Answer head(String sha256) throws IOException {
    return send(new Request.Builder().url(base + "/api/images/" + sha256).head());
  }

  public Answer get(String path) throws IOException {
    return send(new Request.Builder().url(base + path).get());
  }

  private Answer send(Request.Builder request) throws IOException {
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try (Response response = client.newCall(request.build()).execute()) {
      return new Answer(response.code(), response.body().string());
    }
  }

  public static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
