package io.gatehouse.barrier;

import io.gatehouse.barrier.gpio.GpioChips;
import io.gatehouse.barrier.gpio.Kernel;
import io.gatehouse.common.TimeSource;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Looks whether a barrier is there, without moving it: no line is taken, no relay is switched. */
public final class BarrierProbe {

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  private BarrierProbe() {}

  /**
   * Looks; asks a device with its password where there is a request that moves nothing.
   *
   * @return what is there, in a few words; empty where there is no barrier
   * @throws BarrierException when it is not there, or its address makes no sense
   */
  public static Optional<String> look(String address, TimeSource time)
      throws BarrierException, InterruptedException {
    BarrierAddress parsed;
    try {
      parsed = BarrierAddress.parse(address);
    } catch (BarrierAddressException e) {
      throw new BarrierException(e.getMessage(), e);
    }
    return switch (parsed) {
      case BarrierAddress.None _ -> Optional.empty();
      case BarrierAddress.Screen _ -> Optional.of("on the screen only");
      case GpioAddress gpio -> Optional.of(gpio(gpio));
      case HttpAddress http -> Optional.of(http(http, time));
      case SerialAddress serial -> Optional.of(port(serial.device()));
      case CommandAddress command -> Optional.of(program(command.open().getFirst()));
    };
  }

  private static String gpio(GpioAddress address) throws BarrierException {
    try {
      GpioChips.Chip chip = new GpioChips(Kernel.linux()).find(address.chip());
      if (address.open() >= chip.lines()) {
        throw new BarrierException("%s has no line %d".formatted(chip.label(), address.open()));
      }
      return "GPIO line %d of %s".formatted(address.open(), chip.label());
    } catch (IOException e) {
      throw new BarrierException(e.getMessage(), e);
    }
  }

  private static String http(HttpAddress address, TimeSource time)
      throws BarrierException, InterruptedException {
    if (address.look().isEmpty()) {
      return reach(address.open());
    }
    HttpCall look = address.look().get();
    try (HttpAsk http = new HttpAsk(time)) {
      String _ = http.ask(look, PATIENCE);
    }
    return look.where() + (look.login().isEmpty() ? " answers" : " answers, the password is right");
  }

  private static String reach(HttpCall call) throws BarrierException {
    int usual = call.uri().getScheme().equals("https") ? HTTPS : HTTP;
    int port = call.uri().getPort() < 0 ? usual : call.uri().getPort();
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(call.uri().getHost(), port), (int) PATIENCE.toMillis());
      return call.where() + " answers";
    } catch (IOException e) {
      throw new BarrierException(
          "%s cannot be reached: is it on, and in this network?".formatted(call.where()), e);
    }
  }

  private static String port(String device) throws BarrierException {
    Path port = Path.of(device);
    if (!Files.exists(port)) {
      throw new BarrierException(
          "%s is not there: is the relay board plugged in?".formatted(device));
    }
    if (!Files.isWritable(port)) {
      throw new BarrierException(
          "%s may not be written: add the user to the group dialout".formatted(device));
    }
    return device + " is there";
  }

  private static String program(String program) throws BarrierException {
    if (!Files.isExecutable(Path.of(program))) {
      throw new BarrierException("%s is not there, or not executable".formatted(program));
    }
    return program + " is there";
  }
}
