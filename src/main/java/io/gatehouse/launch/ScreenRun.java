package io.gatehouse.launch;

import io.gatehouse.camera.CameraException;
import io.gatehouse.camera.PictureGauge;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import io.gatehouse.launch.systemd.ServiceManager;
import io.gatehouse.launch.systemd.Watchdog;
import io.gatehouse.settings.Settings;
import io.gatehouse.settings.SettingsStore;
import io.gatehouse.settings.SetupProgress;
import io.gatehouse.store.KioskStore;
import io.gatehouse.store.StorageHealth;
import io.gatehouse.store.StoreException;
import io.gatehouse.ui.KioskWindow;
import io.gatehouse.ui.common.FirstSetUp;
import io.gatehouse.ui.common.SetupSupport;
import io.gatehouse.ui.common.StorageStatus;
import io.gatehouse.ui.common.UiContext;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A kiosk with its screen: runs until the window is closed, enough frames were seen, or it is told
 * to stop. The window opens while the store does.
 */
final class ScreenRun {

  private static final Logger log = LoggerFactory.getLogger(ScreenRun.class);

  private static final int DONE = 0;

  private final KioskPlan plan;
  private final TimeSource time;
  private final Threads threads;
  private final Watchdog watchdog;

  ScreenRun(KioskPlan plan, TimeSource time, Threads threads, ServiceManager manager) {
    this.plan = plan;
    this.time = time;
    this.threads = threads;
    this.watchdog = new Watchdog(manager, Platform::runLater, time);
  }

  /**
   * Runs the kiosk until its window is closed.
   *
   * @param frames end after so many; empty for no end
   * @param screenshot a PNG of the screen as it is after these frames
   * @return the exit code
   * @throws StoreException when the data folder cannot be used; the guard has read it by then
   * @throws CameraException when the camera's URI makes no sense; the guard has read it by then
   */
  int run(Optional<Long> frames, Optional<Path> screenshot) throws StoreException, CameraException {
    Settings look = SettingsStore.open(plan.settingsFile(), time).current();
    KioskWindow window = new KioskWindow(look.language(), look.theme());
    window.open();
    CompletableFuture<Void> logged = window.opened().thenRun(() -> logStartUp("first window"));
    FrameLimit limit =
        new FrameLimit(
            frames.orElse(Long.MAX_VALUE),
            screenshot.<Runnable>map(file -> () -> keep(window, file)).orElse(window::close));
    try (StopSignal _ = new StopSignal(threads, window::close)) {
      SetupProgress progress = progress(frames.isEmpty() && screenshot.isEmpty());
      boolean again = true;
      while (again) {
        again = runOnce(window, limit, progress);
      }
      logged.join();
    }
    return DONE;
  }

  /**
   * @return whether the guard wants it again, with the settings as they are then
   */
  private boolean runOnce(KioskWindow window, FrameLimit limit, SetupProgress progress)
      throws StoreException, CameraException {
    CompletableFuture<Void> restart = new CompletableFuture<>();
    try (Kiosk kiosk = open(window)) {
      PictureGauge gauge = new PictureGauge(time);
      kiosk.camera().addSink(limit);
      kiosk.camera().addSink(new FrameLimit(1, () -> logStartUp("first picture")));
      kiosk.camera().addSink(gauge);
      FirstSetUp setUp = new FirstSetUp(progress, gauge::quality);
      CompletableFuture<Void> _ =
          window
              .show(context(kiosk, () -> restart.complete(null), setUp))
              .thenRun(() -> {
                logStartUp("lane on the screen");
                kiosk.lane().onTurn(watchdog::turned);
                watchdog.ready();
                if (progress.holdsCamera()) {
                  kiosk.startWithoutCamera();
                } else {
                  kiosk.start();
                }
              })
              .exceptionally(e -> {
                log.error("the lane did not start", e);
                window.showFailure(e);
                return null;
              });
      CompletableFuture.anyOf(window.closed(), restart).join();
      if (window.closed().isDone()) {
        watchdog.stopping();
      }
      window.showStarting();
    }
    return !window.closed().isDone();
  }

  private Kiosk open(KioskWindow window) throws StoreException, CameraException {
    try {
      return Kiosk.open(plan, time, threads);
    } catch (StoreException | CameraException | RuntimeException e) {
      log.error("the kiosk cannot start: {}", e.getMessage());
      window.showFailure(e);
      window.closed().join();
      throw e;
    }
  }

  private static void keep(KioskWindow window, Path screenshot) {
    CompletableFuture<Void> _ =
        window
            .picture()
            .thenAccept(picture -> write(picture, screenshot))
            .whenComplete((_, failure) -> {
              if (failure != null) {
                log.error("no picture of the screen: {}", failure.getMessage());
              }
              window.close();
            });
  }

  private static void write(BufferedImage picture, Path file) {
    try {
      ImageIO.write(picture, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void logStartUp(String what) {
    ProcessHandle.Info process = ProcessHandle.current().info();
    process
        .startInstant()
        .ifPresent(start ->
            log.info(
                "{} {} ms after the process began, {} ms of processor time",
                what,
                Duration.between(start, time.now()).toMillis(),
                process.totalCpuDuration().orElse(Duration.ZERO).toMillis()));
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

  /**
   * Whoever names a camera knows what is wanted; everybody else is asked on a new machine.
   *
   * @param guarded whether somebody is there who can be asked
   */
  private SetupProgress progress(boolean guarded) throws StoreException {
    try {
      return SetupProgress.in(plan.data(), guarded && plan.camera().isEmpty());
    } catch (IOException e) {
      throw new StoreException(
          "the data folder %s cannot be used: %s".formatted(plan.data(), e.getMessage()), e);
    }
  }

  private UiContext context(Kiosk kiosk, Runnable restart, FirstSetUp setUp)
      throws CameraException {
    return new UiContext(
        kiosk.lane(),
        kiosk.store().passages(),
        kiosk.store().books(),
        kiosk.grammar(),
        kiosk.settings().current(),
        kiosk.settings()::save,
        () -> storage(kiosk.store()),
        time,
        ZoneId.systemDefault(),
        setup(kiosk, restart, setUp),
        kiosk.central(),
        threads);
  }

  private SetupSupport setup(Kiosk kiosk, Runnable restart, FirstSetUp setUp)
      throws CameraException {
    String camera = plan.camera().orElse(kiosk.settings().current().camera());
    return new SetupSupport(
        Gatehouse.Version.text(),
        plan.data().toString(),
        Lanes.cameras(threads, plan.data()).camera(camera).label(),
        kiosk.problems().stream()
            .map(problem -> new SetupSupport.Problem(problem.failure(), problem.line()))
            .toList(),
        Optional.of(restart),
        Optional.of(setUp));
  }
}
