package io.gatehouse.central;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.gatehouse.central.hook.HookReceiver;
import io.gatehouse.central.store.CentralDatabase;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import io.gatehouse.snapshot.wire.LocalReader;
import io.gatehouse.support.EdgeClient;
import io.gatehouse.support.EdgeEvents;
import io.gatehouse.support.EmbeddedPostgresServer;
import io.gatehouse.support.Jpegs;
import io.gatehouse.support.RunningCentral;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.MediaType;
import okhttp3.MultipartReader;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Others are told of each passage, however long they are away. */
class HooksTest {

  private static final String SECRET = "a secret of both sides";
  private static final Instant AT = Instant.parse("2026-11-21T01:02:03Z");

  @TempDir private Path folder;
  private MockWebServer receiver;
  private String token;

  @BeforeEach
  void start() throws Exception {
    receiver = new MockWebServer();
    receiver.start();
    token = RunningCentral.newGate(RunningCentral.embedded(folder), "A");
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  private CentralServer central(boolean telling) throws Exception {
    URI hook = receiver.url("/hook?site=7").uri();
    return central(telling ? List.of(new HookReceiver(hook, false)) : List.of());
  }

  private CentralServer central(List<HookReceiver> receivers) throws Exception {
    return CentralServer.open(
        RunningCentral.embedded(folder),
        new CentralExtras(Optional.empty(), Optional.empty(), receivers, SECRET),
        TimeSource.system(),
        new Threads((thread, e) -> {
          throw new AssertionError(thread.getName(), e);
        }));
  }

  private void passage(CentralServer central, int number) throws Exception {
    String event = EdgeEvents.entry(EdgeEvents.id(number), AT, "59P168480", EdgeEvents.id(number));
    assertThat(new EdgeClient(central.port(), token).event(event).status()).isEqualTo(200);
  }

  private RecordedRequest next() throws InterruptedException {
    RecordedRequest request = receiver.takeRequest(60, TimeUnit.SECONDS);
    assertThat(request).isNotNull();
    return request;
  }

  @Test
  void aPassageIsToldInTheKnownFormAndSigned() throws Exception {
    receiver.enqueue(new MockResponse.Builder().build());
    try (CentralServer central = central(true)) {
      passage(central, 1);
      RecordedRequest request = next();

      String body = request.getBody().utf8();
      JsonObject message = JsonParser.parseString(body).getAsJsonObject();
      JsonObject hook = message.getAsJsonObject("hook");
      assertThat(hook.get("event").getAsString()).isEqualTo("recognition");
      assertThat(hook.get("target").getAsString()).endsWith("/hook?site=7");
      JsonObject data = message.getAsJsonObject("data");
      assertThat(data.get("timestamp").getAsString()).isEqualTo("2026-11-21T01:02:03Z");
      JsonObject result = data.getAsJsonArray("results").get(0).getAsJsonObject();
      assertThat(result.get("plate").getAsString()).isEqualTo("59p168480");
      assertThat(result.keySet())
          .contains("box", "region", "score", "candidates", "dscore", "vehicle");
      assertThat(data.getAsJsonObject("gatehouse").get("direction").getAsString()).isEqualTo("IN");
      assertThat(data.getAsJsonObject("gatehouse").get("event_id").getAsString())
          .isEqualTo(EdgeEvents.id(1).toString());
      assertSigned(request);
    }
  }

  private static void assertSigned(RecordedRequest request) throws Exception {
    String signature = request.getHeaders().get("X-Gatehouse-Signature");
    String seconds = signature.substring(2, signature.indexOf(','));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
    byte[] sum = mac.doFinal(request.getBody().toByteArray());
    assertThat(signature).isEqualTo("t=%s,v1=%s".formatted(seconds, HexFormat.of().formatHex(sum)));
  }

  private void passage(CentralServer central, int number, String picture) throws Exception {
    String event =
        EdgeEvents.entry(EdgeEvents.id(number), AT, "59P168480", EdgeEvents.id(number))
            .replace("\"data\":{", "\"data\":{\"images\":{\"full\":\"%s\"},".formatted(picture));
    assertThat(new EdgeClient(central.port(), token).event(event).status()).isEqualTo(200);
  }

  /** The parts of a form by their names. */
  private static Map<String, byte[]> parts(RecordedRequest request) throws Exception {
    MediaType type = MediaType.get(request.getHeaders().get("Content-Type"));
    assertThat(type.type() + "/" + type.subtype()).isEqualTo("multipart/form-data");
    Map<String, byte[]> parts = new HashMap<>();
    try (MultipartReader reader =
        new MultipartReader(
            new Buffer().write(request.getBody()), String.valueOf(type.parameter("boundary")))) {
      for (MultipartReader.Part part = reader.nextPart(); part != null; part = reader.nextPart()) {
        String disposition = String.valueOf(part.headers().get("Content-Disposition"));
        parts.put(disposition.replaceFirst("^form-data; ", ""), part.body().readByteArray());
      }
    }
    return parts;
  }

  private static byte[] upload(Map<String, byte[]> parts, byte[] jpeg) {
    return parts.get("name=\"upload\"; filename=\"%s.jpg\"".formatted(EdgeClient.sha256(jpeg)));
  }

  private HookReceiver withPicture() {
    return new HookReceiver(receiver.url("/pictures").uri(), true);
  }

  @Test
  void whoWantsThePictureGetsAFormWithItAndAllOfItIsSigned() throws Exception {
    receiver.enqueue(new MockResponse.Builder().code(500).addHeader("Retry-After", "0").build());
    receiver.enqueue(new MockResponse.Builder().build());
    byte[] jpeg = Jpegs.noise(5, 64, 48);
    String sha256 = EdgeClient.sha256(jpeg);
    try (CentralServer central = central(List.of(withPicture()))) {
      new EdgeClient(central.port(), token).put(sha256, jpeg);
      passage(central, 1, sha256);
      RecordedRequest first = next();

      Map<String, byte[]> parts = parts(first);
      assertThat(parts)
          .containsOnlyKeys(
              "name=\"json\"", "name=\"upload\"; filename=\"%s.jpg\"".formatted(sha256));
      assertThat(upload(parts, jpeg)).isEqualTo(jpeg);
      JsonObject message =
          JsonParser.parseString(new String(parts.get("name=\"json\""), StandardCharsets.UTF_8))
              .getAsJsonObject();
      assertThat(message.getAsJsonObject("data").get("filename").getAsString())
          .isEqualTo(sha256 + ".jpg");
      assertSigned(first);
      assertThat(next().getBody()).as("the same when it is tried again").isEqualTo(first.getBody());
    }
  }

  @Test
  void aPictureThatHasNotComeYetIsWaitedFor() throws Exception {
    receiver.enqueue(new MockResponse.Builder().build());
    receiver.enqueue(new MockResponse.Builder().build());
    byte[] jpeg = Jpegs.noise(6, 64, 48);
    String sha256 = EdgeClient.sha256(jpeg);
    try (CentralServer central = central(List.of(withPicture()))) {
      passage(central, 1, sha256);
      passage(central, 2);
      assertThat(parts(next())).as("the other does not wait").containsOnlyKeys("name=\"json\"");
      assertThat(receiver.takeRequest(1200, TimeUnit.MILLISECONDS)).isNull();

      new EdgeClient(central.port(), token).put(sha256, jpeg);

      assertThat(upload(parts(next()), jpeg)).isEqualTo(jpeg);
    }
  }

  @Test
  void aPictureThatDoesNotComeIsNotWaitedForForEver() throws Exception {
    receiver.enqueue(new MockResponse.Builder().build());
    try (CentralServer central = central(List.of(withPicture()))) {
      passage(central, 1, "ab".repeat(32));
      assertThat(receiver.takeRequest(1200, TimeUnit.MILLISECONDS)).isNull();
    }
    // the queue's time is the database's own: a minute ago is now
    try (CentralDatabase database = CentralDatabase.embedded(folder)) {
      database
          .jdbi()
          .useHandle(handle ->
              handle.execute(
                  "UPDATE hook_delivery SET created_at = created_at - INTERVAL '60' SECOND"));
    }
    try (CentralServer central = central(List.of(withPicture()))) {
      assertThat(central.port()).isPositive();
      assertThat(parts(next())).containsOnlyKeys("name=\"json\"");
    }
  }

  @Test
  void onPostgresqlToo() throws Exception {
    receiver.enqueue(new MockResponse.Builder().code(500).addHeader("Retry-After", "0").build());
    receiver.enqueue(new MockResponse.Builder().build());
    try (EmbeddedPostgresServer postgres = EmbeddedPostgresServer.start()) {
      CentralOptions options =
          RunningCentral.options(folder, Optional.of(postgres.newDatabase()), Optional.empty());
      token = RunningCentral.newGate(options, "A");
      CentralExtras extras =
          new CentralExtras(
              Optional.of((picture, name) -> new LocalReader.Reading(List.of(), 1)),
              Optional.empty(),
              List.of(new HookReceiver(receiver.url("/").uri(), true)),
              SECRET);
      Threads threads =
          new Threads((thread, e) -> {
            throw new AssertionError(thread.getName(), e);
          });
      try (CentralServer central =
          CentralServer.open(options, extras, TimeSource.system(), threads)) {
        EdgeClient client = new EdgeClient(central.port(), token);
        byte[] jpeg = Jpegs.noise(7, 64, 48);
        passage(central, 1, EdgeClient.sha256(jpeg));
        client.put(EdgeClient.sha256(jpeg), jpeg);
        Map<String, byte[]> first = parts(next());
        assertThat(upload(first, jpeg)).isEqualTo(jpeg);
        assertThat(new String(first.get("name=\"json\""), StandardCharsets.UTF_8))
            .contains("59p168480");
        assertThat(upload(parts(next()), jpeg)).isEqualTo(jpeg);
        byte[] body = "{\"upload\":\"eA==\"}".getBytes(StandardCharsets.UTF_8);
        for (int calls = 1; calls <= 2; calls++) {
          JsonObject answer = client.post("/v1/plate-reader/", body).json();
          assertThat(answer.getAsJsonObject("usage").get("calls").getAsInt()).isEqualTo(calls);
        }
      }
    }
  }

  @Test
  void whoDoesNotTakeItIsToldAgainWithTheSameDelivery() throws Exception {
    receiver.enqueue(new MockResponse.Builder().code(500).addHeader("Retry-After", "0").build());
    receiver.enqueue(new MockResponse.Builder().code(404).addHeader("Retry-After", "0").build());
    receiver.enqueue(new MockResponse.Builder().build());
    try (CentralServer central = central(true)) {
      passage(central, 1);
      String first = next().getHeaders().get("X-Gatehouse-Delivery");
      assertThat(next().getHeaders().get("X-Gatehouse-Delivery")).isEqualTo(first);
      assertThat(next().getHeaders().get("X-Gatehouse-Delivery")).isEqualTo(first);
      assertThat(receiver.takeRequest(1500, TimeUnit.MILLISECONDS)).as("taken").isNull();
    }
  }

  @Test
  void whatWaitsSurvivesARestart() throws Exception {
    receiver.enqueue(new MockResponse.Builder().code(503).addHeader("Retry-After", "1").build());
    try (CentralServer central = central(true)) {
      passage(central, 1);
      next();
    }
    receiver.enqueue(new MockResponse.Builder().build());
    try (CentralServer central = central(true)) {
      assertThat(central.port()).isPositive();
      assertThat(next().getBody().utf8()).contains("59p168480");
    }
  }

  @Test
  void theSameEventIsToldOnceAndNobodyIsToldWhenNobodyAsked() throws Exception {
    receiver.enqueue(new MockResponse.Builder().build());
    try (CentralServer central = central(true)) {
      passage(central, 1);
      passage(central, 1);
      next();
      assertThat(receiver.takeRequest(1500, TimeUnit.MILLISECONDS)).isNull();
    }
    try (CentralServer central = central(false)) {
      passage(central, 2);
      assertThat(receiver.takeRequest(1500, TimeUnit.MILLISECONDS)).isNull();
    }
  }
}
