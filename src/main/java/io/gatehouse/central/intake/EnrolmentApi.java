package io.gatehouse.central.intake;

import com.google.gson.JsonObject;
import io.gatehouse.central.access.Enrolments;
import io.gatehouse.central.access.Gates;
import io.gatehouse.central.access.Permission;
import io.gatehouse.central.access.Tokens;
import io.gatehouse.central.common.Api;
import io.gatehouse.central.common.BoundedBody;
import io.gatehouse.central.common.RateLimit;
import io.gatehouse.central.common.Refusals;
import io.gatehouse.central.store.CentralDatabase;
import io.gatehouse.common.TimeSource;
import io.gatehouse.plate.VietnamGrammar;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** A gate changes the code that somebody typed there into its token. */
public final class EnrolmentApi implements Api {

  private static final int LARGEST = 4000;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_CODE = 40;

  /** Nobody types faster; a code of 55 bits holds against this for all its life. */
  private static final double TRIES_A_SECOND = 0.2;

  private static final double TRIES_AT_ONCE = 20;

  private final CentralDatabase database;
  private final Enrolments enrolments;
  private final Tokens tokens;
  private final TimeSource time;
  private final RateLimit limit;
  private final EventParser parser = new EventParser(new VietnamGrammar());

  private record Enrolled(long gate, String token) {}

  public EnrolmentApi(
      CentralDatabase database, Enrolments enrolments, Tokens tokens, TimeSource time) {
    this.database = database;
    this.enrolments = enrolments;
    this.tokens = tokens;
    this.time = time;
    this.limit = new RateLimit(TRIES_A_SECOND, TRIES_AT_ONCE, time);
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.post("/api/edge/enrol", this::enrol, Permission.PUBLIC);
  }

  private void enrol(Context context) {
    if (!limit.allows(context.ip())) {
      throw Refusals.tooMany();
    }
    Fields body = new Fields(parser.json(BoundedBody.read(context, LARGEST)));
    String code = body.needText("code", LONGEST_CODE);
    String told = body.text("gate_name", LONGEST_NAME).orElse("");
    Enrolled enrolled =
        database
            .jdbi()
            .inTransaction(
                handle -> enrolments.take(handle, code).map(name -> enrol(handle, name, told)))
            .orElseThrow(
                () -> new ForbiddenResponse("this code was used, is too old, or never was one"));
    database.sync();
    JsonObject answer = new JsonObject();
    answer.addProperty("success", true);
    answer.addProperty("gate_id", enrolled.gate);
    answer.addProperty("token", enrolled.token);
    context.json(answer);
  }

  /** A gate that is enrolled again, on a new machine say, stays the gate that it was. */
  private Enrolled enrol(Handle handle, String name, String told) {
    String gateName = name.isBlank() ? told : name;
    Optional<Long> known =
        handle
            .createQuery("SELECT id FROM gate WHERE name = :name ORDER BY id FETCH FIRST ROW ONLY")
            .bind("name", gateName)
            .mapTo(Long.class)
            .findOne();
    long gate = known.orElseGet(() -> Gates.add(handle, gateName, time.now()));
    return new Enrolled(gate, tokens.createForGate(handle, gate, gateName, "enrolment"));
  }
}
