package io.gatehouse.launch;

import io.gatehouse.camera.CameraException;
import io.gatehouse.camera.CameraUri;
import io.gatehouse.camera.rpicam.DeviceCheck;
import io.gatehouse.camera.rpicam.RpicamLimits;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import io.gatehouse.launch.doctor.CameraCheck;
import io.gatehouse.launch.doctor.DoctorReport;
import io.gatehouse.launch.doctor.Outputs;
import io.gatehouse.launch.doctor.ZipFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * {@code gatehouse doctor --camera-check}: the check of an AI Camera, and what it leaves behind.
 */
final class CameraCheckRun {

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'camera-check-'yyyyMMdd-HHmmss");

  private final TimeSource time;
  private final Threads threads;
  private final Path data;

  /**
   * @param data where the camera's starts are counted
   */
  CameraCheckRun(TimeSource time, Threads threads, Path data) {
    this.time = time;
    this.threads = threads;
    this.data = data;
  }

  /**
   * Checks the camera of an address, and leaves a folder and the same as one file to send.
   *
   * @param parent where the folder is put
   * @return whether there was no fault
   * @throws CameraException when it is not the address of an AI Camera
   */
  boolean run(String address, Path parent, PrintWriter out, boolean verbose)
      throws CameraException, IOException {
    Path folder = folder(parent);
    DeviceCheck device =
        new DeviceCheck(
            CameraUri.parse(address), threads, time, data, folder, RpicamLimits.standard());
    out.println("This takes up to ten minutes and starts the camera three times.");
    out.println("Hold a picture of a vehicle before it. The kiosk must not run.");
    out.flush();
    StringWriter kept = new StringWriter();
    boolean healthy =
        new DoctorReport(new PrintWriter(new TeeWriter(out, kept), true), verbose)
            .print(new CameraCheck(device, new Outputs(threads), folder).all());
    Files.writeString(folder.resolve("report.txt"), address + "\n\n" + kept);
    Path zip = ZipFolder.of(folder);
    out.println("kept in " + folder);
    out.println("to send: " + zip);
    out.flush();
    return healthy;
  }

  private Path folder(Path parent) throws IOException {
    String name = NAME.format(time.now().atZone(ZoneId.systemDefault()));
    try {
      return Files.createDirectories(parent.toAbsolutePath().resolve(name));
    } catch (AccessDeniedException e) {
      throw new IOException(
          "%s cannot be written; name another folder with --out".formatted(parent.toAbsolutePath()),
          e);
    }
  }
}
