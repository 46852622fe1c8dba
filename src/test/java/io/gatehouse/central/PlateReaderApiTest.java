package io.gatehouse.central;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.gatehouse.central.reading.PictureByAddress;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import io.gatehouse.snapshot.wire.AnswerReader;
import io.gatehouse.snapshot.wire.AnsweredPlate;
import io.gatehouse.snapshot.wire.LocalPlate;
import io.gatehouse.snapshot.wire.LocalReader;
import io.gatehouse.snapshot.wire.PixelBox;
import io.gatehouse.snapshot.wire.UnreadablePictureException;
import io.gatehouse.support.Jpegs;
import io.gatehouse.support.RunningCentral;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The central as a plate reader for programs that were written for another one. */
class PlateReaderApiTest {

  private static final LocalPlate FIRST =
      new LocalPlate(
          "59P168480", 0.98, 0.9, new PixelBox(10, 20, 110, 90), List.of(), Optional.of("vn"));
  private static final LocalPlate SECOND =
      new LocalPlate("AB123CD", 0.6, 0.3, new PixelBox(1, 2, 3, 4), List.of(), Optional.empty());

  private static final String ADDRESS = "https://cameras.example/a/lane-7.jpg?size=full";

  @TempDir private Path folder;
  private final byte[] jpeg = Jpegs.noise(3, 64, 48);
  private final OkHttpClient client = new OkHttpClient();
  private final List<byte[]> seen = new ArrayList<>();
  private volatile LocalReader reads = (picture, name) -> plates(picture);
  private CentralServer server;

  private LocalReader.Reading plates(byte[] picture) throws UnreadablePictureException {
    if (picture.length < 3 || (picture[0] & 0xff) != 0xff) {
      throw new UnreadablePictureException("the picture is not a picture that can be read", null);
    }
    synchronized (seen) {
      seen.add(picture);
    }
    return new LocalReader.Reading(List.of(FIRST, SECOND), 84.25);
  }

  @BeforeEach
  void start() throws Exception {
    server =
        CentralServer.open(
            RunningCentral.embedded(folder),
            new CentralExtras(
                Optional.of((picture, name) -> reads.read(picture, name)),
                Optional.of(address -> {
                  if (!address.equals(ADDRESS)) {
                    throw new PictureByAddress.NotFetchedException("there is nothing", null);
                  }
                  return jpeg;
                }),
                List.of(),
                ""),
            TimeSource.system(),
            new Threads((thread, e) -> {
              throw new AssertionError(thread.getName(), e);
            }));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private record Reply(int status, String text, Optional<String> retryAfter) {

    JsonObject json() {
      return JsonParser.parseString(text).getAsJsonObject();
    }
  }

  private Reply send(Request.Builder request) throws IOException {
    try (Response response = client.newCall(request.build()).execute()) {
      return new Reply(
          response.code(),
          response.body().string(),
          Optional.ofNullable(response.header("Retry-After")));
    }
  }

  private Request.Builder at(String path) {
    return new Request.Builder().url("http://localhost:" + server.port() + path);
  }

  private Reply post(RequestBody body, String... headers) throws IOException {
    Request.Builder request = at("/v1/plate-reader/").post(body);
    for (int i = 0; i + 1 < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return send(request);
  }

  private MultipartBody.Builder form() {
    return new MultipartBody.Builder()
        .setType(MultipartBody.FORM)
        .addFormDataPart(
            "upload", "lane.jpg", RequestBody.create(jpeg, MediaType.get("image/jpeg")));
  }

  @Test
  void aScriptThatSendsAFileGetsTheUsualForm() throws Exception {
    Reply reply =
        post(
            form()
                .addFormDataPart("regions", "vn")
                .addFormDataPart("regions", "th")
                .addFormDataPart("camera_id", "lane-1")
                .addFormDataPart("timestamp", "2026-11-21T08:00:00Z")
                .build(),
            "Authorization",
            "Token 0123456789abcdef0123456789abcdef01234567");

    assertThat(reply.status).isEqualTo(200);
    assertThat(seen).containsExactly(jpeg);
    JsonObject json = reply.json();
    assertThat(json.get("processing_time").getAsDouble()).isEqualTo(84.25);
    assertThat(json.get("filename").getAsString()).isEqualTo("lane.jpg");
    assertThat(json.get("camera_id").getAsString()).isEqualTo("lane-1");
    assertThat(json.get("timestamp").getAsString()).isEqualTo("2026-11-21T08:00:00Z");
    assertThat(json.getAsJsonArray("results").get(0))
        .isEqualTo(
            JsonParser.parseString(
                """
                {"box":{"xmin":10,"ymin":20,"xmax":110,"ymax":90},"plate":"59p168480",
                 "region":{"code":"vn","score":0.98},"score":0.98,
                 "candidates":[{"score":0.98,"plate":"59p168480"}],"dscore":0.9,
                 "vehicle":{"score":0.0,"type":"Unknown",
                   "box":{"xmin":0,"ymin":0,"xmax":0,"ymax":0}}}
                """));
    assertThat(json.getAsJsonObject("usage").get("calls").getAsInt()).isEqualTo(1);
  }

  @Test
  void theOtherFormComesWhenItIsAskedFor() throws Exception {
    Reply reply =
        post(form().addFormDataPart("config", "{\"detection_mode\":\"vehicle\"}").build());

    assertThat(AnswerReader.read(reply.text).plates())
        .extracting(AnsweredPlate::text)
        .containsExactly("59p168480", "ab123cd");
    assertThat(reply.json().getAsJsonArray("results").get(0).getAsJsonObject().get("vehicle"))
        .matches(vehicle -> vehicle.isJsonNull());
  }

  @Test
  void base64IsTakenInAFormAndInJson() throws Exception {
    String base64 = Base64.getEncoder().encodeToString(jpeg);
    String mime = Base64.getMimeEncoder().encodeToString(jpeg);

    Reply form =
        post(
            new MultipartBody.Builder()
                .setType(MultipartBody.FORM)
                .addFormDataPart("upload", base64)
                .build());
    Reply urlEncoded = post(new FormBody.Builder().add("upload", mime).build());
    Reply json =
        post(
            RequestBody.create(
                "{\"upload\":\"data:image/jpeg;base64,%s\",\"regions\":[\"vn\"],\"config\":{\"region\":\"strict\"}}"
                    .formatted(base64),
                MediaType.get("application/json")));

    assertThat(List.of(form.status, urlEncoded.status, json.status)).containsOnly(200);
    assertThat(seen).hasSize(3).allMatch(picture -> Arrays.equals(picture, jpeg));
    assertThat(form.json().getAsJsonArray("results")).hasSize(2);
    assertThat(json.json().getAsJsonArray("results")).as("strict: of that region").hasSize(1);
  }

  @Test
  void aPictureThatIsNamedIsFetchedWhereThatIsAllowed() throws Exception {
    Reply form = post(new FormBody.Builder().add("upload_url", ADDRESS).build());
    Reply json =
        post(
            RequestBody.create(
                "{\"upload_url\":\"%s\"}".formatted(ADDRESS), MediaType.get("application/json")));
    Reply elsewhere =
        post(new FormBody.Builder().add("upload_url", "http://10.0.0.7/a.jpg").build());

    assertThat(List.of(form.status, json.status)).containsOnly(200);
    assertThat(form.json().get("filename").getAsString()).isEqualTo("lane-7.jpg");
    assertThat(seen).hasSize(2).allMatch(picture -> Arrays.equals(picture, jpeg));
    assertThat(elsewhere.status).isEqualTo(400);
    assertThat(elsewhere.json().get("detail").getAsString())
        .isEqualTo("'upload_url': there is nothing");
  }

  @Test
  void nothingIsFetchedUnlessThatIsSwitchedOn() throws Exception {
    server.close();
    server =
        CentralServer.open(
            RunningCentral.embedded(folder),
            new CentralExtras(
                Optional.of((picture, name) -> reads.read(picture, name)),
                Optional.empty(),
                List.of(),
                ""),
            TimeSource.system(),
            new Threads((thread, e) -> {
              throw new AssertionError(thread.getName(), e);
            }));

    Reply reply = post(new FormBody.Builder().add("upload_url", ADDRESS).build());

    assertThat(reply.status).isEqualTo(400);
    assertThat(reply.json().get("detail").getAsString())
        .contains("start this server with --upload-url");
    assertThat(seen).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{\"threshold_d\":0.5}|1", "{\"threshold_o\":0.99}|0", "{\"mode\":\"fast\"}|2"})
  void thresholdsAreKept(String config, int plates) throws Exception {
    Reply reply = post(form().addFormDataPart("config", config).build());

    assertThat(reply.json().getAsJsonArray("results")).hasSize(plates);
  }

  @Test
  void whatCannotBeReadIsSaidAsTheApiSaysIt() throws Exception {
    Reply nothing = post(new FormBody.Builder().add("regions", "vn").build());
    Reply noPicture = post(new FormBody.Builder().add("upload", "bm8gcGljdHVyZQ==").build());
    Reply noBase64 =
        post(RequestBody.create("{\"upload\":\"%\"}", MediaType.get("application/json")));
    Reply noConfig = post(form().addFormDataPart("config", "fast").build());

    assertThat(nothing.status).isEqualTo(400);
    assertThat(nothing.json().get("detail").getAsString()).contains("'upload' is missing");
    assertThat(nothing.json().get("status_code").getAsInt()).isEqualTo(400);
    assertThat(noPicture.json().get("detail").getAsString()).contains("not a picture");
    assertThat(noBase64.status).isEqualTo(400);
    assertThat(noConfig.json().get("detail").getAsString()).contains("'config'");
  }

  @Test
  void moreThanItsBoundIsNotTaken() throws Exception {
    byte[] large = new byte[(20 << 20) + 1];
    Reply reply =
        post(
            new MultipartBody.Builder()
                .setType(MultipartBody.FORM)
                .addFormDataPart(
                    "upload", "a.jpg", RequestBody.create(large, MediaType.get("image/jpeg")))
                .build());

    assertThat(reply.text).contains("larger than 20971520 bytes");
    assertThat(reply.status).isEqualTo(413);
    assertThat(seen).isEmpty();
  }

  @Test
  void itIsCountedByMonth() throws Exception {
    post(form().build());
    post(form().build());

    JsonObject statistics = send(at("/v1/statistics/")).json();
    assertThat(statistics.getAsJsonObject("usage").get("calls").getAsInt()).isEqualTo(2);
    assertThat(statistics.getAsJsonObject("usage").keySet())
        .containsExactly("month", "calls", "year", "resets_on");
    assertThat(send(at("/info/")).json().getAsJsonObject("usage").get("calls").getAsInt())
        .isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "X-Forwarded-For, 203.0.113.9",
    "Origin, https://evil.example",
    "Sec-Fetch-Site, cross-site",
    "Host, evil.example:8000"
  })
  void onlyProgramsOfThisMachineNeedNoToken(String header, String value) throws Exception {
    assertThat(post(form().build(), header, value).status).isEqualTo(401);
    assertThat(send(at("/api/parking/history")).status)
        .as("and nothing else is open")
        .isEqualTo(401);
    assertThat(seen).isEmpty();
  }

  @Test
  void aTokenOpensItFromElsewhere() throws Exception {
    String token = RunningCentral.newGate(RunningCentral.embedded(folder), "A");

    for (String word : List.of("Token ", "Bearer ")) {
      Reply reply =
          post(form().build(), "Authorization", word + token, "X-Forwarded-For", "203.0.113.9");
      assertThat(reply.status).isEqualTo(200);
    }
  }

  @Test
  void whoComesWhenAllPlacesAreTakenIsToldToComeAgain() throws Exception {
    CountDownLatch inside = new CountDownLatch(16);
    CountDownLatch go = new CountDownLatch(1);
    reads =
        (picture, name) -> {
          inside.countDown();
          try {
            go.await();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
          return new LocalReader.Reading(List.of(), 1);
        };
    try (ExecutorService callers = Executors.newFixedThreadPool(16)) {
      List<Future<Reply>> waiting = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        waiting.add(callers.submit(() -> post(form().build())));
      }
      inside.await();
      Reply refused = post(form().build());
      go.countDown();

      assertThat(refused.status).isEqualTo(429);
      assertThat(refused.retryAfter).contains("1");
      assertThat(refused.json().get("detail").getAsString())
          .isEqualTo("Request was throttled. Expected available in 1 second.");
      for (Future<Reply> caller : waiting) {
        assertThat(caller.get().status).isEqualTo(200);
      }
    }
  }
}
