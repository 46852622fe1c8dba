package io.gatehouse.camera.rpicam;

import io.gatehouse.camera.CameraException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running {@code rpicam-vid}. When this program dies, so does it, at the next picture that it
 * cannot write.
 */
final class RpicamChild {

  private static final Logger log = LoggerFactory.getLogger(RpicamChild.class);

  private static final Duration KILLED_WITHIN = Duration.ofSeconds(2);

  private final Process process;
  private final Optional<Path> stage;

  private RpicamChild(Process process, Optional<Path> stage) {
    this.process = process;
    this.stage = stage;
  }

  /**
   * Starts it.
   *
   * @param more arguments after the usual ones
   * @throws CameraException when the program is not there or may not be run
   */
  static RpicamChild start(RpicamOptions options, List<String> more) throws CameraException {
    Optional<Path> stage = options.network().map(RpicamChild::stageFile);
    ProcessBuilder builder = new ProcessBuilder(options.command(stage, more));
    builder.environment().put("LC_ALL", "C"); // numbers with a point
    try {
      Process process = builder.start();
      process.getOutputStream().close(); // or it would wait for keys
      return new RpicamChild(process, stage);
    } catch (IOException e) {
      stage.ifPresent(RpicamChild::delete);
      throw RpicamTrouble.notStarted(options.program(), String.valueOf(e.getMessage()));
    }
  }

  private static Path stageFile(NetworkOptions network) {
    try {
      Path file = Files.createTempFile("gatehouse-camera-", ".json");
      Files.writeString(file, RpicamOptions.stage(network));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("the temporary folder cannot be written", e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      log.debug("{} is left behind: {}", file, e.getMessage());
    }
  }

  InputStream pictures() {
    return process.getInputStream();
  }

  InputStream errors() {
    return process.getErrorStream();
  }

  /** Its exit status, when it ends within this time. */
  Optional<Integer> exit(Duration within) throws InterruptedException {
    return process.waitFor(within.toNanos(), TimeUnit.NANOSECONDS)
        ? Optional.of(process.exitValue())
        : Optional.empty();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /** Asks it to stop, without waiting. */
  void interrupt() {
    if (!Signals.interrupt(process) && process.isAlive()) {
      log.warn("rpicam-vid could not be asked to stop");
    }
  }

  /**
   * Stops it: asks first, ends it by force when that does not help.
   *
   * @param patience how long it may take by itself
   */
  void stop(Duration patience) {
    try {
      interrupt();
      if (exit(patience).isEmpty()) {
        log.warn("rpicam-vid did not stop in {} s and is ended by force", patience.toSeconds());
        process.destroyForcibly();
        if (exit(KILLED_WITHIN).isEmpty()) {
          log.warn("rpicam-vid (process {}) cannot be ended", pid());
        }
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    } finally {
      stage.ifPresent(RpicamChild::delete);
    }
  }
}
