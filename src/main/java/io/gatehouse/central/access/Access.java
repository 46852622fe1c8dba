package io.gatehouse.central.access;

import io.gatehouse.central.common.Api;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.UnauthorizedResponse;
import java.util.Optional;
import java.util.Set;

/** Finds out who makes a request, and refuses what nobody named may ask. */
public final class Access implements Api {

  private static final String CALLER = "caller";
  private static final String BEARER = "Bearer ";

  /** What answers without a token or a session. */
  private static final Set<String> OPEN = Set.of("/healthz", "/api/edge/enrol");

  private final Tokens tokens;

  public Access(Tokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.before(this::admit);
  }

  private void admit(Context context) {
    Optional<Caller> caller = find(context);
    caller.ifPresent(c -> context.attribute(CALLER, c));
    if (caller.isEmpty() && !OPEN.contains(context.path())) {
      throw new UnauthorizedResponse("no token, or one that was revoked");
    }
  }

  private Optional<Caller> find(Context context) {
    String header = context.header("Authorization");
    return header != null && header.startsWith(BEARER)
        ? tokens.caller(header.substring(BEARER.length()))
        : Optional.empty();
  }

  /** Who makes this request. */
  public Caller caller(Context context) {
    Caller caller = context.attribute(CALLER);
    if (caller == null) {
      throw new UnauthorizedResponse("no token, or one that was revoked");
    }
    return caller;
  }

  /** The gate that makes this request; refused for everybody else. */
  public Caller.Gate gate(Context context) {
    if (caller(context) instanceof Caller.Gate gate) {
      return gate;
    }
    throw new ForbiddenResponse("only gates may tell this");
  }
}
