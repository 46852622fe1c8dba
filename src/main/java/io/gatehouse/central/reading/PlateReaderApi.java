package io.gatehouse.central.reading;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.gatehouse.central.access.Permission;
import io.gatehouse.central.common.Api;
import io.gatehouse.common.TimeSource;
import io.gatehouse.snapshot.wire.AnswerWriter;
import io.gatehouse.snapshot.wire.LocalPlate;
import io.gatehouse.snapshot.wire.LocalReader;
import io.gatehouse.snapshot.wire.UnreadablePictureException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.net.URI;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Answers as Plate Recognizer's Snapshot and its own server do: a caller of that API changes one
 * address, and its pictures are read here.
 */
public final class PlateReaderApi implements Api {

  /** Calls that may be under way or wait; reading one takes a moment, and waiting takes memory. */
  private static final int MOST_AT_ONCE = 16;

  /** Nobody counts here; the form has a number. */
  private static final long NO_LIMIT = 1_000_000_000;

  private final Optional<LocalReader> reader;
  private final Optional<PictureByAddress> addresses;
  private final List<URI> hooks;
  private final ReadingCount count;
  private final TimeSource time;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);

  /**
   * @param reader empty where this server reads no pictures: then it says so
   * @param addresses empty where pictures must be sent, not named
   * @param hooks who is told of passages; their hosts are told to who asks
   */
  public PlateReaderApi(
      Optional<LocalReader> reader,
      Optional<PictureByAddress> addresses,
      List<URI> hooks,
      ReadingCount count,
      TimeSource time) {
    this.reader = reader;
    this.addresses = addresses;
    this.hooks = List.copyOf(hooks);
    this.count = count;
    this.time = time;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.post("/v1/plate-reader/", this::read, Permission.RECOGNIZE);
    routes.get("/v1/statistics/", this::statistics, Permission.RECOGNIZE);
    routes.get("/info/", this::info, Permission.RECOGNIZE);
  }

  private void read(Context context) throws IOException {
    if (reader.isEmpty()) {
      refuse(context, HttpStatus.SERVICE_UNAVAILABLE, "this server reads no pictures");
      return;
    }
    if (!places.tryAcquire()) {
      context.header("Retry-After", "1");
      refuse(
          context,
          HttpStatus.TOO_MANY_REQUESTS,
          "Request was throttled. Expected available in 1 second.");
      return;
    }
    try {
      answer(context, ReadingRequest.of(context, addresses), reader.get());
    } catch (HttpResponseException e) {
      refuse(context, HttpStatus.forStatus(e.getStatus()), e.getMessage());
    } catch (UnreadablePictureException e) {
      refuse(context, HttpStatus.BAD_REQUEST, e.getMessage());
    } finally {
      places.release();
    }
  }

  private void answer(Context context, ReadingRequest request, LocalReader from)
      throws UnreadablePictureException {
    LocalReader.Reading read = from.read(request.picture(), "the picture");
    List<LocalPlate> wanted =
        read.plates().stream()
            .filter(plate -> request.config().wants(plate, request.regions()))
            .toList();
    JsonObject answer =
        AnswerWriter.write(
            new LocalReader.Reading(wanted, read.millis()),
            new AnswerWriter.About(
                request.name(),
                request.cameraId(),
                request.timestamp().orElseGet(time::now),
                request.config().byVehicle()));
    JsonObject usage = new JsonObject();
    usage.addProperty("max_calls", NO_LIMIT);
    usage.addProperty("calls", count.add());
    answer.add("usage", usage);
    context.json(answer);
  }

  /** As the API refuses, and as this server does elsewhere. */
  private static void refuse(Context context, HttpStatus status, String why) {
    JsonObject body = new JsonObject();
    body.addProperty("success", false);
    body.addProperty("error", why);
    body.addProperty("detail", why);
    body.addProperty("status_code", status.getCode());
    context.status(status).json(body);
  }

  private void statistics(Context context) {
    YearMonth month = count.month();
    JsonObject usage = new JsonObject();
    usage.addProperty("month", month.getMonthValue());
    usage.addProperty("calls", count.now());
    usage.addProperty("year", month.getYear());
    usage.addProperty("resets_on", month.plusMonths(1).atDay(1) + "T00:00:00Z");
    JsonObject answer = new JsonObject();
    answer.add("usage", usage);
    answer.addProperty("total_calls", NO_LIMIT);
    context.json(answer);
  }

  private void info(Context context) {
    String version = PlateReaderApi.class.getPackage().getImplementationVersion();
    JsonObject usage = new JsonObject();
    usage.addProperty("calls", count.now());
    JsonObject answer = new JsonObject();
    answer.addProperty("version", version == null ? "development" : version);
    answer.addProperty("license_key", "");
    answer.addProperty("total_calls", NO_LIMIT);
    answer.add("usage", usage);
    JsonArray targets = new JsonArray();
    hooks.forEach(hook -> targets.add(hook.getHost()));
    answer.add("webhooks", targets);
    context.json(answer);
  }
}
