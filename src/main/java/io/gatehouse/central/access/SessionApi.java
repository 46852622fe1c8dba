package io.gatehouse.central.access;

import com.google.gson.JsonObject;
import io.gatehouse.central.common.Api;
import io.gatehouse.central.common.Bodies;
import io.gatehouse.central.common.Json;
import io.gatehouse.central.store.CentralDatabase;
import io.gatehouse.common.TimeSource;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import io.javalin.http.UnauthorizedResponse;
import java.time.ZoneId;
import java.util.Optional;

/** Signing in and out. */
public final class SessionApi implements Api {

  private final SignIn signIn;
  private final ZoneId zone;
  private final boolean https;

  /**
   * Wires the sessions' routes.
   *
   * @param zone of the site, which the page shows times in
   * @param https whether browsers reach this server by https alone
   */
  public SessionApi(
      CentralDatabase database,
      TimeSource time,
      Passwords passwords,
      Sessions sessions,
      Audit audit,
      ZoneId zone,
      boolean https) {
    this.signIn = new SignIn(database, time, passwords, sessions, audit);
    this.zone = zone;
    this.https = https;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.post("/api/session", this::in, Permission.PUBLIC);
    routes.get("/api/session", this::who, Permission.OWN_SESSION);
    routes.delete("/api/session", context -> out(context, false), Permission.OWN_SESSION);
    routes.delete("/api/sessions", context -> out(context, true), Permission.OWN_SESSION);
    routes.put("/api/session/password", this::changePassword, Permission.OWN_SESSION);
  }

  private void in(Context context) {
    // a form of another site cannot send JSON
    if (!context.isJson()) {
      throw new BadRequestResponse("send JSON");
    }
    JsonObject body = Bodies.object(context);
    answer(
        context,
        signIn.attempt(context, Bodies.text(body, "name"), Bodies.text(body, "password")),
        new UnauthorizedResponse("name or password is wrong"));
  }

  private void changePassword(Context context) {
    Caller.User user = Callers.user(context);
    JsonObject body = Bodies.object(context);
    String before = Bodies.text(body, "before");
    String password = Bodies.text(body, "password");
    Optional<String> fault = signIn.fault(user.name(), password);
    if (fault.isPresent()) {
      throw new BadRequestResponse(fault.get());
    }
    if (before.equals(password)) {
      throw new BadRequestResponse("the new password is the old one");
    }
    answer(
        context,
        signIn.changePassword(context, user, before, password),
        new ForbiddenResponse("the old password is wrong"));
  }

  private void answer(Context context, SignIn.Outcome outcome, HttpResponseException wrong) {
    switch (outcome) {
      case SignIn.Outcome.In in -> {
        context.cookie(cookie(in.token(), Math.toIntExact(Sessions.LONGEST.toSeconds())));
        answer(context, in.user(), in.token());
      }
      case SignIn.Outcome.Wrong _ -> throw wrong;
      case SignIn.Outcome.Wait wait -> {
        long seconds = Math.max(1, wait.left().toSeconds());
        context
            .status(HttpStatus.TOO_MANY_REQUESTS)
            .header("Retry-After", Long.toString(seconds))
            .json(Json.refusal("too many wrong passwords; wait %d s".formatted(seconds)));
      }
    }
  }

  private void who(Context context) {
    answer(context, Callers.user(context), Callers.session(context).orElseThrow());
  }

  private void out(Context context, boolean everywhere) {
    signIn.out(context, Callers.user(context), Callers.session(context).orElseThrow(), everywhere);
    context.cookie(cookie("", 0));
    context.json(Bodies.done());
  }

  private Cookie cookie(String value, int seconds) {
    return new Cookie(Access.COOKIE, value, "/", seconds, https, true, null, SameSite.STRICT);
  }

  private void answer(Context context, Caller.User user, String token) {
    JsonObject body = Bodies.done();
    body.addProperty("name", user.name());
    body.addProperty("role", user.role().name());
    body.addProperty("csrf_token", Sessions.csrf(token));
    body.addProperty("must_change_password", user.mustChangePassword());
    body.addProperty("zone", zone.getId());
    context.json(body);
  }
}
