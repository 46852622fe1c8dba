package io.gatehouse.central.access;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.UnauthorizedResponse;
import java.util.Optional;

/** Who makes a request, as {@link Access} found out. */
public final class Callers {

  private static final String CALLER = "caller";
  private static final String SESSION = "session";
  private static final String ADDRESS = "address";
  private static final int LONGEST_ADDRESS = 64;

  private Callers() {}

  /** Who makes this request; empty for nobody that is known. */
  public static Optional<Caller> find(Context context) {
    return Optional.ofNullable(context.attribute(CALLER));
  }

  /** Who makes this request. */
  public static Caller of(Context context) {
    return find(context)
        .orElseThrow(() -> new UnauthorizedResponse("no token or session, or one that has ended"));
  }

  /** The person who makes this request; refused for everybody else. */
  static Caller.User user(Context context) {
    if (of(context) instanceof Caller.User user) {
      return user;
    }
    throw new ForbiddenResponse("only people who are signed in may do this");
  }

  /** The token of the session that this request belongs to. */
  static Optional<String> session(Context context) {
    return Optional.ofNullable(context.attribute(SESSION));
  }

  /** From which address the request comes. */
  public static String address(Context context) {
    String address = context.attribute(ADDRESS);
    return address == null ? context.ip() : address;
  }

  static void set(Context context, Caller caller) {
    context.attribute(CALLER, caller);
  }

  static void set(Context context, Caller.User user, String session) {
    context.attribute(CALLER, user);
    context.attribute(SESSION, session);
  }

  /**
   * Remembers the address.
   *
   * @param behindProxy whether the address is what the proxy before this server says: the last one
   *     that it added. What stands before that is the caller's own word.
   */
  static void setAddress(Context context, boolean behindProxy) {
    String forwarded = behindProxy ? context.header("X-Forwarded-For") : null;
    String address =
        forwarded == null
            ? context.ip()
            : forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    context.attribute(ADDRESS, address.substring(0, Math.min(address.length(), LONGEST_ADDRESS)));
  }
}
