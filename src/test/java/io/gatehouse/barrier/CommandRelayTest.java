package io.gatehouse.barrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real programs. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class CommandRelayTest {

  @TempDir private Path folder;

  @Test
  void theProgramIsRunWithItsWords() throws Exception {
    Path said = folder.resolve("said");
    Path program = program("echo \"$1|$2\" > " + said);
    try (Barrier barrier = barrier("command:%s open 'lane A'".formatted(program))) {
      barrier.open();
    }
    assertThat(said).hasContent("open|lane A");
  }

  @Test
  void itsFailureIsSaidWithItsOwnWords() throws Exception {
    Path program = program("echo 'no such relay' >&2; echo more >&2; exit 3");
    try (Barrier barrier = barrier("command:" + program)) {
      assertThatThrownBy(barrier::open).hasMessage(program + " failed with 3: no such relay");
    }
  }

  @Test
  void aProgramThatHangsIsKilledWithAllThatItStarted() throws Exception {
    Path child = folder.resolve("child");
    Path program = program("sleep 600 & echo $! > " + child + "; wait");
    try (Barrier barrier = barrier("command:%s#limit=900ms".formatted(program))) {
      assertThatThrownBy(barrier::open).hasMessage(program + " was not done within 800 ms");
    }
    long pid = Long.parseLong(Files.readString(child).strip());
    await().until(() -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
  }

  @Test
  void aProgramThatIsNotThereIsSaid() {
    try (Barrier barrier = barrier("command:/nowhere/open")) {
      assertThatThrownBy(barrier::open)
          .hasMessage("/nowhere/open cannot be started: is it there and executable?");
    }
  }

  private static Barrier barrier(String address) {
    return new Barriers(TimeSource.system(), new Threads((thread, failure) -> {})).barrier(address);
  }

  private Path program(String script) throws IOException {
    Path file = folder.resolve("open");
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }
}
