package io.gatehouse.central.access;

import io.gatehouse.central.store.CentralDatabase;
import io.gatehouse.common.TimeSource;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jdbi.v3.core.Handle;

/** Lets people in by name and password, and out again. */
final class SignIn {

  /** Each password costs a core for a part of a second; requests must not take them all. */
  private static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  private final CentralDatabase database;
  private final TimeSource time;
  private final Passwords passwords;
  private final Sessions sessions;
  private final Audit audit;
  private final Semaphore hashing = new Semaphore(AT_ONCE);

  SignIn(
      CentralDatabase database,
      TimeSource time,
      Passwords passwords,
      Sessions sessions,
      Audit audit) {
    this.database = database;
    this.time = time;
    this.passwords = passwords;
    this.sessions = sessions;
    this.audit = audit;
  }

  /** What came of an attempt. */
  sealed interface Outcome {

    /**
     * Somebody is signed in.
     *
     * @param token of the session
     */
    record In(Caller.User user, String token) implements Outcome {}

    /** Name or password is wrong; which is not told. */
    record Wrong() implements Outcome {}

    /** Nothing was looked at. */
    record Wait(Duration left) implements Outcome {}
  }

  Outcome attempt(Context context, String name, String password) {
    Duration left = counted(Accounts.key(name), Callers.address(context));
    if (left.isPositive()) {
      return new Outcome.Wait(left);
    }
    Optional<Accounts.Kept> kept =
        database
            .jdbi()
            .withHandle(handle -> Accounts.named(handle, name))
            .filter(found -> found.account().active());
    if (!matches(kept, password)) {
      // a name that nobody has may be a password in the wrong field
      audit.before(
          audit.row(
              context,
              AuditAction.WRONG_PASSWORD,
              kept.map(found -> found.account().name()).orElse("")));
      return new Outcome.Wrong();
    }
    Account account = kept.orElseThrow().account();
    Caller.User user =
        new Caller.User(account.id(), account.name(), account.role(), account.mustChangePassword());
    return database
        .jdbi()
        .inTransaction(handle -> {
          Accounts.signedIn(handle, user.id(), time.now());
          return in(handle, context, user, AuditAction.SIGN_IN);
        });
  }

  /**
   * Counts an attempt by address and by account; the address first, so that one that must wait
   * cannot keep others out of their accounts.
   */
  private Duration counted(String account, String address) {
    Instant now = time.now();
    return database
        .jdbi()
        .inTransaction(handle -> {
          Duration wait = SignInThrottle.attempt(handle, SignInThrottle.By.ADDRESS, address, now);
          return wait.isPositive()
              ? wait
              : SignInThrottle.attempt(handle, SignInThrottle.By.ACCOUNT, account, now);
        });
  }

  /** Hashes, a few at a time. */
  private boolean matches(Optional<Accounts.Kept> kept, String password) {
    hashing.acquireUninterruptibly();
    try {
      return passwords.matches(kept.map(Accounts.Kept::password), password);
    } finally {
      hashing.release();
    }
  }

  private Outcome in(Handle handle, Context context, Caller.User user, AuditAction action) {
    String address = Callers.address(context);
    SignInThrottle.forget(handle, SignInThrottle.By.ACCOUNT, Accounts.key(user.name()));
    SignInThrottle.takeBack(handle, SignInThrottle.By.ADDRESS, address);
    SignInThrottle.prune(handle, time.now());
    Callers.set(context, user);
    audit.change(handle, audit.row(context, action, ""));
    String agent = context.userAgent() == null ? "" : context.userAgent();
    return new Outcome.In(user, sessions.open(handle, user.id(), address, agent));
  }

  /** Changes the caller's own password; all sessions end but a new one. */
  Outcome changePassword(Context context, Caller.User user, String before, String password) {
    Duration left = counted(Accounts.key(user.name()), Callers.address(context));
    if (left.isPositive()) {
      return new Outcome.Wait(left);
    }
    Optional<Accounts.Kept> kept =
        database.jdbi().withHandle(handle -> Accounts.named(handle, user.name()));
    if (!matches(kept, before)) {
      return new Outcome.Wrong();
    }
    String hash = passwords.kept(password);
    return database
        .jdbi()
        .inTransaction(handle -> {
          Accounts.setPassword(handle, user.id(), hash, false, time.now());
          sessions.closeAll(handle, user.id());
          Caller.User ready = new Caller.User(user.id(), user.name(), user.role(), false);
          return in(handle, context, ready, AuditAction.PASSWORD_CHANGED);
        });
  }

  /** Why a new password is not taken; empty when it can be. */
  Optional<String> fault(String name, String password) {
    return passwords.fault(name, password);
  }

  void out(Context context, Caller.User user, String token, boolean everywhere) {
    database
        .jdbi()
        .useTransaction(handle -> {
          if (everywhere) {
            sessions.closeAll(handle, user.id());
          } else {
            sessions.close(handle, token);
          }
          audit.change(
              handle, audit.row(context, AuditAction.SIGN_OUT, everywhere ? "everywhere" : ""));
        });
  }
}
