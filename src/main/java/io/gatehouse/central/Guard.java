package io.gatehouse.central;

import io.gatehouse.central.access.Access;
import io.gatehouse.central.access.Audit;
import io.gatehouse.central.access.FirstUser;
import io.gatehouse.central.access.Passwords;
import io.gatehouse.central.access.SecurityHeaders;
import io.gatehouse.central.access.Sessions;
import io.gatehouse.central.access.Tokens;
import io.gatehouse.central.common.Api;
import io.gatehouse.central.store.CentralDatabase;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import java.util.List;
import java.util.Optional;

/** What stands before everything that the server answers: who asks, and what may be asked. */
final class Guard implements AutoCloseable {

  private final boolean https;
  private final Passwords passwords = new Passwords();
  private final Sessions sessions;
  private final Access access;
  private final Audit audit;
  private final Optional<String> firstPassword;
  private final List<Api> areas;

  Guard(
      CentralOptions options,
      CentralDatabase database,
      Tokens tokens,
      boolean openToNeighbours,
      TimeSource time,
      Threads threads) {
    https =
        options.publicUrl().filter(url -> "https".equalsIgnoreCase(url.getScheme())).isPresent();
    sessions = new Sessions(database, time);
    access = new Access(tokens, sessions, options.publicUrl().isPresent(), openToNeighbours);
    firstPassword = FirstUser.add(database, time, passwords);
    audit = new Audit(database, time, threads);
    areas = List.of(new SecurityHeaders(options.allowedOrigins(), https), access);
  }

  /** Whether browsers reach this server by https alone. */
  boolean https() {
    return https;
  }

  Passwords passwords() {
    return passwords;
  }

  Sessions sessions() {
    return sessions;
  }

  Access access() {
    return access;
  }

  Audit audit() {
    return audit;
  }

  /** Password of the owner who was added because there was none. */
  Optional<String> firstPassword() {
    return firstPassword;
  }

  /** To be asked before all others. */
  List<Api> areas() {
    return areas;
  }

  /** To be called when no request is under way any more. */
  @Override
  public void close() {
    audit.close();
  }
}
