package io.gatehouse.barrier.gpio;

import static io.gatehouse.barrier.gpio.GpioStructs.CHIP_INFO;
import static io.gatehouse.barrier.gpio.GpioStructs.offset;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the chip whose lines are on the pin header. By its label: which number it has depends on
 * the model, the kernel and what else is plugged in.
 */
public final class GpioChips {

  /** Raspberry Pi 5, 4, and 3 and before. */
  private static final List<String> HEADER_LABELS =
      List.of("pinctrl-rp1", "pinctrl-bcm2711", "pinctrl-bcm2835");

  private final Kernel kernel;
  private final Path devices;

  public GpioChips(Kernel kernel) {
    this(kernel, Path.of("/dev"));
  }

  GpioChips(Kernel kernel, Path devices) {
    this.kernel = kernel;
    this.devices = devices;
  }

  /**
   * A chip of this machine.
   *
   * @param device its file
   * @param lines how many it has
   */
  public record Chip(Path device, String label, int lines) {}

  /**
   * The chip with the pin header, or the one that is named.
   *
   * @param named a label or a device's file
   * @throws IOException when there is none such; the message says what there is
   */
  public Chip find(Optional<String> named) throws IOException {
    if (named.isPresent() && named.get().startsWith("/")) {
      return info(Path.of(named.get()));
    }
    List<String> wanted = named.map(List::of).orElse(HEADER_LABELS);
    List<Chip> all = new ArrayList<>();
    Optional<KernelException> refused = Optional.empty();
    for (Path device : devices()) {
      try {
        all.add(info(device));
      } catch (KernelException e) {
        refused = Optional.of(e);
      }
    }
    for (String label : wanted) {
      for (Chip chip : all) {
        if (chip.label().equals(label)) {
          return chip;
        }
      }
    }
    if (refused.isPresent()) {
      throw refused.get();
    }
    throw new IOException(
        "there is no GPIO chip %s here; %s"
            .formatted(
                String.join(" or ", wanted),
                all.isEmpty()
                    ? "this machine has none"
                    : "found: " + String.join(", ", all.stream().map(Chip::label).toList())));
  }

  private Set<Path> devices() throws IOException {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(devices, "gpiochip*")) {
      Set<Path> sorted = new TreeSet<>();
      found.forEach(sorted::add);
      return sorted;
    }
  }

  private Chip info(Path device) throws KernelException {
    int descriptor = kernel.open(device.toString());
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment info = arena.allocate(CHIP_INFO);
      kernel.ioctl(descriptor, GpioStructs.GET_CHIPINFO, info);
      return new Chip(
          device,
          info.asSlice(offset(CHIP_INFO, "label"), GpioStructs.NAME_SIZE).getString(0),
          info.get(JAVA_INT, offset(CHIP_INFO, "lines")));
    } finally {
      kernel.close(descriptor);
    }
  }

  /** Asks a chip for a line. */
  int line(Chip chip, LineRequest request) throws IOException {
    if (request.line() >= chip.lines()) {
      throw new IOException(
          "GPIO line %d: %s has lines 0 to %d"
              .formatted(request.line(), chip.label(), chip.lines() - 1));
    }
    int descriptor = kernel.open(chip.device().toString());
    try {
      return request.send(kernel, descriptor);
    } catch (KernelException e) {
      throw new IOException(
          "GPIO line %d of %s: %s".formatted(request.line(), chip.label(), e.getMessage()), e);
    } finally {
      kernel.close(descriptor);
    }
  }

  Kernel kernel() {
    return kernel;
  }
}
