package io.gatehouse.central.access;

import io.gatehouse.database.Moments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table of those who may sign in. Each call belongs into a transaction of the caller. */
final class Accounts {

  private static final String COLUMNS =
      "id, name, role, active, must_change_password, created_at, signed_in_at";

  private Accounts() {}

  /** An account with its kept password. */
  record Kept(Account account, String password) {}

  /** The name as it is compared. */
  static String key(String name) {
    return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  static boolean isEmpty(Handle handle) {
    return handle
        .createQuery("SELECT 1 FROM user_account FETCH FIRST ROW ONLY")
        .mapTo(Integer.class)
        .findOne()
        .isEmpty();
  }

  static Optional<Kept> named(Handle handle, String name) {
    return handle
        .createQuery("SELECT " + COLUMNS + ", password FROM user_account WHERE name_key = :key")
        .bind("key", key(name))
        .map((row, _) -> new Kept(account(row), row.getString("password")))
        .findOne();
  }

  static Optional<Account> find(Handle handle, long id) {
    return handle
        .createQuery("SELECT " + COLUMNS + " FROM user_account WHERE id = :id")
        .bind("id", id)
        .map((row, _) -> account(row))
        .findOne();
  }

  static List<Account> all(Handle handle) {
    return handle
        .createQuery("SELECT " + COLUMNS + " FROM user_account ORDER BY name_key")
        .map((row, _) -> account(row))
        .list();
  }

  static long insert(
      Handle handle, String name, Role role, String password, String createdBy, Instant now) {
    return handle
        .createUpdate(
            """
            INSERT INTO user_account (name, name_key, role, password, must_change_password, active,
              created_at, created_by, updated_at)
            VALUES (:name, :key, :role, :password, TRUE, TRUE, :now, :by, :now)
            """)
        .bind("name", name.strip())
        .bind("key", key(name))
        .bind("role", role.name())
        .bind("password", password)
        .bind("now", Moments.of(now))
        .bind("by", createdBy)
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .one();
  }

  static void setPassword(
      Handle handle, long id, String password, boolean mustChange, Instant now) {
    handle.execute(
        """
        UPDATE user_account SET password = ?, must_change_password = ?, updated_at = ? WHERE id = ?
        """,
        password,
        mustChange,
        Moments.of(now),
        id);
  }

  static void set(Handle handle, long id, Role role, boolean active, Instant now) {
    handle.execute(
        "UPDATE user_account SET role = ?, active = ?, updated_at = ? WHERE id = ?",
        role.name(),
        active,
        Moments.of(now),
        id);
  }

  static void signedIn(Handle handle, long id, Instant now) {
    handle.execute("UPDATE user_account SET signed_in_at = ? WHERE id = ?", Moments.of(now), id);
  }

  /** Owners who could still sign in; their rows are locked, so that two cannot leave at once. */
  static int owners(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT id FROM user_account WHERE role = 'OWNER' AND active = TRUE
            ORDER BY id FOR UPDATE
            """)
        .mapTo(Long.class)
        .list()
        .size();
  }

  private static Account account(ResultSet row) throws SQLException {
    return new Account(
        row.getLong("id"),
        row.getString("name"),
        Role.valueOf(row.getString("role")),
        row.getBoolean("active"),
        row.getBoolean("must_change_password"),
        Moments.at(row, "created_at"),
        Moments.find(row, "signed_in_at"));
  }
}
