package io.gatehouse.launch;

import io.gatehouse.camera.CameraException;
import io.gatehouse.camera.CameraStatus.Phase;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import io.gatehouse.lane.LaneState;
import io.gatehouse.launch.systemd.ServiceManager;
import io.gatehouse.launch.systemd.Watchdog;
import io.gatehouse.settings.SettingsProblem;
import io.gatehouse.store.PassageQuery;
import io.gatehouse.store.StoreException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * A kiosk without a screen: runs until it has seen enough frames, the pictures end, or it is told
 * to stop.
 */
final class HeadlessRun {

  private static final int DONE = 0;
  private static final int FAILED = 1;

  private final KioskPlan plan;
  private final TimeSource time;
  private final Threads threads;
  private final Watchdog watchdog;
  private final PrintWriter out;
  private final PrintWriter err;

  HeadlessRun(
      KioskPlan plan,
      TimeSource time,
      Threads threads,
      ServiceManager manager,
      PrintWriter out,
      PrintWriter err) {
    this.plan = plan;
    this.time = time;
    this.threads = threads;
    this.watchdog = new Watchdog(manager, Runnable::run, time);
    this.out = out;
    this.err = err;
  }

  /**
   * Runs the lane until it is told to stop.
   *
   * @param frames end after so many; empty for no end
   * @return the exit code
   */
  int run(Optional<Long> frames) throws StoreException, CameraException, InterruptedException {
    CountDownLatch enough = new CountDownLatch(1);
    FrameLimit limit = new FrameLimit(frames.orElse(Long.MAX_VALUE), enough::countDown);
    try (Kiosk kiosk = Kiosk.open(plan, time, threads);
        StopSignal _ = new StopSignal(threads, enough::countDown)) {
      for (SettingsProblem problem : kiosk.problems()) {
        err.println("gatehouse: " + problem.line());
      }
      long before = stored(kiosk);
      kiosk.camera().addSink(limit);
      kiosk
          .camera()
          .addListener(status -> {
            if (status.phase() == Phase.ENDED) {
              enough.countDown();
            }
          });
      kiosk.lane().onTurn(watchdog::turned);
      watchdog.ready();
      kiosk.start();
      enough.await();
      watchdog.stopping();
      kiosk.stop();
      out.println("frames seen: " + limit.seen());
      out.println("passages stored: " + (stored(kiosk) - before));
      out.flush();
      LaneState left = kiosk.lane().state();
      int lost = left.waiting().size() + (left.current().isPresent() ? 1 : 0);
      if (lost > 0) {
        err.println(
            "gatehouse: vehicles that could not be stored: %d; see above why".formatted(lost));
        return FAILED;
      }
    }
    return DONE;
  }

  private static long stored(Kiosk kiosk) throws StoreException {
    return kiosk.store().passages().search(PassageQuery.newest(1)).total();
  }
}
