package io.gatehouse.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Runs a process that writes to a store, and kills it with SIGKILL. */
final class KilledWriter {

  private KilledWriter() {}

  /**
   * Kills after so many acknowledgements and a random moment; what came before it counts.
   *
   * @param program says {@code recovery NONE}, then of each thing that it stored when it was
   *     acknowledged: {@code <number> <id>}
   * @param first number of the first thing
   */
  static void run(
      Class<?> program, Path folder, int first, int count, Map<Integer, UUID> acknowledged)
      throws IOException, InterruptedException {
    Process writer =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName(),
                folder.toString(),
                Integer.toString(first))
            .redirectError(Redirect.INHERIT)
            .start();
    try (BufferedReader said = writer.inputReader()) {
      assertThat(said.readLine()).isEqualTo("recovery NONE");
      for (int i = 0; i < count; i++) {
        note(said.readLine(), acknowledged);
      }
      spin(new Random().nextInt(20_000_000));
      // by its handle: the process itself would close the stream, and what it said would be lost
      assertThat(writer.toHandle().destroyForcibly()).isTrue();
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        note(line, acknowledged);
      }
    } finally {
      writer.destroyForcibly();
    }
    assertThat(writer.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(writer.exitValue()).as("128 + SIGKILL").isEqualTo(137);
  }

  /** A line that the kill cut short acknowledges nothing. */
  private static void note(String line, Map<Integer, UUID> acknowledged) {
    assertThat(line).as("the writer goes on until it is killed").isNotNull();
    String[] words = line.split(" ");
    if (words.length == 2 && words[1].length() == 36) {
      acknowledged.put(Integer.valueOf(words[0]), UUID.fromString(words[1]));
    }
  }

  /** Lets some moments pass, so that the kill falls anywhere within a commit. */
  private static void spin(long nanos) {
    long end = System.nanoTime() + nanos;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }
}
