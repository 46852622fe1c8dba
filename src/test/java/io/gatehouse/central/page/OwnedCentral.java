package io.gatehouse.central.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.gatehouse.central.CentralServer;
import io.gatehouse.central.common.CentralException;
import io.gatehouse.common.Sha256;
import io.gatehouse.common.TimeSource;
import io.gatehouse.support.RunningCentral;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;

/** A real central with its first owner, and a gate that tells over HTTP what happens. */
final class OwnedCentral implements AutoCloseable {

  static final String OWNER = "admin";

  private final CentralServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private String token = "";

  OwnedCentral(Path data) throws CentralException {
    server = RunningCentral.start(RunningCentral.embedded(data), TimeSource.system());
  }

  String url() {
    return "http://127.0.0.1:" + server.port();
  }

  int port() {
    return server.port();
  }

  /** What the server printed at its first start. */
  String oneTimePassword() {
    return server.firstPassword().orElseThrow();
  }

  /** The machine at the gate takes the code that the owner sees. */
  void enrol(String code, String gate) throws IOException, InterruptedException {
    JsonObject body = new JsonObject();
    body.addProperty("code", code);
    body.addProperty("gate_name", gate);
    token =
        send("POST", "/api/edge/enrol", body.toString().getBytes(UTF_8)).get("token").getAsString();
  }

  /** Stores a picture, and answers its hash. */
  String picture(byte[] jpeg) throws IOException, InterruptedException {
    String hash = Sha256.of(jpeg);
    send("PUT", "/api/images/" + hash, jpeg);
    return hash;
  }

  /** An event, as the gate writes it; answers what the central says. */
  JsonObject event(String json) throws IOException, InterruptedException {
    return send("POST", "/api/edge/event", json.getBytes(UTF_8));
  }

  private JsonObject send(String method, String path, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url() + path))
            .method(method, BodyPublishers.ofByteArray(body))
            .header(
                "Content-Type", path.startsWith("/api/images") ? "image/jpeg" : "application/json");
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return JsonParser.parseString(answer.body()).getAsJsonObject();
  }

  @Override
  public void close() {
    server.close();
    client.close();
  }
}
