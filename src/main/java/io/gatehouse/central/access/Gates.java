package io.gatehouse.central.access;

import io.gatehouse.database.Moments;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table of gates. Each call belongs into a transaction of the caller. */
public final class Gates {

  private Gates() {}

  /** A gate of the site. */
  public record Gate(long id, String name, Instant createdAt) {}

  /** Adds one and returns its number. */
  public static long add(Handle handle, String name, Instant now) {
    return handle
        .createUpdate("INSERT INTO gate (name, created_at) VALUES (:name, :now)")
        .bind("name", name)
        .bind("now", Moments.of(now))
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .one();
  }

  /** All, in the order in which they came. */
  public static List<Gate> all(Handle handle) {
    return handle
        .createQuery("SELECT id, name, created_at FROM gate ORDER BY id")
        .map((row, _) ->
            new Gate(row.getLong("id"), row.getString("name"), Moments.at(row, "created_at")))
        .list();
  }

  /** One by its number. */
  public static Optional<Gate> find(Handle handle, long id) {
    return all(handle).stream().filter(gate -> gate.id() == id).findFirst();
  }
}
