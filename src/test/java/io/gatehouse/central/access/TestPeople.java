package io.gatehouse.central.access;

import io.gatehouse.central.store.CentralDatabase;
import io.gatehouse.common.TimeSource;

/** Lets people and programs in without the cost of a password. */
public final class TestPeople {

  private TestPeople() {}

  /** Somebody who is signed in. */
  public record SignedIn(long id, String token, String csrf) {

    /** As a browser sends it. */
    public String cookie() {
      return Access.COOKIE + "=" + token;
    }
  }

  /** Adds somebody and begins a session. */
  public static SignedIn signIn(CentralDatabase database, TimeSource time, String name, Role role) {
    Sessions sessions = new Sessions(database, time);
    return database
        .jdbi()
        .inTransaction(handle -> {
          long id =
              Accounts.insert(
                  handle,
                  name,
                  role,
                  new Passwords(1).kept("pass word of " + role),
                  "test",
                  time.now());
          Accounts.setPassword(
              handle, id, new Passwords(1).kept("pass word of " + role), false, time.now());
          String token = sessions.open(handle, id, "127.0.0.1", "test");
          return new SignedIn(id, token, Sessions.csrf(token));
        });
  }

  /** Another session of somebody. */
  public static SignedIn again(CentralDatabase database, TimeSource time, SignedIn who) {
    String token =
        database
            .jdbi()
            .inTransaction(
                handle -> new Sessions(database, time).open(handle, who.id(), "127.0.0.1", "test"));
    return new SignedIn(who.id(), token, Sessions.csrf(token));
  }
}
