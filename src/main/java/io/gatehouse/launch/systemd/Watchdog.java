package io.gatehouse.launch.systemd;

import io.gatehouse.common.TimeSource;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Gives systemd the kiosk's signs of life. No timer sends them: the lane's own loop does, and only
 * while the screen answers. When either hangs the signs stop, and systemd starts the kiosk again.
 */
public final class Watchdog {

  /** Signs in the time that systemd waits for one. */
  private static final int SIGNS = 4;

  private final ServiceManager manager;
  private final long pauseNanos;
  private final Executor screen;
  private final TimeSource time;
  private final AtomicBoolean screenAnswered = new AtomicBoolean(true);
  private long lastSign;

  /**
   * Makes one; it says nothing yet.
   *
   * @param screen runs a task on the thread whose answer counts as well; {@code Runnable::run}
   *     where there is no screen
   */
  public Watchdog(ServiceManager manager, Executor screen, TimeSource time) {
    this.manager = manager;
    this.pauseNanos = manager.watchdog().map(Duration::toNanos).orElse(Long.MAX_VALUE) / SIGNS;
    this.screen = screen;
    this.time = time;
    this.lastSign = time.nanos() - pauseNanos;
  }

  /** The lane is about to run; systemd begins to count. */
  public void ready() {
    manager.tell("READY=1\nSTATUS=The lane runs");
  }

  /** The kiosk is about to end, or to begin anew, and takes its time for that. */
  public void stopping() {
    manager.tell("STOPPING=1\nSTATUS=The lane is being closed");
  }

  /** The lane has done a turn of its loop. On its thread alone. */
  public void turned() {
    long now = time.nanos();
    if (manager.watchdog().isEmpty()
        || now - lastSign < pauseNanos
        || !screenAnswered.getAndSet(false)) {
      return;
    }
    lastSign = now;
    manager.tell("WATCHDOG=1");
    screen.execute(() -> screenAnswered.set(true));
  }
}
