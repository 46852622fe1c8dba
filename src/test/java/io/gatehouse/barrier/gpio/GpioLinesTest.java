package io.gatehouse.barrier.gpio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every byte that goes to the kernel, against the offsets of {@code linux/gpio.h}. */
class GpioLinesTest {

  @TempDir private Path dev;
  private final RecordingKernel kernel = new RecordingKernel();
  private GpioChips chips;

  @BeforeEach
  void aPiFiveWhoseHeaderIsNotItsFirstChip() throws IOException {
    Files.createFile(dev.resolve("gpiochip0"));
    Files.createFile(dev.resolve("gpiochip4"));
    Files.createFile(dev.resolve("gpiomem0"));
    kernel.chip(dev.resolve("gpiochip0").toString(), "gpio-brcmstb@107d508500");
    kernel.chip(dev.resolve("gpiochip4").toString(), "pinctrl-rp1");
    chips = new GpioChips(kernel, dev);
  }

  @Test
  void theHeaderIsFoundByItsLabelWhateverItsNumber() throws IOException {
    assertThat(chips.find(Optional.empty()))
        .isEqualTo(new GpioChips.Chip(dev.resolve("gpiochip4"), "pinctrl-rp1", 54));
    assertThat(kernel.openDescriptors()).as("left open").isZero();
  }

  @Test
  void anotherChipIsFoundByLabelOrFile() throws IOException {
    Path first = dev.resolve("gpiochip0");
    assertThat(chips.find(Optional.of("gpio-brcmstb@107d508500")).device()).isEqualTo(first);
    assertThat(chips.find(Optional.of(first.toString())).device()).isEqualTo(first);
  }

  @Test
  void whatThereIsInsteadIsSaid() {
    assertThatThrownBy(() -> chips.find(Optional.of("pinctrl-other")))
        .hasMessage(
            "there is no GPIO chip pinctrl-other here; found: gpio-brcmstb@107d508500,"
                + " pinctrl-rp1");
    GpioChips none = new GpioChips(kernel, dev.getParent());
    assertThatThrownBy(() -> none.find(Optional.empty()))
        .hasMessageEndingWith("this machine has none");
  }

  @Test
  void aChipThatMayNotBeOpenedSaysWhatToDo() throws IOException {
    Path sole = Files.createDirectory(dev.resolve("sole"));
    String device = Files.createFile(sole.resolve("gpiochip0")).toString();
    GpioChips locked = new GpioChips(new RecordingKernel().lockedChip(device), sole);
    assertThatThrownBy(() -> locked.find(Optional.empty()))
        .hasMessage("open %s: not permitted (add the user to the group gpio)", device);
  }

  @Test
  void anOutputIsOffFromItsFirstMoment() throws IOException {
    GpioOutput.take(chips, chips.find(Optional.empty()), 17, false);
    byte[] expected =
        request(
            17,
            bytes -> {
              bytes.putLong(288, 8); // OUTPUT
              bytes.putInt(296, 1); // one attribute
              bytes.putInt(320, 2); // OUTPUT_VALUES
              bytes.putLong(328, 0); // off
              bytes.putLong(336, 1); // of the only line
            });
    assertThat(kernel.asked(0xC250B407L)).containsExactly(expected);
    assertThat(kernel.switched()).as("set afterwards").isEmpty();
  }

  @Test
  void aBoardThatSwitchesOnLowIsOffTooWithTheSameValue() throws IOException {
    GpioOutput.take(chips, chips.find(Optional.empty()), 4, true);
    byte[] expected =
        request(
            4,
            bytes -> {
              bytes.putLong(288, 8 | 2); // OUTPUT, ACTIVE_LOW: the kernel turns the values round
              bytes.putInt(296, 1);
              bytes.putInt(320, 2);
              bytes.putLong(336, 1);
            });
    assertThat(kernel.asked(0xC250B407L)).containsExactly(expected);
  }

  @Test
  void switchingSendsBitAndMask() throws IOException {
    GpioOutput output = GpioOutput.take(chips, chips.find(Optional.empty()), 17, false);
    output.set(true);
    output.close();
    assertThat(kernel.asked(0xC010B40FL))
        .containsExactly(
            ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(1).putLong(1).array(),
            ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(0).putLong(1).array());
    assertThat(kernel.openDescriptors()).isZero();
    assertThatThrownBy(() -> output.set(true)).hasMessageContaining("given back");
  }

  @Test
  void aLineThatIsGivenBackIsNotLeftOpenEvenIfItCannotBeSwitchedOff() throws IOException {
    GpioOutput output = GpioOutput.take(chips, chips.find(Optional.empty()), 17, false);
    kernel.refuse(0xC010B40FL, 19);
    assertThatThrownBy(output::close).hasMessageContaining("no such device");
    assertThat(kernel.openDescriptors()).isZero();
  }

  @Test
  void anInputAsksForBothEdgesBiasAndDebounce() throws IOException {
    GpioInput.take(
        chips, chips.find(Optional.empty()), 22, true, GpioInput.Bias.UP, Duration.ofMillis(50));
    byte[] expected =
        request(
            22,
            bytes -> {
              bytes.putLong(288, 4 | 2 | 16 | 32 | 256);
              bytes.putInt(296, 1);
              bytes.putInt(320, 3); // DEBOUNCE
              bytes.putLong(328, 50_000); // microseconds
              bytes.putLong(336, 1);
            });
    assertThat(kernel.asked(0xC250B407L)).containsExactly(expected);
  }

  @Test
  void anEdgeWakesWhoeverWaitsAndTheValueIsAskedOfTheKernel() throws IOException {
    try (GpioInput input =
        GpioInput.take(
            chips, chips.find(Optional.empty()), 22, false, GpioInput.Bias.NONE, Duration.ZERO)) {
      assertThat(input.awaitEdge(1)).isFalse();
      assertThat(input.isOn()).isFalse();
      kernel.input(true);
      assertThat(input.awaitEdge(1_000)).isTrue();
      assertThat(input.isOn()).isTrue();
      assertThat(input.awaitEdge(1)).as("the same edge again").isFalse();
    }
    assertThat(kernel.openDescriptors()).isZero();
  }

  @Test
  void aLineInUseIsNamed() throws IOException {
    GpioChips.Chip header = chips.find(Optional.empty());
    kernel.refuse(0xC250B407L, 16);
    assertThatThrownBy(() -> GpioOutput.take(chips, header, 17, false))
        .hasMessageStartingWith("GPIO line 17 of pinctrl-rp1: ")
        .hasMessageEndingWith("in use by another program");
    assertThat(kernel.openDescriptors()).isZero();
    assertThatThrownBy(() -> GpioOutput.take(chips, header, 54, false))
        .hasMessage("GPIO line 54: pinctrl-rp1 has lines 0 to 53");
  }

  /** A request for one line, and what more is in it. */
  private static byte[] request(int line, Consumer<ByteBuffer> more) {
    byte[] bytes = new byte[592];
    ByteBuffer into = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    into.putInt(0, line);
    into.put(256, "gatehouse".getBytes(StandardCharsets.US_ASCII));
    into.putInt(560, 1);
    more.accept(into);
    return bytes;
  }
}
