package io.gatehouse.launch;

import io.gatehouse.camera.CameraException;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import io.gatehouse.launch.systemd.ServiceManager;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gatehouse kiosk}. */
@Command(
    name = "kiosk",
    description = "Runs the kiosk: live lane, plate, guard, barrier, stored passage.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class KioskCommand implements Callable<Integer> {

  private static final Logger log = LoggerFactory.getLogger(KioskCommand.class);

  /** Kept here, or java.util.logging forgets its filter. */
  private static final java.util.logging.Logger JAVAFX_LOG =
      java.util.logging.Logger.getLogger("javafx");

  @Spec private CommandSpec spec;

  @Option(
      names = "--camera",
      paramLabel = "URI",
      description =
          "demo:, rpicam:, v4l2:/dev/video0, rtsp://…, file:clip.mp4, dir:photos/ (default: from the settings)")
  private String camera;

  @Mixin private DataOption data;

  @Option(
      names = "--headless",
      description = "No screen; chosen by itself where there is no display")
  private boolean headless;

  @Option(
      names = "--auto-confirm",
      description = "A lane without a guard: what was read surely passes, the rest is turned away")
  private boolean autoConfirm;

  @Option(names = "--frames", paramLabel = "N", description = "End after N frames")
  private Long frames;

  @Option(
      names = "--screenshot",
      paramLabel = "FILE",
      description = "With --frames: keep a picture of the screen as it is at the end, PNG")
  private Path screenshot;

  @Option(names = "--verbose", description = "Show what is logged, and stack traces")
  private boolean verbose;

  @Override
  public Integer call() throws Exception {
    if (frames != null && frames < 1) {
      throw new ParameterException(
          spec.commandLine(), "--frames is %d, it must be 1 or more".formatted(frames));
    }
    Environment environment = Environment.ofThisProcess();
    Path folder = data.folder(environment);
    Threads threads = new Threads((thread, e) -> log.error("{} failed", thread.getName(), e));
    if (camera != null) {
      checkCamera(threads, folder);
    }
    if (verbose) {
      FileLogging.toConsoleToo();
    }
    // true of every kiosk that is started from its jars, and of no use to who reads it
    JAVAFX_LOG.setFilter(line -> !line.getMessage().startsWith("Unsupported JavaFX configuration"));
    PrintWriter err = spec.commandLine().getErr();
    if (!headless && !environment.hasDisplay()) {
      err.println("gatehouse: no display here, running without a screen (as with --headless).");
      headless = true;
    }
    if (screenshot != null && (frames == null || headless)) {
      throw new ParameterException(
          spec.commandLine(), "--screenshot goes with --frames and a display");
    }
    KioskPlan plan = new KioskPlan(folder, Optional.ofNullable(camera), autoConfirm);
    TimeSource time = TimeSource.system();
    Optional<Long> limit = Optional.ofNullable(frames);
    try (ServiceManager manager = environment.serviceManager()) {
      return headless
          ? new HeadlessRun(plan, time, threads, manager, spec.commandLine().getOut(), err)
              .run(limit)
          : new ScreenRun(plan, time, threads, manager).run(limit, Optional.ofNullable(screenshot));
    }
  }

  /** An address that makes no sense; a camera that is only not there is waited for. */
  private void checkCamera(Threads threads, Path folder) {
    try {
      Lanes.cameras(threads, folder).camera(camera);
    } catch (CameraException e) {
      throw new ParameterException(spec.commandLine(), "--camera: " + e.getMessage(), e);
    }
  }
}
