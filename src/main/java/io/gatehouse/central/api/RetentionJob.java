package io.gatehouse.central.api;

import io.gatehouse.central.access.AuditAction;
import io.gatehouse.central.image.ImageVault;
import io.gatehouse.common.Threads;
import io.gatehouse.database.Moments;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies the retention rule once a day, in one of the processes that share a database: who takes
 * the day's lease does the day's work.
 */
public final class RetentionJob implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(RetentionJob.class);

  private static final String JOB = "retention";
  private static final Duration A_DAY = Duration.ofHours(24);
  private static final Duration FIRST = Duration.ofMinutes(10);
  private static final Duration LOOK_AGAIN = Duration.ofHours(1);

  private final Site site;
  private final Retention retention;
  private final String holder = UUID.randomUUID().toString();
  private final CountDownLatch end = new CountDownLatch(1);
  private final Thread thread;

  /** Starts the thread; it looks for work after some minutes, when the server has settled. */
  public RetentionJob(Site site, ImageVault pictures, Threads threads) {
    this.site = site;
    this.retention = new Retention(site.database(), pictures);
    this.thread = threads.start("central-retention", this::run);
  }

  private void run() {
    try {
      Duration pause = FIRST;
      while (!end.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        work();
        pause = LOOK_AGAIN;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    try {
      Instant now = site.time().now();
      if (!site.database().jdbi().inTransaction(handle -> take(handle, now))) {
        return;
      }
      RetentionRule rule = site.database().jdbi().withHandle(RetentionRule::read);
      Retention.Gone gone = retention.apply(rule, now);
      if (gone.rows() + gone.pictures() > 0) {
        String what = "%d rows, %d pictures".formatted(gone.rows(), gone.pictures());
        log.info("Removed what was older than it may be: {}", what);
        site.audit().before(site.audit().own(AuditAction.RETENTION, what));
      }
    } catch (IOException | JdbiException e) {
      log.error("What is too old could not be removed; it is tried again tomorrow", e);
    }
  }

  /** Takes the lease for a day; false when somebody has it. */
  private boolean take(Handle handle, Instant now) {
    handle.execute("DELETE FROM job_lease WHERE job = ? AND until <= ?", JOB, Moments.of(now));
    return handle.execute(
            """
            INSERT INTO job_lease (job, holder, until)
            SELECT ?, ?, CAST(? AS TIMESTAMP(6) WITH TIME ZONE)
            WHERE NOT EXISTS (SELECT 1 FROM job_lease WHERE job = ?)
            """,
            JOB,
            holder,
            Moments.of(now.plus(A_DAY)),
            JOB)
        > 0;
  }

  @Override
  public void close() {
    end.countDown();
    thread.interrupt();
  }
}
