package io.gatehouse.launch;

import io.gatehouse.camera.CameraException;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import io.gatehouse.launch.doctor.Check;
import io.gatehouse.launch.doctor.DoctorReport;
import io.gatehouse.launch.doctor.KioskChecks;
import io.gatehouse.launch.doctor.NativeChecks;
import io.gatehouse.launch.doctor.SystemChecks;
import io.gatehouse.settings.Settings;
import io.gatehouse.settings.SettingsStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

/** {@code gatehouse doctor}. */
@Command(
    name = "doctor",
    description = "Checks the machine, one line each: what is wrong and what to do.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class DoctorCommand implements Callable<Integer> {

  private static final Logger log = LoggerFactory.getLogger(DoctorCommand.class);

  private static final int HEALTHY = 0;
  private static final int FAULT = 1;
  private static final String AI_CAMERA = "rpicam:";

  @Spec private CommandSpec spec;

  @Option(
      names = "--camera",
      paramLabel = "URI",
      description = "The camera to check (default: from the settings)")
  private String camera;

  @Mixin private DataOption data;

  @Option(
      names = "--camera-check",
      description =
          "Checks an AI Camera (rpicam:) on its machine, in up to ten minutes, and keeps what it saw"
              + " to be sent")
  private boolean cameraCheck;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where --camera-check keeps it (default: this folder)")
  private Path out = Path.of("");

  @Option(names = "--verbose", description = "Show stack traces")
  private boolean verbose;

  @Override
  public Integer call() throws CameraException, IOException {
    Environment environment = Environment.ofThisProcess();
    TimeSource time = TimeSource.system();
    Threads threads = new Threads((thread, e) -> log.error("{} failed", thread.getName(), e));
    Path folder = data.folder(environment);
    if (cameraCheck) {
      boolean healthy =
          new CameraCheckRun(time, threads, folder)
              .run(cameraToCheck(folder, time), out, spec.commandLine().getOut(), verbose);
      return healthy ? HEALTHY : FAULT;
    }
    List<Check> checks = new ArrayList<>();
    checks.addAll(new SystemChecks(time, environment.hasDisplay()).all());
    checks.addAll(new NativeChecks(() -> Lanes.recognizer(Settings.defaults())).all());
    checks.addAll(
        new KioskChecks(folder, Optional.ofNullable(camera), Lanes.cameras(threads, folder), time)
            .all());
    DoctorReport report = new DoctorReport(spec.commandLine().getOut(), verbose);
    return report.print(checks) ? HEALTHY : FAULT;
  }

  /** What was named, else what the settings name, where that is one, else one without options. */
  private String cameraToCheck(Path folder, TimeSource time) {
    if (camera != null && !camera.startsWith(AI_CAMERA)) {
      throw new ParameterException(
          spec.commandLine(), "--camera-check is for rpicam: alone, not for " + camera);
    }
    String set = SettingsStore.open(folder.resolve("settings.json"), time).current().camera();
    return Optional.ofNullable(camera).orElse(set.startsWith(AI_CAMERA) ? set : AI_CAMERA);
  }
}
