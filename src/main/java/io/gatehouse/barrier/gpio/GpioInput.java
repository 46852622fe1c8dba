package io.gatehouse.barrier.gpio;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.Optional;

/** A line that is listened to. One thread waits; another may close it once that has ended. */
public final class GpioInput implements AutoCloseable {

  private static final long ONLY_LINE = 1;
  private static final int EVENTS_AT_ONCE = 16;

  private final Kernel kernel;
  private final int descriptor;
  private boolean closed;

  private GpioInput(Kernel kernel, int descriptor) {
    this.kernel = kernel;
    this.descriptor = descriptor;
  }

  /** What holds the line while nothing drives it. */
  public enum Bias {
    UP(GpioStructs.FLAG_BIAS_PULL_UP),
    DOWN(GpioStructs.FLAG_BIAS_PULL_DOWN),
    NONE(GpioStructs.FLAG_BIAS_DISABLED);

    private final long flag;

    Bias(long flag) {
      this.flag = flag;
    }
  }

  /**
   * Takes a line; the kernel tells of both edges.
   *
   * @param activeLow whether it is on when its voltage is low: a contact to ground
   * @param debounce shorter changes are none
   * @throws IOException when the line cannot be had; one line that says why
   */
  public static GpioInput take(
      GpioChips chips,
      GpioChips.Chip chip,
      int line,
      boolean activeLow,
      Bias bias,
      Duration debounce)
      throws IOException {
    long flags =
        GpioStructs.FLAG_INPUT
            | GpioStructs.FLAG_EDGE_RISING
            | GpioStructs.FLAG_EDGE_FALLING
            | bias.flag
            | (activeLow ? GpioStructs.FLAG_ACTIVE_LOW : 0);
    LineRequest.Attribute steady =
        new LineRequest.Attribute(GpioStructs.ATTRIBUTE_DEBOUNCE, debounce.toNanos() / 1_000);
    int descriptor = chips.line(chip, new LineRequest(line, flags, Optional.of(steady)));
    return new GpioInput(chips.kernel(), descriptor);
  }

  /** Whether it is on now. */
  public boolean isOn() throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment values = arena.allocate(GpioStructs.LINE_VALUES);
      values.set(
          ValueLayout.JAVA_LONG, GpioStructs.offset(GpioStructs.LINE_VALUES, "mask"), ONLY_LINE);
      kernel.ioctl(descriptor, GpioStructs.GET_VALUES, values);
      long bits =
          values.get(ValueLayout.JAVA_LONG, GpioStructs.offset(GpioStructs.LINE_VALUES, "bits"));
      return (bits & ONLY_LINE) != 0;
    }
  }

  /**
   * Waits for an edge, and takes all that have come: only how the line is then counts.
   *
   * @return whether there was one within so many milliseconds
   */
  public boolean awaitEdge(int millis) throws IOException {
    if (!kernel.poll(descriptor, millis)) {
      return false;
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment events = arena.allocate(GpioStructs.LINE_EVENT, EVENTS_AT_ONCE);
      return kernel.read(descriptor, events) > 0;
    }
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      kernel.close(descriptor);
    }
  }
}
