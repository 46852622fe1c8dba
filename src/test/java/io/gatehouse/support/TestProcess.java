package io.gatehouse.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A program of the tests in a process of its own, to be killed with SIGKILL. */
public final class TestProcess implements AutoCloseable {

  private static final int SIGKILLED = 128 + 9;

  private final Process process;
  private final BufferedReader said;

  private TestProcess(Process process) {
    this.process = process;
    this.said = process.inputReader();
  }

  /**
   * Starts a program.
   *
   * @param errors where its standard error goes
   */
  public static TestProcess start(Redirect errors, Class<?> program, String... arguments)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-da:org.h2...",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
    command.addAll(List.of(arguments));
    return new TestProcess(new ProcessBuilder(command).redirectError(errors).start());
  }

  /** The next line on its standard output; null when it has ended. */
  public String line() throws IOException {
    return said.readLine();
  }

  /**
   * Kills it after some moments, so that the end falls anywhere within what it does. What it said
   * before can still be read.
   */
  public void killAfter(long nanos) {
    long end = System.nanoTime() + nanos;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    // by its handle: the process itself would close the stream, and what it said would be lost
    assertThat(process.toHandle().destroyForcibly()).isTrue();
  }

  /** Notes what it acknowledged and nobody has read yet, up to its end: see {@link #note}. */
  public void noteRest(Map<Integer, UUID> acknowledged) throws IOException {
    for (String line = line(); line != null; line = line()) {
      note(line, acknowledged);
    }
  }

  /** Notes {@code <number> <id>}; a line that the kill cut short acknowledges nothing. */
  public static void note(String line, Map<Integer, UUID> acknowledged) {
    assertThat(line).as("it goes on until it is killed").isNotNull();
    String[] words = line.split(" ");
    if (words.length == 2 && words[1].length() == 36) {
      acknowledged.put(Integer.valueOf(words[0]), UUID.fromString(words[1]));
    }
  }

  /** Waits for its end, which must have been the kill. */
  public void awaitKilled() throws InterruptedException {
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as("128 + SIGKILL").isEqualTo(SIGKILLED);
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
