package io.gatehouse.barrier;

import io.gatehouse.barrier.BarrierAddressException.Problem;
import io.gatehouse.barrier.gpio.GpioInput.Bias;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Relays and a loop on the pins of this machine.
 *
 * @param chip label or file of the GPIO chip; empty for the one with the pin header
 * @param open number of the line (GPIO17, not pin 11) whose relay raises the boom
 * @param close the line whose relay lowers it; empty where it falls by itself
 * @param activeLow whether the relays are on when the line is low
 */
record GpioAddress(
    Optional<String> chip,
    int open,
    OptionalInt close,
    boolean activeLow,
    Optional<Loop> loop,
    Timing timing)
    implements BarrierAddress {

  private static final int MOST_LINES = 255;
  private static final Duration LONGEST_DEBOUNCE = Duration.ofSeconds(1);

  /**
   * The contact of a loop detector or photo cell.
   *
   * @param activeLow whether the contact pulls the line down while a vehicle is there
   */
  record Loop(int line, boolean activeLow, Bias bias, Duration debounce) {}

  static GpioAddress of(String place) throws BarrierAddressException {
    Parts parts = Parts.of(place, '?');
    OptionalInt open = AddressOptions.wholeNumber(parts.place(), 0, MOST_LINES);
    if (open.isEmpty()) {
      throw new BarrierAddressException(
          Problem.NO_LINE,
          parts.place(),
          "gpio: needs the number of a line, such as gpio:17; found '%s'".formatted(parts.place()));
    }
    AddressOptions options = parts.options();
    Optional<String> chip = options.text("chip");
    OptionalInt close = options.number("close", 0, MOST_LINES);
    boolean activeLow = options.word("active", "high", "high", "low").equals("low");
    Optional<Loop> loop = loop(options);
    Timing timing = Timing.of(options);
    options.nothingElse(
        "chip", "close", "active", "loop", "loop-active", "loop-bias", "debounce", Timing.OPTIONS);
    different("close", close, open.getAsInt());
    if (loop.isPresent()) {
      different("loop", OptionalInt.of(loop.get().line()), open.getAsInt());
      different("loop", OptionalInt.of(loop.get().line()), close.orElse(-1));
    }
    return new GpioAddress(chip, open.getAsInt(), close, activeLow, loop, timing);
  }

  private static Optional<Loop> loop(AddressOptions options) throws BarrierAddressException {
    OptionalInt line = options.number("loop", 0, MOST_LINES);
    boolean low = options.word("loop-active", "low", "low", "high").equals("low");
    String bias = options.word("loop-bias", low ? "up" : "down", "up", "down", "none");
    Duration debounce =
        options.time("debounce", Duration.ofMillis(50), Duration.ZERO, LONGEST_DEBOUNCE);
    return line.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Loop(line.getAsInt(), low, Bias.valueOf(bias.toUpperCase(Locale.ROOT)), debounce));
  }

  private static void different(String name, OptionalInt line, int other)
      throws BarrierAddressException {
    if (line.isPresent() && line.getAsInt() == other) {
      throw AddressOptions.wrong(name, Integer.toString(other), "a line of its own");
    }
  }
}
