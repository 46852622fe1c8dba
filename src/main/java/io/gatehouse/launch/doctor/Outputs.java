package io.gatehouse.launch.doctor;

import io.gatehouse.common.Threads;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What other programs and the kernel's files say. */
public final class Outputs {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final int MOST_BYTES = 4 << 20;

  private final Threads threads;

  public Outputs(Threads threads) {
    this.threads = threads;
  }

  /**
   * What a program writes; empty when it is not there, fails to start or takes too long.
   *
   * @param command the program and its arguments
   */
  public String of(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      CompletableFuture<String> text = new CompletableFuture<>();
      Thread reader = threads.start("output", () -> text.complete(text(process)));
      boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      process.destroyForcibly();
      reader.join();
      return ended && process.exitValue() == 0 ? text.join() : "";
    } catch (IOException _) {
      return ""; // it is not on this machine
    }
  }

  private static String text(Process process) {
    try (InputStream out = process.getInputStream()) {
      return new String(out.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
    } catch (IOException _) {
      return ""; // it was ended
    }
  }

  /** The text of a file; empty when it is not there or may not be read. */
  public String file(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException _) {
      return "";
    }
  }
}
