package io.gatehouse.barrier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that moves the boom; killed with all that it has started when it takes too long. */
final class CommandRelay implements Relay {

  private static final int MOST_SAID = 200;

  private final List<String> command;
  private final Duration limit;

  CommandRelay(List<String> command, Timing timing) {
    this.command = command;
    this.limit = timing.ownLimit();
  }

  @Override
  public void on() throws BarrierException, InterruptedException {
    Process process = start();
    try {
      if (!process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS)) {
        throw BarrierException.of(BarrierNote.PROGRAM_SLOW, name(), AddressOptions.words(limit));
      }
      if (process.exitValue() != 0) {
        throw new BarrierException(
            "%s failed with %d%s".formatted(name(), process.exitValue(), said(process)));
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private Process start() throws BarrierException {
    try {
      return new ProcessBuilder(command)
          .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw BarrierException.because(e, BarrierNote.PROGRAM_MISSING, name());
    }
  }

  /** What it complained of, as far as it is there already. */
  private static String said(Process process) {
    try (InputStream complaints = process.getErrorStream()) {
      byte[] bytes = complaints.readNBytes(Math.min(MOST_SAID, complaints.available()));
      String first =
          new String(bytes, StandardCharsets.UTF_8).lines().findFirst().orElse("").strip();
      return first.isEmpty() ? "" : ": " + first;
    } catch (IOException e) {
      return " and its complaint was lost: " + e.getMessage();
    }
  }

  private String name() {
    return command.getFirst();
  }

  @Override
  public void off() {}

  @Override
  public Duration pulse() {
    return Duration.ZERO;
  }

  @Override
  public void close() {}
}
