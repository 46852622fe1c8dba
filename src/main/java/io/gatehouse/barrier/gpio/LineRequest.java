package io.gatehouse.barrier.gpio;

import static io.gatehouse.barrier.gpio.GpioStructs.CONFIG;
import static io.gatehouse.barrier.gpio.GpioStructs.LINE_REQUEST;
import static io.gatehouse.barrier.gpio.GpioStructs.offset;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * One line asked of a chip.
 *
 * @param line its number on the chip
 * @param flags of {@link GpioStructs}
 * @param attribute what else it is set up with
 */
record LineRequest(int line, long flags, Optional<Attribute> attribute) {

  /** Who uses the line, as {@code gpioinfo} shows it. */
  private static final String CONSUMER = "gatehouse";

  private static final long ONLY_LINE = 1;

  /**
   * An attribute of the line.
   *
   * @param id which
   * @param value its value
   */
  record Attribute(int id, long value) {}

  /**
   * Asks the kernel for the line; the chip need not stay open.
   *
   * @return the line's own descriptor
   */
  int send(Kernel kernel, int chip) throws KernelException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment request = arena.allocate(LINE_REQUEST); // all zero
      request.set(JAVA_INT, offset(LINE_REQUEST, "offsets"), line);
      request.setString(offset(LINE_REQUEST, "consumer"), CONSUMER);
      request.set(JAVA_INT, offset(LINE_REQUEST, "num_lines"), 1);
      MemorySegment config = request.asSlice(offset(LINE_REQUEST, "config"), CONFIG);
      config.set(JAVA_LONG, offset(CONFIG, "flags"), flags);
      if (attribute.isPresent()) {
        config.set(JAVA_INT, offset(CONFIG, "num_attrs"), 1);
        write(config.asSlice(offset(CONFIG, "attrs"), GpioStructs.ATTRIBUTE), attribute.get());
      }
      kernel.ioctl(chip, GpioStructs.GET_LINE, request);
      return request.get(JAVA_INT, offset(LINE_REQUEST, "fd"));
    }
  }

  private static void write(MemorySegment into, Attribute attribute) {
    into.set(JAVA_INT, offset(GpioStructs.ATTRIBUTE, "id"), attribute.id());
    into.set(JAVA_LONG, offset(GpioStructs.ATTRIBUTE, "value"), attribute.value());
    into.set(JAVA_LONG, offset(GpioStructs.ATTRIBUTE, "mask"), ONLY_LINE);
  }
}
