package io.gatehouse.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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
    assertThat(start()).contains("slept 300");
    assertThat(start()).contains("slept 300");
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

  private void counted(String text) throws IOException {
    Files.writeString(folder.resolve("starts"), text + "\n");
  }

  private String counted() throws IOException {
    return Files.readString(folder.resolve("starts"));
  }

  private String start() throws IOException, InterruptedException {
    ProcessBuilder script = new ProcessBuilder("sh", SCRIPT.toString(), folder.toString());
    script.environment().put("START_DELAY_SLEEP", "echo slept");
    Process process = script.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
