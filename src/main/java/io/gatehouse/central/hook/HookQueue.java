package io.gatehouse.central.hook;

import io.gatehouse.central.store.CentralDatabase;
import io.gatehouse.database.Moments;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What is still to be told to whom, in the database. */
public final class HookQueue {

  private final CentralDatabase database;

  HookQueue(CentralDatabase database) {
    this.database = database;
  }

  /**
   * Something to tell.
   *
   * @param tries how often it was tried
   */
  record Delivery(UUID id, String url, String body, Instant createdAt, int tries) {}

  /** Queues passages for everybody who is told, in the transaction that stores them. */
  public static void tell(Handle handle, List<PassageNews> news) {
    if (news.isEmpty()) {
      return;
    }
    List<String> urls =
        handle.createQuery("SELECT url FROM hook WHERE active").mapTo(String.class).list();
    if (urls.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO hook_delivery (id, url, body, created_at, next_at, tries)
            VALUES (:id, :url, :body, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, 0)
            """);
    for (PassageNews passage : news) {
      for (String url : urls) {
        batch
            .bind("id", UUID.randomUUID())
            .bind("url", url)
            .bind("body", passage.message(url).toString())
            .add();
      }
    }
    batch.execute();
  }

  /** Who is told from now on; what waits for others waits until they are told again. */
  void activate(List<URI> urls) {
    database
        .jdbi()
        .useTransaction(handle -> {
          handle.execute("UPDATE hook SET active = FALSE");
          for (URI url : urls) {
            String text = url.toString();
            if (handle.execute("UPDATE hook SET active = TRUE WHERE url = ?", text) == 0) {
              handle.execute("INSERT INTO hook (url, active) VALUES (?, TRUE)", text);
            }
          }
        });
  }

  /** Takes the next one that is due, for as long as a try may take; empty when none is. */
  Optional<Delivery> take(String url, Duration hold) {
    return database
        .jdbi()
        .inTransaction(handle -> {
          OffsetDateTime now =
              handle.createQuery("SELECT CURRENT_TIMESTAMP").mapTo(OffsetDateTime.class).one();
          Optional<Delivery> next = next(handle, url, now);
          // another process may take the same one: the number of tries tells who was first
          return next.filter(delivery ->
              handle.execute(
                      """
                      UPDATE hook_delivery SET tries = tries + 1, next_at = ?
                      WHERE id = ? AND tries = ?
                      """,
                      now.plus(hold),
                      delivery.id,
                      delivery.tries)
                  > 0);
        });
  }

  private static Optional<Delivery> next(Handle handle, String url, OffsetDateTime now) {
    return handle
        .createQuery(
            """
            SELECT id, url, body, created_at, tries FROM hook_delivery
            WHERE url = :url AND given_up IS NULL AND next_at <= :now
            ORDER BY next_at, created_at FETCH FIRST 1 ROWS ONLY
            """)
        .bind("url", url)
        .bind("now", now)
        .map((row, _) ->
            new Delivery(
                row.getObject("id", UUID.class),
                row.getString("url"),
                row.getString("body"),
                Moments.at(row, "created_at"),
                row.getInt("tries")))
        .findOne();
  }

  /** It was taken. */
  void done(Delivery delivery) {
    database
        .jdbi()
        .useHandle(handle -> handle.execute("DELETE FROM hook_delivery WHERE id = ?", delivery.id));
  }

  /** It is tried again after so long. */
  void later(Delivery delivery, Duration wait) {
    database
        .jdbi()
        .useHandle(handle -> {
          OffsetDateTime now =
              handle.createQuery("SELECT CURRENT_TIMESTAMP").mapTo(OffsetDateTime.class).one();
          handle.execute(
              "UPDATE hook_delivery SET next_at = ? WHERE id = ?", now.plus(wait), delivery.id);
        });
  }

  /** It is not tried again, and stays for who wants to know why. */
  void giveUp(Delivery delivery, String why) {
    database
        .jdbi()
        .useHandle(handle ->
            handle.execute("UPDATE hook_delivery SET given_up = ? WHERE id = ?", why, delivery.id));
  }
}
