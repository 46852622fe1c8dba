package io.gatehouse.central.access;

import io.gatehouse.central.store.CentralDatabase;
import io.gatehouse.common.TimeSource;
import java.util.Optional;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** The first owner of a central that has no users yet. */
public final class FirstUser {

  public static final String NAME = "admin";

  private FirstUser() {}

  /**
   * Adds the first owner where nobody may sign in yet.
   *
   * @return the password, good until the first sign-in changes it; empty where there are users
   */
  public static Optional<String> add(
      CentralDatabase database, TimeSource time, Passwords passwords) {
    if (!database.jdbi().withHandle(Accounts::isEmpty)) {
      return Optional.empty();
    }
    String password = passwords.oneTime();
    String kept = passwords.kept(password);
    try {
      database
          .jdbi()
          .useTransaction(
              handle -> Accounts.insert(handle, NAME, Role.OWNER, kept, "first start", time.now()));
      return Optional.of(password);
    } catch (UnableToExecuteStatementException e) {
      if (database.jdbi().withHandle(Accounts::isEmpty)) {
        throw e;
      }
      // another process on the same database was first, and has told its password
      return Optional.empty();
    }
  }
}
