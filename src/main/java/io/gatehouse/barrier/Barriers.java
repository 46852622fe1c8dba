package io.gatehouse.barrier;

import io.gatehouse.barrier.gpio.GpioChips;
import io.gatehouse.barrier.gpio.Kernel;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes the barrier that an address names. */
public final class Barriers {

  private static final Duration SCREEN_OPEN = Duration.ofSeconds(5);

  private final TimeSource time;
  private final Threads threads;

  public Barriers(TimeSource time, Threads threads) {
    this.time = time;
    this.threads = threads;
  }

  /**
   * The barrier; what is wrong with it shows in its status and when it is opened, so that a lane
   * works without it.
   */
  public Barrier barrier(String address) {
    try {
      return barrier(BarrierAddress.parse(address));
    } catch (BarrierAddressException e) {
      return new BrokenBarrier(e.getMessage());
    }
  }

  private Barrier barrier(BarrierAddress address) {
    return switch (address) {
      case BarrierAddress.None _ -> new NullBarrier();
      case BarrierAddress.Screen _ -> new ScreenBarrier(time, SCREEN_OPEN);
      case GpioAddress gpio -> driven(gpio(gpio, new GpioChips(Kernel.linux())));
      case HttpAddress http -> driven(http(http, time));
      case SerialAddress serial -> driven(serial(serial));
      case CommandAddress command -> driven(command(command));
    };
  }

  private Barrier driven(RelayBarrier.Parts parts) {
    return new RelayBarrier(parts, time, threads);
  }

  /**
   * Switches off what a kiosk that was killed may have left on; nothing else moves.
   *
   * @throws BarrierException when that could not be done; one line that says why
   */
  public static void switchOff(String address, TimeSource time)
      throws BarrierException, InterruptedException {
    Optional<RelayBarrier.Parts> parts;
    try {
      parts =
          switch (BarrierAddress.parse(address)) {
            case GpioAddress gpio -> Optional.of(gpio(gpio, new GpioChips(Kernel.linux())));
            case HttpAddress http -> Optional.of(http(http, time));
            case SerialAddress serial -> Optional.of(serial(serial));
            case BarrierAddress.None _, BarrierAddress.Screen _, CommandAddress _ ->
                Optional.empty();
          };
    } catch (BarrierAddressException e) {
      throw new BarrierException("the barrier's address is wrong: " + e.getMessage(), e);
    }
    if (parts.isPresent()) {
      switchOff(parts.get());
    }
  }

  static void switchOff(RelayBarrier.Parts parts) throws BarrierException, InterruptedException {
    for (Relay relay : parts.relays()) {
      try {
        relay.prepare();
        relay.off();
      } finally {
        relay.close();
      }
    }
  }

  static RelayBarrier.Parts gpio(GpioAddress address, GpioChips chips) {
    OptionalInt close = address.close();
    return new RelayBarrier.Parts(
        "GPIO line " + address.open(),
        new GpioRelay(chips, address, address.open()),
        close.isEmpty()
            ? Optional.empty()
            : Optional.of(new GpioRelay(chips, address, close.getAsInt())),
        address.loop().map(loop -> new GpioLoop(chips, address.chip(), loop)),
        address.timing());
  }

  static RelayBarrier.Parts http(HttpAddress address, TimeSource time) {
    Timing timing = address.timing();
    return new RelayBarrier.Parts(
        address.open().where(),
        new HttpRelay(address.open(), address.off(), timing, time),
        address.close().map(close -> new HttpRelay(close, address.closeOff(), timing, time)),
        address.loop().map(input -> new HttpLoop(input, time)),
        timing);
  }

  static RelayBarrier.Parts serial(SerialAddress address) {
    return new RelayBarrier.Parts(
        address.device(),
        new SerialRelay(address, address.open()),
        address.close().map(bytes -> new SerialRelay(address, bytes)),
        Optional.empty(),
        address.timing());
  }

  static RelayBarrier.Parts command(CommandAddress address) {
    Timing timing = address.timing();
    return new RelayBarrier.Parts(
        address.open().getFirst(),
        new CommandRelay(address.open(), timing),
        address.close().map(command -> new CommandRelay(command, timing)),
        Optional.empty(),
        timing);
  }
}
