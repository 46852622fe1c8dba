package io.gatehouse.launch;

import io.gatehouse.camera.CameraException;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import io.gatehouse.store.KioskStore;
import io.gatehouse.store.StorageHealth;
import io.gatehouse.store.StoreException;
import io.gatehouse.ui.KioskWindow;
import io.gatehouse.ui.common.SetupSupport;
import io.gatehouse.ui.common.StorageStatus;
import io.gatehouse.ui.common.UiContext;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A kiosk with its screen: runs until the window is closed, enough frames were seen, or it is told
 * to stop.
 */
final class ScreenRun {

  private static final Logger log = LoggerFactory.getLogger(ScreenRun.class);

  private static final int DONE = 0;

  private final KioskPlan plan;
  private final TimeSource time;
  private final Threads threads;

  ScreenRun(KioskPlan plan, TimeSource time, Threads threads) {
    this.plan = plan;
    this.time = time;
    this.threads = threads;
  }

  /**
   * Runs the kiosk until its window is closed.
   *
   * @param frames end after so many; empty for no end
   * @return the exit code
   */
  int run(Optional<Long> frames) throws StoreException, CameraException {
    try (Kiosk kiosk = Kiosk.open(plan, time, threads)) {
      KioskWindow window = new KioskWindow(context(kiosk));
      kiosk.camera().addSink(new FrameLimit(frames.orElse(Long.MAX_VALUE), window::close));
      try (StopSignal _ = new StopSignal(threads, window::close)) {
        CompletableFuture<Void> logged = window.shown().thenRun(this::logStartUp);
        window.open();
        kiosk.start();
        window.closed().join();
        logged.join();
      }
    }
    return DONE;
  }

  private void logStartUp() {
    ProcessHandle.current()
        .info()
        .startInstant()
        .ifPresent(start ->
            log.info(
                "first window {} ms after the process began",
                Duration.between(start, time.now()).toMillis()));
  }

  /** A store that cannot tell how it is doing is one that cannot be written. */
  private static StorageStatus storage(KioskStore store) {
    try {
      StorageHealth health = store.health();
      return new StorageStatus(health.daysLeft(), health.freeBytes(), health.storesPictures());
    } catch (StoreException e) {
      log.warn("the disk's health is not known: {}", e.getMessage());
      return new StorageStatus(OptionalLong.empty(), 0, false);
    }
  }

  private UiContext context(Kiosk kiosk) throws CameraException {
    return new UiContext(
        kiosk.lane(),
        kiosk.store().passages(),
        kiosk.grammar(),
        kiosk.settings().current(),
        kiosk.settings()::save,
        () -> storage(kiosk.store()),
        time,
        ZoneId.systemDefault(),
        setup(kiosk),
        threads);
  }

  private SetupSupport setup(Kiosk kiosk) throws CameraException {
    String version = Gatehouse.class.getPackage().getImplementationVersion();
    String camera = plan.camera().orElse(kiosk.settings().current().camera());
    return new SetupSupport(
        version == null ? "development" : version,
        plan.data().toString(),
        Lanes.cameras().camera(camera).label(),
        kiosk.settings().problems().stream()
            .map(problem -> new SetupSupport.Problem(problem.failure(), problem.line()))
            .toList(),
        Optional.empty());
  }
}
