package io.gatehouse.snapshot;

import io.gatehouse.bucket.BucketException;
import io.gatehouse.common.FullJitter;
import io.gatehouse.snapshot.common.Stop;
import io.gatehouse.snapshot.common.StoppedException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import org.jdbi.v3.core.JdbiException;

/**
 * Does what needs the database or the bucket, and waits while they are away: an outage pauses a
 * run, it does not fail the pictures that came just then.
 */
final class Outages {

  private final FullJitter pauses;
  private final Stop stop;
  private final ImportListener listener;

  Outages(FullJitter pauses, Stop stop, ImportListener listener) {
    this.pauses = pauses;
    this.stop = stop;
    this.listener = listener;
  }

  /** Something that needs them. */
  interface Work<T> {
    T run() throws IOException;
  }

  /**
   * Does it, now or when they are back.
   *
   * @throws HaltException when they refuse, so that waiting is of no use
   * @throws PictureFailedException when what they refuse is this picture
   */
  <T> T patiently(Work<T> work) throws StoppedException, HaltException, PictureFailedException {
    for (int failures = 1; ; failures++) {
      String why;
      try {
        return work.run();
      } catch (JdbiException e) {
        why = outage(e);
      } catch (BucketException e) {
        if (e.isRefusal()) {
          throw new HaltException(
              e.getMessage() + "; the key needs s3:PutObject and s3:GetObject there");
        }
        why = e.getMessage();
      } catch (IOException e) {
        throw new HaltException("the disk fails: " + e.getMessage());
      }
      Duration pause = pauses.after(failures);
      listener.waiting(why, pause);
      stop.pause(pause);
    }
  }

  private static String outage(JdbiException e) throws PictureFailedException {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        if (isOutage(sql)) {
          return "the database is away: " + line(sql);
        }
        throw new PictureFailedException("the database refuses it: " + line(sql));
      }
    }
    throw e;
  }

  /** No connection, server shutting down, out of resources: SQLSTATE classes 08, 53, 57 and 58. */
  private static boolean isOutage(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    return e instanceof SQLTransientException
        || state.startsWith("08")
        || state.startsWith("53")
        || state.startsWith("57")
        || state.startsWith("58")
        || state.startsWith("25") // became read-only, or a transaction that broke
        || state.startsWith("40");
  }

  private static String line(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
