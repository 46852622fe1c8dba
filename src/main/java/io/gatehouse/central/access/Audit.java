package io.gatehouse.central.access;

import io.gatehouse.central.store.CentralDatabase;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the audit trail. A change is written with what it changes, in one transaction. Looking is
 * written within a moment by a thread of its own, many at once, and the same look at the same thing
 * once in ten minutes: a page of fifty pictures must not wait for fifty writes.
 */
public final class Audit implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Audit.class);

  private static final Duration SAME_LOOK = Duration.ofMinutes(10);
  private static final int REMEMBERED_LOOKS = 20_000;
  private static final int QUEUED = 10_000;
  private static final int AT_ONCE = 500;
  private static final long GATHER_MILLIS = 200;
  private static final long CLOSE_MILLIS = 5_000;

  private final CentralDatabase database;
  private final TimeSource time;
  private final LinkedBlockingQueue<AuditRow> looks = new LinkedBlockingQueue<>(QUEUED);
  private final Map<Look, Instant> seen = new LinkedHashMap<>();

  /** Held from taking looks until they are written; fair, or nobody but the writer would get it. */
  private final ReentrantLock writing = new ReentrantLock(true);

  private volatile boolean closing;
  private final Thread writer;

  private record Look(
      String who, String kind, String address, AuditAction action, long vehicle, String details) {}

  /** Starts the thread that writes looks. */
  public Audit(CentralDatabase database, TimeSource time, Threads threads) {
    this.database = database;
    this.time = time;
    this.writer = threads.start("central-audit", this::writeLooks);
  }

  /** What the caller of a request does. */
  public AuditRow row(Context context, AuditAction action, String details) {
    Optional<Caller> caller = Callers.find(context);
    return new AuditRow(
        time.now(),
        caller.map(Caller::name).orElse(""),
        caller.map(Audit::kind).orElse("NOBODY"),
        Callers.address(context),
        action,
        Optional.empty(),
        Optional.empty(),
        details);
  }

  /** What the server itself does. */
  public AuditRow own(AuditAction action, String details) {
    return new AuditRow(
        time.now(), "central", "CENTRAL", "", action, Optional.empty(), Optional.empty(), details);
  }

  private static String kind(Caller caller) {
    return switch (caller) {
      case Caller.Gate _ -> "GATE";
      case Caller.Reader _, Caller.Neighbour _ -> "READER";
      case Caller.User _ -> "USER";
    };
  }

  /** A change: stands when the transaction does. */
  public void change(Handle handle, AuditRow row) {
    AuditTrail.write(handle, List.of(row));
  }

  /** A look that must be known before anything is shown, such as an export. */
  public void before(AuditRow row) {
    database.jdbi().useTransaction(handle -> change(handle, row));
  }

  /** A look. Waits while the database is so slow that ten thousand are not written yet. */
  public void look(AuditRow row) {
    if (!isNew(row)) {
      return;
    }
    try {
      looks.put(row);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      before(row);
    }
  }

  private boolean isNew(AuditRow row) {
    Look look =
        new Look(
            row.who(),
            row.kind(),
            row.address(),
            row.action(),
            row.vehicleId().orElse(0L),
            row.details());
    synchronized (seen) {
      Instant last = seen.get(look);
      if (last != null && Duration.between(last, row.at()).abs().compareTo(SAME_LOOK) < 0) {
        return false;
      }
      seen.remove(look);
      seen.put(look, row.at());
      if (seen.size() > REMEMBERED_LOOKS) {
        seen.remove(seen.keySet().iterator().next());
      }
      return true;
    }
  }

  private void writeLooks() {
    try {
      while (!closing || !looks.isEmpty()) {
        writing.lockInterruptibly();
        try {
          writeSome(looks.poll(GATHER_MILLIS, TimeUnit.MILLISECONDS));
        } finally {
          writing.unlock();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns when every look until now is written. */
  public void flush() {
    writing.lock();
    try {
      while (!looks.isEmpty()) {
        writeSome(looks.poll());
      }
    } finally {
      writing.unlock();
    }
  }

  /** Writes a look and those that wait behind it; null for none. */
  private void writeSome(AuditRow first) {
    if (first != null) {
      List<AuditRow> rows = new ArrayList<>(List.of(first));
      looks.drainTo(rows, AT_ONCE - 1);
      write(rows);
    }
  }

  private void write(List<AuditRow> rows) {
    try {
      database.jdbi().useTransaction(handle -> AuditTrail.write(handle, rows));
    } catch (JdbiException e) {
      log.error("{} entries of the audit trail could not be written", rows.size(), e);
    }
  }

  /** Writes what waits. */
  @Override
  public void close() {
    closing = true;
    try {
      writer.join(CLOSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
