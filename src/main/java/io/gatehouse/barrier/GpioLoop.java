package io.gatehouse.barrier;

import io.gatehouse.barrier.gpio.GpioChips;
import io.gatehouse.barrier.gpio.GpioInput;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** A loop detector's contact on a GPIO line. */
final class GpioLoop implements LoopInput {

  private final GpioChips chips;
  private final Optional<String> chip;
  private final GpioAddress.Loop wiring;
  private Optional<GpioInput> input = Optional.empty();

  GpioLoop(GpioChips chips, Optional<String> chip, GpioAddress.Loop wiring) {
    this.chips = chips;
    this.chip = chip;
    this.wiring = wiring;
  }

  @Override
  public boolean occupied(Duration atMost) throws BarrierException, InterruptedException {
    try {
      if (input.isEmpty()) { // how it is now; edges come later
        input = Optional.of(take());
      } else {
        boolean _ = input.get().awaitEdge(Math.toIntExact(atMost.toMillis()));
      }
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      return input.get().isOn();
    } catch (IOException e) {
      close();
      throw new BarrierException("the loop gives no answer: " + e.getMessage(), e);
    }
  }

  private GpioInput take() throws IOException {
    return GpioInput.take(
        chips,
        chips.find(chip),
        wiring.line(),
        wiring.activeLow(),
        wiring.bias(),
        wiring.debounce());
  }

  @Override
  public void close() {
    input.ifPresent(GpioInput::close);
    input = Optional.empty();
  }
}
