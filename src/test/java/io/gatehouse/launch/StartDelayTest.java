package io.gatehouse.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service's pause before a start, as the installer's script makes it. */
class StartDelayTest {

  private static final Path SCRIPT =
      Path.of("installer/rootfs/opt/gatehouse/libexec/start-delay").toAbsolutePath();

  @TempDir private Path folder;

  @Test
  void aKioskThatEndsAgainAndAgainStartsEverMoreSlowly() throws Exception {
    assertThat(start()).isEmpty();
    assertThat(start()).isEmpty();
    assertThat(start()).isEmpty();
    assertThat(start()).contains("ended 3 times; next start in 5 s").contains("slept 5");
    assertThat(start()).contains("slept 15");
    assertThat(start()).contains("slept 60");
    assertThat(start()).contains("slept 60");
  }

  @Test
  void aKioskThatRanWellForTenMinutesBeginsAnew() throws Exception {
    counted("8 " + Instant.now().minusSeconds(601).getEpochSecond());

    assertThat(start()).isEmpty();
    assertThat(counted()).startsWith("1 ");
  }

  @Test
  void aCountThatCannotBeReadStopsNothing() throws Exception {
    for (String damaged : new String[] {"", "x y", "8", "8 x", "9999 99999999999"}) {
      counted(damaged);

      assertThat(start()).isEmpty();
    }
  }

  @Test
  void aKioskThatSomebodyStoppedBeginsAnew() throws Exception {
    counted("5 " + Instant.now().getEpochSecond());

    stopped("4711");

    assertThat(folder.resolve("starts")).doesNotExist();
    assertThat(start()).isEmpty();
  }

  @Test
  void aKioskThatEndedByItselfIsCountedOn() throws Exception {
    counted("3 " + Instant.now().getEpochSecond());

    stopped("");

    assertThat(start()).contains("slept 5");
  }

  @Test
  void aStopInThePauseEndsThePauseAndBeginsAnew() throws Exception {
    counted("5 " + Instant.now().getEpochSecond());
    Process pausing = script("sleep", folder.toString()).start();
    try (BufferedReader output = pausing.inputReader()) {
      assertThat(output.readLine()).contains("next start in 60 s");
      pausing.destroy();

      assertThat(pausing.waitFor()).isEqualTo(143);
    }
    assertThat(folder.resolve("starts")).doesNotExist();
  }

  private void counted(String text) throws IOException {
    Files.writeString(folder.resolve("starts"), text + "\n");
  }

  private String counted() throws IOException {
    return Files.readString(folder.resolve("starts"));
  }

  private String start() throws IOException, InterruptedException {
    return outputOf(script("echo slept", folder.toString()));
  }

  /** As systemd calls it: with the program's process where there still is one. */
  private void stopped(String mainProcess) throws IOException, InterruptedException {
    ProcessBuilder script = script("false", "--stopped", folder.toString());
    script.environment().put("MAINPID", mainProcess);
    assertThat(outputOf(script)).isEmpty();
  }

  private static ProcessBuilder script(String sleep, String... arguments) {
    List<String> command = new ArrayList<>(List.of("sh", SCRIPT.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder script = new ProcessBuilder(command).redirectErrorStream(true);
    script.environment().put("START_DELAY_SLEEP", sleep);
    return script;
  }

  private static String outputOf(ProcessBuilder script) throws IOException, InterruptedException {
    Process process = script.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
