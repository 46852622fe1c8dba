package io.gatehouse.central.access;

import com.google.gson.JsonObject;
import io.gatehouse.central.common.Api;
import io.gatehouse.central.common.Bodies;
import io.gatehouse.central.common.Parameters;
import io.gatehouse.central.store.CentralDatabase;
import io.gatehouse.common.TimeSource;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Gates, tokens and enrolment codes: the owner's. */
public final class GatesApi implements Api {

  private static final int LONGEST_NAME = 200;

  private final CentralDatabase database;
  private final TimeSource time;
  private final Tokens tokens;
  private final Enrolments enrolments;
  private final Audit audit;
  private final Optional<URI> publicUrl;

  /**
   * Wires the routes.
   *
   * @param publicUrl where gates reach this server; empty for the address of the request
   */
  public GatesApi(
      CentralDatabase database,
      TimeSource time,
      Tokens tokens,
      Enrolments enrolments,
      Audit audit,
      Optional<URI> publicUrl) {
    this.database = database;
    this.time = time;
    this.tokens = tokens;
    this.enrolments = enrolments;
    this.audit = audit;
    this.publicUrl = publicUrl;
  }

  private record Token(
      long id, String name, Instant createdAt, String createdBy, Optional<Instant> revokedAt) {

    static Token of(Tokens.Listed token) {
      return new Token(
          token.id(), token.name(), token.createdAt(), token.createdBy(), token.revokedAt());
    }
  }

  private record Gate(long id, String name, Instant createdAt, List<Token> tokens) {}

  private record AllGates(boolean success, List<Gate> gates) {}

  private record ReaderTokens(boolean success, List<Token> tokens) {}

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/gates", this::gates, Permission.READ_ADMINISTRATION);
    routes.post("/api/gates", this::addGate, Permission.ADMINISTER);
    routes.post("/api/gates/{id}/token", this::addGateToken, Permission.ADMINISTER);
    routes.get("/api/tokens", this::readerTokens, Permission.READ_ADMINISTRATION);
    routes.post("/api/tokens", this::addReaderToken, Permission.ADMINISTER);
    routes.delete("/api/tokens/{id}", this::revoke, Permission.ADMINISTER);
    routes.post("/api/enrolments", this::enrol, Permission.ADMINISTER);
  }

  private void gates(Context context) {
    List<Tokens.Listed> all = tokens.all();
    List<Gate> gates =
        database.jdbi().withHandle(Gates::all).stream()
            .map(gate -> new Gate(gate.id(), gate.name(), gate.createdAt(), of(gate, all)))
            .toList();
    context.json(new AllGates(true, gates));
  }

  private static List<Token> of(Gates.Gate gate, List<Tokens.Listed> all) {
    return all.stream()
        .filter(token -> token.gateId().equals(Optional.of(gate.id())))
        .map(Token::of)
        .toList();
  }

  private void readerTokens(Context context) {
    context.json(
        new ReaderTokens(
            true, tokens.all().stream().filter(t -> t.gateId().isEmpty()).map(Token::of).toList()));
  }

  private void addGate(Context context) {
    String name = Bodies.text(Bodies.object(context), "name", LONGEST_NAME);
    JsonObject made =
        database
            .jdbi()
            .inTransaction(handle -> {
              long id = Gates.add(handle, name, time.now());
              String token = tokens.createForGate(handle, id, name, Callers.of(context).name());
              audit.change(handle, audit.row(context, AuditAction.GATE_ADDED, name));
              return made(Optional.of(id), name, token);
            });
    context.status(HttpStatus.CREATED).json(made);
  }

  private void addGateToken(Context context) {
    long id = Parameters.id(context);
    JsonObject made =
        database
            .jdbi()
            .inTransaction(handle -> {
              Gates.Gate gate =
                  Gates.find(handle, id)
                      .orElseThrow(() -> new NotFoundResponse("there is no such gate"));
              String token =
                  tokens.createForGate(handle, id, gate.name(), Callers.of(context).name());
              audit.change(handle, audit.row(context, AuditAction.TOKEN_MADE, gate.name()));
              return made(Optional.of(id), gate.name(), token);
            });
    context.status(HttpStatus.CREATED).json(made);
  }

  private void addReaderToken(Context context) {
    String name = Bodies.text(Bodies.object(context), "name", LONGEST_NAME);
    // told before it works: a token that nobody knows of must not be
    audit.before(audit.row(context, AuditAction.TOKEN_MADE, "reader " + name));
    String token = tokens.createForReader(name, Callers.of(context).name());
    context.status(HttpStatus.CREATED).json(made(Optional.empty(), name, token));
  }

  private static JsonObject made(Optional<Long> gate, String name, String token) {
    JsonObject body = Bodies.done();
    gate.ifPresent(id -> body.addProperty("gate_id", id));
    body.addProperty("name", name);
    body.addProperty("token", token);
    return body;
  }

  private void revoke(Context context) {
    long id = Parameters.id(context);
    if (!tokens.revoke(id)) {
      throw new NotFoundResponse("there is no such token that still works");
    }
    audit.before(audit.row(context, AuditAction.TOKEN_REVOKED, "token " + id));
    context.json(Bodies.done());
  }

  private void enrol(Context context) {
    String name = Bodies.text(Bodies.object(context), "gate_name", LONGEST_NAME);
    Enrolments.Code code =
        database
            .jdbi()
            .inTransaction(handle -> {
              audit.change(handle, audit.row(context, AuditAction.ENROLMENT_MADE, name));
              return enrolments.create(handle, name, Callers.of(context).name());
            });
    JsonObject body = Bodies.done();
    body.addProperty("code", code.text());
    body.addProperty("expires_at", code.expiresAt().toString());
    body.addProperty("qr_svg", QrSvg.of(address(context, code.text())));
    context.status(HttpStatus.CREATED).json(body);
  }

  /** As the kiosk's scanner understands it. */
  private String address(Context context, String code) {
    String central = publicUrl.map(URI::toString).orElse(context.scheme() + "://" + context.host());
    return "gatehouse://enrol?url=%s&code=%s"
        .formatted(URLEncoder.encode(central, StandardCharsets.UTF_8), code);
  }
}
