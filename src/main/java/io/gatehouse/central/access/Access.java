package io.gatehouse.central.access;

import io.gatehouse.central.common.Api;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.UnauthorizedResponse;
import io.javalin.security.RouteRole;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Finds out who makes a request, and refuses what the caller may not ask: everything to nobody but
 * what is open to anybody, and to somebody what the route's permission does not cover. A route that
 * names no permission is refused to all.
 */
public final class Access implements Api {

  /** Name of the session's cookie. */
  public static final String COOKIE = "gatehouse_session";

  static final String CSRF_HEADER = "X-CSRF-Token";

  private static final String BEARER = "Bearer ";

  /** As callers of the plate reader write it. */
  private static final String TOKEN = "Token ";

  private static final String SIGN_IN = "/signin";

  /** What answers to anybody; the sign-in page lies below {@value #SIGN_IN}. */
  private static final Set<String> OPEN = Set.of("/healthz", "/api/edge/enrol", "/favicon.ico");

  private static final Set<HandlerType> READING =
      Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

  private final Tokens tokens;
  private final Sessions sessions;
  private final boolean behindProxy;
  private final boolean openToNeighbours;

  /**
   * Admits the callers of tokens and sessions.
   *
   * @param openToNeighbours whether programs of this machine need no token for the plate reader
   * @param behindProxy whether a proxy stands before this server and tells the callers' addresses
   */
  public Access(Tokens tokens, Sessions sessions, boolean behindProxy, boolean openToNeighbours) {
    this.tokens = tokens;
    this.sessions = sessions;
    this.behindProxy = behindProxy;
    this.openToNeighbours = openToNeighbours;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.before(this::admit);
    routes.beforeMatched(this::permit);
  }

  private void admit(Context context) {
    Callers.setAddress(context, behindProxy);
    identify(context);
    if (Callers.find(context).isPresent() || isOpen(context)) {
      return;
    }
    if (!isNavigation(context)) {
      throw new UnauthorizedResponse("no token or session, or one that has ended");
    }
    context.redirect(SIGN_IN, HttpStatus.SEE_OTHER);
    context.skipRemainingHandlers();
  }

  private void identify(Context context) {
    String header = context.header("Authorization");
    if (header != null) {
      String word = header.startsWith(TOKEN) ? TOKEN : BEARER;
      if (header.startsWith(word)) {
        tokens
            .caller(header.substring(word.length()).strip())
            .ifPresent(caller -> Callers.set(context, caller));
      }
    }
    if (openToNeighbours
        && Callers.find(context).isEmpty()
        && Neighbours.mayHavePicturesRead(context)) {
      // a script that was written for another server brings that one's token, or none
      Callers.set(context, new Caller.Neighbour());
      return;
    }
    if (header != null) {
      return;
    }
    String session = context.cookie(COOKIE);
    if (session != null) {
      sessions.find(session).ifPresent(user -> Callers.set(context, user, session));
    }
  }

  private static boolean isOpen(Context context) {
    String path = context.path();
    return OPEN.contains(path)
        || path.equals(SIGN_IN)
        || path.startsWith(SIGN_IN + "/")
        || (path.equals("/api/session") && context.method().equals(HandlerType.POST));
  }

  private static boolean isNavigation(Context context) {
    String accept = context.header("Accept");
    return context.method().equals(HandlerType.GET)
        && !context.path().startsWith("/api/")
        && accept != null
        && accept.contains("text/html");
  }

  private void permit(Context context) {
    Set<RouteRole> asked = context.routeRoles();
    // to HEAD of a route for GET the library answers that it is there, without asking the route
    boolean isBare = asked.isEmpty() && context.method().equals(HandlerType.HEAD);
    if (asked.contains(Permission.PUBLIC) || isBare) {
      return;
    }
    Caller caller = caller(context);
    if (asked.isEmpty() || !asked.stream().allMatch(role -> may(caller, role))) {
      throw new ForbiddenResponse(
          caller instanceof Caller.User user && user.mustChangePassword()
              ? "change your password first"
              : "this is not for you");
    }
    Callers.session(context).ifPresent(token -> checkCsrf(context, token));
  }

  private static boolean may(Caller caller, RouteRole role) {
    return role instanceof Permission permission && caller.may(permission);
  }

  private static void checkCsrf(Context context, String token) {
    if (READING.contains(context.method())) {
      return;
    }
    String said = context.header(CSRF_HEADER);
    if (said == null || !Sessions.isCsrf(token, said)) {
      throw new ForbiddenResponse("%s is missing or not this session's".formatted(CSRF_HEADER));
    }
  }

  /** Who makes this request. */
  public Caller caller(Context context) {
    return Callers.of(context);
  }

  /** The gate that makes this request; refused for everybody else. */
  public Caller.Gate gate(Context context) {
    if (caller(context) instanceof Caller.Gate gate) {
      return gate;
    }
    throw new ForbiddenResponse("only gates may tell this");
  }

  /**
   * Looks again, whenever it is asked, whether the caller of a long answer may still have it. What
   * the caller came with is read now: the request itself does not live as long.
   */
  public BooleanSupplier watch(Context context, Permission permission) {
    String header = context.header("Authorization");
    Optional<String> session = Callers.session(context);
    return () -> {
      Optional<? extends Caller> now =
          header == null
              ? session.flatMap(sessions::find)
              : tokens.caller(header.substring(BEARER.length()).strip());
      return now.filter(caller -> caller.may(permission)).isPresent();
    };
  }
}
