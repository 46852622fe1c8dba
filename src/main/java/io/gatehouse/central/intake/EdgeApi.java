package io.gatehouse.central.intake;

import com.google.gson.JsonObject;
import io.gatehouse.central.access.Access;
import io.gatehouse.central.access.Caller;
import io.gatehouse.central.access.Permission;
import io.gatehouse.central.common.Api;
import io.gatehouse.central.common.BoundedBody;
import io.gatehouse.central.common.Json;
import io.gatehouse.central.common.Metrics;
import io.gatehouse.central.common.RateLimit;
import io.gatehouse.central.common.Refusals;
import io.gatehouse.central.image.ImageIntake;
import io.gatehouse.central.intake.Fact.Passage;
import io.gatehouse.central.intake.Intake.Outcome;
import io.gatehouse.central.store.GroupCommit.BusyException;
import io.gatehouse.common.Sha256;
import io.gatehouse.common.TimeSource;
import io.gatehouse.plate.VietnamGrammar;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What gates tell: events and pictures. docs/decisions/0012-sync-protocol.md. */
public final class EdgeApi implements Api {

  private static final int LARGEST_PICTURE = 2 << 20;

  /** A picture in base64, and the rest of the event. */
  private static final int LARGEST_EVENT = 3 << 20;

  /** A gate that was away for days sends four requests a passage, as fast as it can. */
  private static final double REQUESTS_A_SECOND = 4000;

  private final Access access;
  private final Intake intake;
  private final ImageIntake images;
  private final Metrics metrics;
  private final TimeSource time;
  private final RateLimit limit;
  private final EventParser parser = new EventParser(new VietnamGrammar());

  public EdgeApi(
      Access access, Intake intake, ImageIntake images, Metrics metrics, TimeSource time) {
    this.access = access;
    this.intake = intake;
    this.images = images;
    this.metrics = metrics;
    this.time = time;
    this.limit = new RateLimit(REQUESTS_A_SECOND, 2 * REQUESTS_A_SECOND, time);
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.post("/api/edge/event", this::event, Permission.SEND);
    routes.head("/api/images/{sha256}", this::has, Permission.SEND);
    routes.put("/api/images/{sha256}", this::put, Permission.SEND);
  }

  private Caller.Gate gate(Context context) {
    Caller.Gate gate = access.gate(context);
    if (!limit.allows(Long.toString(gate.id()))) {
      throw Refusals.tooMany();
    }
    return gate;
  }

  private void event(Context context) {
    Caller.Gate gate = gate(context);
    byte[] body = BoundedBody.read(context, LARGEST_EVENT);
    EdgeEvent event = parser.parse(gate.id(), body, time.now().truncatedTo(ChronoUnit.MICROS));
    try {
      answer(context, event, intake.take(withPicture(event)));
    } catch (BusyException e) {
      throw Refusals.later(e.getMessage());
    }
  }

  /** The picture that came inside is kept first, as those that come on their own are. */
  private EdgeEvent withPicture(EdgeEvent event) {
    if (event.jpeg().isEmpty() || !(event.fact() instanceof Passage passage)) {
      return event;
    }
    byte[] jpeg = event.jpeg().get();
    if (jpeg.length > LARGEST_PICTURE) {
      throw new BadRequestResponse("data.plate_image is larger than 2 MiB");
    }
    Optional<String> thumbnail = images.keepWithThumbnail(jpeg);
    Fact fact = passage.with(new Fact.Pictures(Sha256.of(jpeg), null, thumbnail.orElse(null)));
    return event.with(fact);
  }

  private void answer(Context context, EdgeEvent event, Outcome outcome) {
    switch (outcome) {
      case Outcome.Accepted accepted -> {
        count(event, "accepted");
        context.json(accepted.answer());
      }
      case Outcome.Repeated repeated -> {
        count(event, "repeated");
        JsonObject again = repeated.answer().deepCopy();
        again.addProperty("deduped", true);
        context.json(again);
      }
      case Outcome.Clash _ -> {
        count(event, "clash");
        context
            .status(HttpStatus.UNPROCESSABLE_CONTENT)
            .json(Json.refusal("event_id was used for another event"));
      }
    }
  }

  private void count(EdgeEvent event, String outcome) {
    metrics.count("gatehouse_events_total", "type", event.type(), "outcome", outcome);
  }

  private static String hash(Context context) {
    String hash = context.pathParam("sha256");
    if (!Sha256.isHash(hash)) {
      throw new BadRequestResponse("the address holds no SHA-256 in lower-case hexadecimal");
    }
    return hash;
  }

  private void has(Context context) {
    gate(context);
    context.status(images.has(hash(context)) ? HttpStatus.OK : HttpStatus.NOT_FOUND);
  }

  private void put(Context context) {
    gate(context);
    String hash = hash(context);
    byte[] jpeg = BoundedBody.read(context, LARGEST_PICTURE);
    boolean isNew = images.keep(hash, jpeg);
    metrics.count("gatehouse_pictures_total", "outcome", isNew ? "stored" : "known");
    JsonObject answer = new JsonObject();
    answer.addProperty("success", true);
    context.status(isNew ? HttpStatus.CREATED : HttpStatus.OK).json(answer);
  }
}
