package io.gatehouse.barrier;

import io.gatehouse.barrier.gpio.GpioChips;
import io.gatehouse.barrier.gpio.GpioOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A relay on a GPIO line. The line is held from the start, so that nobody else drives it. */
final class GpioRelay implements Relay {

  private static final Logger log = LoggerFactory.getLogger(GpioRelay.class);

  private final GpioChips chips;
  private final Optional<String> chip;
  private final int line;
  private final boolean activeLow;
  private final Duration pulse;
  private Optional<GpioOutput> output = Optional.empty();
  private boolean closed;

  GpioRelay(GpioChips chips, GpioAddress address, int line) {
    this.chips = chips;
    this.chip = address.chip();
    this.line = line;
    this.activeLow = address.activeLow();
    this.pulse = address.timing().pulse();
  }

  @Override
  public synchronized void prepare() throws BarrierException {
    try {
      GpioOutput _ = held();
    } catch (IOException e) {
      throw new BarrierException(e.getMessage(), e);
    }
  }

  @Override
  public synchronized void on() throws BarrierException {
    set(true);
  }

  @Override
  public synchronized void off() throws BarrierException {
    if (output.isPresent()) {
      set(false);
    }
  }

  private void set(boolean on) throws BarrierException {
    try {
      held().set(on);
    } catch (IOException e) {
      throw new BarrierException(
          "GPIO line %d could not be switched: %s".formatted(line, e.getMessage()), e);
    }
  }

  private GpioOutput held() throws IOException {
    if (closed) {
      throw new IOException("the barrier is closed already");
    }
    if (output.isEmpty()) {
      output = Optional.of(GpioOutput.take(chips, chips.find(chip), line, activeLow));
    }
    return output.get();
  }

  @Override
  public Duration pulse() {
    return pulse;
  }

  @Override
  public synchronized void close() {
    closed = true;
    try {
      if (output.isPresent()) {
        output.get().close();
      }
    } catch (IOException e) {
      log.warn("GPIO line {} could not be switched off: {}", line, e.getMessage());
    }
  }
}
