package io.gatehouse.barrier.gpio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The real system calls, on what every Linux has. */
@EnabledOnOs(OS.LINUX)
class LinuxKernelTest {

  private final Kernel kernel = Kernel.linux();

  @Test
  void aMissingChipIsSaidInPlainWords() {
    assertThatThrownBy(() -> kernel.open("/dev/gpiochip99"))
        .hasMessage("open /dev/gpiochip99: there is no such device");
  }

  @Test
  void whatIsNoChipIsSaidInPlainWords() {
    assertThatThrownBy(() -> new GpioChips(kernel).find(Optional.of("/dev/null")))
        .hasMessageEndingWith("this is no GPIO chip");
  }

  @Test
  void descriptorsAreGivenBack() throws KernelException {
    long before = Path.of("/proc/self/fd").toFile().list().length;
    for (int i = 0; i < 50; i++) {
      kernel.close(kernel.open("/dev/null"));
    }
    assertThat(Path.of("/proc/self/fd").toFile().list().length).isLessThan((int) before + 25);
  }

  @Test
  void readingWaitsUntilThereIsSomething() throws KernelException {
    int zeros = kernel.open("/dev/zero");
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment into = arena.allocate(48);
      into.fill((byte) 7);
      assertThat(kernel.poll(zeros, 0)).isTrue();
      assertThat(kernel.read(zeros, into)).isEqualTo(48);
      assertThat(into.toArray(ValueLayout.JAVA_BYTE)).containsOnly(0);
    } finally {
      kernel.close(zeros);
    }
  }
}
