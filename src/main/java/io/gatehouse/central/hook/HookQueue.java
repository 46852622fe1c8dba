package io.gatehouse.central.hook;

import io.gatehouse.central.store.CentralDatabase;
import io.gatehouse.database.Moments;
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

  /**
   * How long a picture is waited for. A gate sends it before the passage, so that it is there
   * already, or comes when a broken connection is back: who is told of passages wants to know now,
   * and can get a picture that comes later by its hash.
   */
  static final Duration PICTURE_WAIT = Duration.ofMinutes(1);

  private final CentralDatabase database;

  HookQueue(CentralDatabase database) {
    this.database = database;
  }

  /**
   * Something to tell.
   *
   * @param picture hash of the passage's picture; empty when it has none
   * @param tries how often it was tried
   */
  record Delivery(
      UUID id, String url, String body, Optional<String> picture, Instant createdAt, int tries) {}

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
            INSERT INTO hook_delivery
              (id, url, body, picture_sha256, created_at, next_at, tries)
            VALUES (:id, :url, :body, :picture, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, 0)
            """);
    for (PassageNews passage : news) {
      for (String url : urls) {
        batch
            .bind("id", UUID.randomUUID())
            .bind("url", url)
            .bind("body", passage.message(url).toString())
            .bind("picture", passage.picture().orElse(null))
            .add();
      }
    }
    batch.execute();
  }

  /** Who is told from now on; what waits for others waits until they are told again. */
  void activate(List<HookReceiver> receivers) {
    database
        .jdbi()
        .useTransaction(handle -> {
          handle.execute("UPDATE hook SET active = FALSE");
          for (HookReceiver receiver : receivers) {
            String text = receiver.url().toString();
            if (handle.execute("UPDATE hook SET active = TRUE WHERE url = ?", text) == 0) {
              handle.execute("INSERT INTO hook (url, active) VALUES (?, TRUE)", text);
            }
          }
        });
  }

  /**
   * Takes the next one that is due, for as long as a try may take; empty when none is. One whose
   * picture is wanted is not due before the picture has come from the gate, or has been waited for
   * long enough.
   */
  Optional<Delivery> take(HookReceiver receiver, Duration hold) {
    return database
        .jdbi()
        .inTransaction(handle -> {
          OffsetDateTime now =
              handle.createQuery("SELECT CURRENT_TIMESTAMP").mapTo(OffsetDateTime.class).one();
          Optional<Delivery> next = next(handle, receiver, now);
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

  private static Optional<Delivery> next(Handle handle, HookReceiver receiver, OffsetDateTime now) {
    return handle
        .createQuery(
            """
            SELECT id, url, body, picture_sha256, created_at, tries FROM hook_delivery
            WHERE url = :url AND given_up IS NULL AND next_at <= :now
              AND (:withPicture = FALSE OR picture_sha256 IS NULL OR created_at <= :waited
                OR EXISTS (SELECT 1 FROM image WHERE sha256 = picture_sha256))
            ORDER BY next_at, created_at FETCH FIRST 1 ROWS ONLY
            """)
        .bind("url", receiver.url().toString())
        .bind("now", now)
        .bind("withPicture", receiver.withPicture())
        .bind("waited", now.minus(PICTURE_WAIT))
        .map((row, _) ->
            new Delivery(
                row.getObject("id", UUID.class),
                row.getString("url"),
                row.getString("body"),
                Optional.ofNullable(row.getString("picture_sha256")),
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
