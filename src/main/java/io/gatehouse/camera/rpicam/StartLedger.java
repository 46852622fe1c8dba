package io.gatehouse.camera.rpicam;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts how often the camera was started since the machine was, over restarts of this program too:
 * the module's own processor stops answering after a couple of dozen starts, until the machine is
 * restarted. Safe for use by several threads.
 */
final class StartLedger {

  private static final Logger log = LoggerFactory.getLogger(StartLedger.class);

  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
  private static final Pattern ENTRY = Pattern.compile("(\\S+) (\\d{1,6})\\s*");

  private final Path file;
  private final String boot;
  private int starts;

  private StartLedger(Path file, String boot, int starts) {
    this.file = file;
    this.boot = boot;
    this.starts = starts;
  }

  /**
   * Opens the count that is kept in this file; a file of an earlier boot counts for nothing.
   *
   * @param file made with the first start, its folder too
   */
  static StartLedger open(Path file) {
    return open(file, text(BOOT).orElse("unknown").strip());
  }

  static StartLedger open(Path file, String boot) {
    Matcher entry = ENTRY.matcher(text(file).orElse(""));
    boolean ours = entry.matches() && entry.group(1).equals(boot);
    return new StartLedger(file, boot, ours ? Integer.parseInt(entry.group(2)) : 0);
  }

  private static Optional<String> text(Path file) {
    try {
      return Optional.of(Files.readString(file));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException e) {
      log.warn("{} cannot be read: {}", file, e.getMessage());
      return Optional.empty();
    }
  }

  synchronized int starts() {
    return starts;
  }

  /** The camera is being started. */
  synchronized void count() {
    starts++;
    write();
  }

  /** The last start did not come as far as the camera. */
  synchronized void takeBack() {
    starts = Math.max(0, starts - 1);
    write();
  }

  /** A count that cannot be kept still holds for this run. */
  private void write() {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, boot + " " + starts + "\n");
    } catch (IOException e) {
      log.warn("the camera's starts cannot be written to {}: {}", file, e.getMessage());
    }
  }
}
