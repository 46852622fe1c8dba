package io.gatehouse.launch.systemd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.support.NotifyListener;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceManagerTest {

  @TempDir private Path folder;

  @Test
  void whatIsToldReachesASocketThatIsAFile() {
    try (NotifyListener systemd = NotifyListener.at(folder.resolve("notify"));
        ServiceManager manager = ServiceManager.of(Map.of("NOTIFY_SOCKET", systemd.address()))) {
      manager.tell("READY=1\nSTATUS=Làn xe chạy");
      manager.tell("WATCHDOG=1");

      assertThat(systemd.heard()).isEqualTo(List.of("READY=1\nSTATUS=Làn xe chạy", "WATCHDOG=1"));
    }
  }

  @Test
  void whatIsToldReachesASocketInTheAbstractNameSpace() {
    try (NotifyListener systemd = NotifyListener.named("gatehouse-test/" + UUID.randomUUID());
        ServiceManager manager = ServiceManager.of(Map.of("NOTIFY_SOCKET", systemd.address()))) {
      manager.tell("READY=1");

      assertThat(systemd.heard()).isEqualTo(List.of("READY=1"));
    }
  }

  @Test
  void withoutASocketNobodyIsToldAndNothingFails() {
    try (ServiceManager manager = ServiceManager.of(Map.of("WATCHDOG_USEC", "30000000"))) {
      manager.tell("READY=1");

      assertThat(manager.watchdog()).isEmpty();
    }
  }

  @Test
  void aSocketThatNobodyListensAtOrThatMakesNoSenseEndsNothing() {
    for (String address : List.of(folder.resolve("nobody").toString(), "relative", "@", "/")) {
      try (ServiceManager manager = ServiceManager.of(Map.of("NOTIFY_SOCKET", address))) {
        manager.tell("READY=1");
      }
    }
  }

  @Test
  void aReceiverThatDoesNotReadIsNotWaitedFor() {
    try (NotifyListener systemd = NotifyListener.at(folder.resolve("notify"));
        ServiceManager manager = ServiceManager.of(Map.of("NOTIFY_SOCKET", systemd.address()))) {
      for (int i = 0; i < 5_000; i++) {
        manager.tell("WATCHDOG=1");
      }

      assertThat(systemd.heard()).isNotEmpty().hasSizeLessThan(5_000);
    }
  }

  @Test
  void theWatchdogsTimeIsTakenInMicroseconds() {
    assertThat(watchdog("30000000")).isEqualTo(Duration.ofSeconds(30));
    assertThat(watchdog("")).isNull();
    assertThat(watchdog("0")).isNull();
    assertThat(watchdog("soon")).isNull();
  }

  private Duration watchdog(String micros) {
    Map<String, String> environment =
        Map.of("NOTIFY_SOCKET", folder.resolve("n").toString(), "WATCHDOG_USEC", micros);
    try (ServiceManager manager = ServiceManager.of(environment)) {
      return manager.watchdog().orElse(null);
    }
  }

  @Test
  void anAddressIsLaidOutAsTheKernelWantsIt() throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      assertThat(bytes(NotifySocket.address(arena, "/r/n")))
          .containsExactly(1, 0, '/', 'r', '/', 'n', 0);
      assertThat(bytes(NotifySocket.address(arena, "@ab"))).containsExactly(1, 0, 0, 'a', 'b');
      assertThat(NotifySocket.address(arena, "/" + "x".repeat(106)).byteSize()).isEqualTo(110);
      assertThatThrownBy(() -> NotifySocket.address(arena, "/" + "x".repeat(107)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("too long");
    }
  }

  private static byte[] bytes(MemorySegment address) {
    return address.toArray(ValueLayout.JAVA_BYTE);
  }
}
