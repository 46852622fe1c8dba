package io.gatehouse.barrier;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.gatehouse.barrier.gpio.Kernel;
import io.gatehouse.barrier.gpio.KernelException;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A relay board at the other end of a pseudo terminal. */
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class SerialRelayTest {

  private static final long UNLOCK = 0x40045431L;
  private static final long NUMBER = 0x80045430L;
  private static final int POLL_MILLIS = 100;
  private static final int NOBODY_AT_THE_OTHER_END = 5;

  private final Kernel kernel = Kernel.linux();
  private final Arena arena = Arena.ofShared();
  private int board;
  private String port;

  @BeforeEach
  void plugIn() throws IOException {
    board = kernel.open("/dev/ptmx");
    MemorySegment number = arena.allocate(JAVA_INT);
    kernel.ioctl(board, UNLOCK, number);
    kernel.ioctl(board, NUMBER, number);
    port = "/dev/pts/" + number.get(JAVA_INT, 0);
  }

  @AfterEach
  void pullOut() {
    kernel.close(board);
    arena.close();
  }

  @Test
  void theCommonBoardIsSwitchedOnAndOff() throws Exception {
    try (Barrier barrier = barrier("serial:%s?pulse=50ms".formatted(port))) {
      barrier.open();
      assertThat(received(8)).isEqualTo("a00101a2a00100a1");
    }
  }

  @Test
  void anotherBoardGetsItsOwnBytes() throws Exception {
    try (Barrier barrier = barrier("serial:%s?baud=115200&on=000A0D11FF&off=13".formatted(port))) {
      barrier.open();
      assertThat(received(6))
          .as("no byte is taken for a control character")
          .isEqualTo("000a0d11ff13");
    }
  }

  @Test
  void theRelayIsSwitchedOffWhenTheKioskEndsInThePulse() throws Exception {
    try (Barrier barrier = barrier("serial:%s?pulse=5s".formatted(port))) {
      barrier.open();
      assertThat(received(4)).isEqualTo("a00101a2");
    }
    assertThat(received(4)).isEqualTo("a00100a1");
  }

  @Test
  void afterAKillTheRelayIsSwitchedOff() throws Exception {
    Barriers.switchOff("serial:" + port, TimeSource.system());
    assertThat(received(4)).isEqualTo("a00100a1");
  }

  @Test
  void aBoardThatWasPulledOutAndPutBackWorksAgain() throws Exception {
    try (Barrier barrier = barrier("serial:%s?pulse=50ms&limit=2s".formatted(port))) {
      barrier.open();
      assertThat(received(8)).isEqualTo("a00101a2a00100a1");
      String before = port;
      kernel.close(board);
      assertThatThrownBy(barrier::open).isInstanceOf(BarrierException.class);
      plugIn();
      assumeThat(port).as("the system gave it another name").isEqualTo(before);
      barrier.open();
      assertThat(received(8)).endsWith("a00101a2a00100a1");
    }
  }

  @Test
  void aBoardThatIsNotPluggedInIsSaid() {
    try (Barrier barrier = barrier("serial:/dev/ttyGatehouse9")) {
      assertThatThrownBy(barrier::open)
          .hasMessage("/dev/ttyGatehouse9 is not there: is the relay board plugged in?");
    }
  }

  @Test
  void aFileIsNoPort() {
    try (Barrier barrier = barrier("serial:/dev/null")) {
      assertThatThrownBy(barrier::open).isInstanceOf(BarrierException.class);
    }
  }

  private static Barrier barrier(String address) {
    return new Barriers(TimeSource.system(), new Threads((thread, failure) -> {})).barrier(address);
  }

  private String received(int bytes) {
    StringBuilder all = new StringBuilder();
    await().until(() -> all.append(some(bytes)).length() >= bytes * 2);
    return all.toString();
  }

  private String some(int bytes) throws IOException {
    try {
      if (!kernel.poll(board, POLL_MILLIS)) {
        return "";
      }
      MemorySegment into = arena.allocate(bytes * 2L);
      long count = kernel.read(board, into);
      return HexFormat.of().formatHex(into.asSlice(0, count).toArray(JAVA_BYTE));
    } catch (KernelException e) {
      if (e.errno() == NOBODY_AT_THE_OTHER_END) {
        return ""; // between two commands the port is closed
      }
      throw e;
    }
  }
}
