package io.gatehouse.barrier.gpio;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/**
 * A line that drives something. It is off from the moment it becomes an output, and when it is
 * closed. Safe for use by several threads.
 *
 * <p>A Raspberry Pi 5 keeps the last value of a line that its program has lost: whoever may die
 * while it is on must have somebody who switches it off.
 */
public final class GpioOutput implements AutoCloseable {

  private static final long ONLY_LINE = 1;

  private final Kernel kernel;
  private final int descriptor;
  private boolean closed;

  private GpioOutput(Kernel kernel, int descriptor) {
    this.kernel = kernel;
    this.descriptor = descriptor;
  }

  /**
   * Takes a line.
   *
   * @param activeLow whether it is on when its voltage is low, as many relay boards want it
   * @throws IOException when the line cannot be had; one line that says why
   */
  public static GpioOutput take(GpioChips chips, GpioChips.Chip chip, int line, boolean activeLow)
      throws IOException {
    long flags = GpioStructs.FLAG_OUTPUT | (activeLow ? GpioStructs.FLAG_ACTIVE_LOW : 0);
    // The kernel reads the value as the flags mean it: 0 is off for both kinds of board.
    LineRequest.Attribute off = new LineRequest.Attribute(GpioStructs.ATTRIBUTE_OUTPUT_VALUES, 0);
    int descriptor = chips.line(chip, new LineRequest(line, flags, Optional.of(off)));
    return new GpioOutput(chips.kernel(), descriptor);
  }

  /** Switches it. */
  public synchronized void set(boolean on) throws IOException {
    if (closed) {
      throw new IOException("the GPIO line was given back already");
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment values = arena.allocate(GpioStructs.LINE_VALUES);
      values.set(
          ValueLayout.JAVA_LONG, GpioStructs.offset(GpioStructs.LINE_VALUES, "bits"), on ? 1 : 0);
      values.set(
          ValueLayout.JAVA_LONG, GpioStructs.offset(GpioStructs.LINE_VALUES, "mask"), ONLY_LINE);
      kernel.ioctl(descriptor, GpioStructs.SET_VALUES, values);
    }
  }

  /**
   * Switches it off and gives it back.
   *
   * @throws IOException when it could not be switched off; it is given back all the same
   */
  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    try {
      set(false);
    } finally {
      closed = true;
      kernel.close(descriptor);
    }
  }
}
