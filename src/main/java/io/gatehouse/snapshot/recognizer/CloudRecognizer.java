package io.gatehouse.snapshot.recognizer;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.gatehouse.common.RetryAfter;
import io.gatehouse.common.TimeSource;
import io.gatehouse.snapshot.picture.Picture;
import io.gatehouse.snapshot.wire.AnswerReader;
import io.gatehouse.snapshot.wire.WireException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** The Plate Recognizer Snapshot API, in the cloud or as its own server in the house. */
final class CloudRecognizer implements SnapshotRecognizer {

  private static final long LONGEST_ANSWER = 8 << 20;
  private static final int LONGEST_REASON = 300;
  private static final Pattern AVAILABLE_IN =
      Pattern.compile("available in (\\d{1,6})(?:\\.\\d+)? second");

  private final CloudOptions options;
  private final TimeSource time;
  private final OkHttpClient http;
  private final AtomicBoolean understood = new AtomicBoolean();

  CloudRecognizer(CloudOptions options, Duration patience, TimeSource time) {
    this.options = options;
    this.time = time;
    this.http =
        new OkHttpClient.Builder()
            .connectTimeout(patience)
            .readTimeout(patience)
            .writeTimeout(patience)
            .callTimeout(patience.multipliedBy(2))
            // the key is for this address, and for no other
            .followRedirects(false)
            .followSslRedirects(false)
            // a call may be paid before its connection breaks: how often is decided elsewhere
            .retryOnConnectionFailure(false)
            .build();
  }

  @Override
  public String name() {
    return "platerecognizer";
  }

  @Override
  public boolean isPaid() {
    return true;
  }

  @Override
  public ApiReply read(Picture picture, Optional<String> cameraId) {
    try (Response response = http.newCall(request(picture, cameraId)).execute()) {
      return reply(response);
    } catch (IOException e) {
      return new ApiReply.Later(
          "the API does not answer: " + e.getMessage(), Optional.empty(), false);
    }
  }

  private Request request(Picture picture, Optional<String> cameraId) {
    MultipartBody.Builder form =
        new MultipartBody.Builder()
            .setType(MultipartBody.FORM)
            .addFormDataPart(
                "upload",
                picture.name(),
                RequestBody.create(picture.bytes(), MediaType.get(picture.kind().type())));
    options.regions().forEach(region -> form.addFormDataPart("regions", region));
    cameraId.ifPresent(camera -> form.addFormDataPart("camera_id", camera));
    // in UTC, and told again with the answer
    picture.takenAt().ifPresent(at -> form.addFormDataPart("timestamp", at.toString()));
    if (options.mmc()) {
      form.addFormDataPart("mmc", "true");
    }
    options.config().ifPresent(config -> form.addFormDataPart("config", config));
    return authorized(options.url()).post(form.build()).build();
  }

  private Request.Builder authorized(HttpUrl url) {
    Request.Builder request = new Request.Builder().url(url).header("Accept", "application/json");
    options.key().ifPresent(key -> request.header("Authorization", "Token " + key));
    return request;
  }

  private ApiReply reply(Response response) throws IOException {
    int status = response.code();
    String body = response.peekBody(LONGEST_ANSWER).string();
    if (status == 200 || status == 201) {
      return answered(body);
    }
    String told = "%d %s".formatted(status, reason(response, body)).strip();
    return switch (status) {
      case 401, 403 ->
          new ApiReply.Halted(
              "the API refuses the key, or its credit is used up (%s); check PLATE_API_KEY"
                  .formatted(told));
      case 402 -> new ApiReply.Halted("the API wants to be paid first (%s)".formatted(told));
      case 413 -> new ApiReply.Refused("the API takes no picture this large (%s)".formatted(told));
      case 429 -> new ApiReply.Later("asked too fast: " + told, wait(response, body), true);
      case 408 -> new ApiReply.Later("the API failed: " + told, wait(response, body), false);
      case 400, 422 -> misunderstood(told);
      default -> other(status, told, response, body);
    };
  }

  private ApiReply other(int status, String told, Response response, String body) {
    if (status >= 500) {
      return new ApiReply.Later("the API failed: " + told, wait(response, body), false);
    }
    String hint =
        response.isRedirect() ? ", which leads to " + response.header("Location", "nowhere") : "";
    return new ApiReply.Halted(
        "%s is no plate reader (%s%s); check SNAPSHOT_API_URL"
            .formatted(options.url(), told, hint));
  }

  /**
   * Before any picture was read it is what is sent with each of them that is wrong; afterwards it
   * is this picture.
   */
  private ApiReply misunderstood(String told) {
    return understood.get()
        ? new ApiReply.Refused("the API does not understand the picture (%s)".formatted(told))
        : new ApiReply.Halted(
            "the API does not understand the request (%s); check --regions and --config"
                .formatted(told));
  }

  private ApiReply answered(String body) {
    try {
      ApiReply.Answered answered = new ApiReply.Answered(body, AnswerReader.read(body));
      understood.set(true);
      return answered;
    } catch (WireException e) {
      return new ApiReply.Later(e.getMessage(), Optional.empty(), false);
    }
  }

  private Optional<Duration> wait(Response response, String body) {
    return RetryAfter.parse(response.header("Retry-After"), time.now())
        .or(() -> {
          Matcher said = AVAILABLE_IN.matcher(body);
          return said.find()
              ? RetryAfter.parse(said.group(1), time.now())
              : Optional.<Duration>empty();
        });
  }

  private static String reason(Response response, String body) {
    String reason =
        object(body)
            .map(json -> json.has("detail") ? json.get("detail") : json.get("error"))
            .map(told -> told.isJsonPrimitive() ? told.getAsString() : told.toString())
            .orElseGet(response::message);
    String line = reason.replaceAll("\\s+", " ");
    return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON);
  }

  private static Optional<JsonObject> object(String body) {
    try {
      return Optional.of(JsonParser.parseString(body))
          .filter(JsonElement::isJsonObject)
          .map(JsonElement::getAsJsonObject);
    } catch (JsonParseException e) {
      // a proxy's page: the status tells
      return Optional.empty();
    }
  }

  @Override
  public Optional<Usage> usage() {
    HttpUrl statistics = options.url().resolve("../statistics/");
    if (statistics == null) {
      return Optional.empty();
    }
    try (Response response = http.newCall(authorized(statistics).build()).execute()) {
      return response.code() == 200
          ? object(response.peekBody(LONGEST_ANSWER).string()).flatMap(CloudRecognizer::usage)
          : Optional.empty();
    } catch (IOException e) {
      // it is asked for people's sake: the pictures themselves tell what is wrong
      return Optional.empty();
    }
  }

  private static Optional<Usage> usage(JsonObject statistics) {
    JsonElement usage = statistics.get("usage");
    JsonElement allowed = statistics.get("total_calls");
    if (usage == null || !usage.isJsonObject() || !isNumber(allowed)) {
      return Optional.empty();
    }
    JsonElement used = usage.getAsJsonObject().get("calls");
    JsonElement resets = usage.getAsJsonObject().get("resets_on");
    if (!isNumber(used)) {
      return Optional.empty();
    }
    return Optional.of(
        new Usage(
            used.getAsLong(),
            allowed.getAsLong(),
            Optional.ofNullable(resets)
                .filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsString)));
  }

  private static boolean isNumber(JsonElement element) {
    return element != null && element.isJsonPrimitive() && element.getAsJsonPrimitive().isNumber();
  }

  @Override
  public void close() {
    http.dispatcher().cancelAll();
    http.connectionPool().evictAll();
  }
}
