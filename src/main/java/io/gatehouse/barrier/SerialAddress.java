package io.gatehouse.barrier;

import io.gatehouse.barrier.BarrierAddressException.Problem;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A relay board on a serial port.
 *
 * @param device such as {@code /dev/ttyUSB0}
 * @param open switches the relay that raises the boom
 * @param close switches the one that lowers it; empty where it falls by itself
 */
record SerialAddress(String device, int baud, Switch open, Optional<Switch> close, Timing timing)
    implements BarrierAddress {

  private static final int BOARD_BEGINS = 0xA0;
  private static final int MOST_RELAYS = 32;
  private static final int MOST_BAUD = 921_600;

  /**
   * The bytes that switch a relay.
   *
   * @param off empty for a board that ends the pulse by itself
   */
  @SuppressWarnings("ArrayRecordComponent") // sent, never compared
  record Switch(byte[] on, byte[] off) {}

  static SerialAddress of(String place) throws BarrierAddressException {
    Parts parts = Parts.of(place, '?');
    String device = parts.place();
    if (device.isEmpty() || device.endsWith("/")) {
      throw new BarrierAddressException(
          Problem.NO_DEVICE,
          device,
          "serial: needs a port, such as serial:/dev/ttyUSB0; found '%s'".formatted(device));
    }
    AddressOptions options = parts.options();
    int baud = options.number("baud", 300, MOST_BAUD).orElse(9_600);
    int relay = options.number("relay", 1, MOST_RELAYS).orElse(1);
    Optional<byte[]> on = hex(options, "on");
    Optional<byte[]> off = hex(options, "off");
    OptionalInt close = options.number("close", 1, MOST_RELAYS);
    Optional<byte[]> closeOn = hex(options, "close-on");
    Optional<byte[]> closeOff = hex(options, "close-off");
    Timing timing = Timing.of(options);
    options.nothingElse(
        "baud", "relay", "on", "off", "close", "close-on", "close-off", Timing.OPTIONS);
    Switch open = on.map(bytes -> free(bytes, off)).orElseGet(() -> board(relay));
    Optional<Switch> lowers = closeOn.map(bytes -> free(bytes, closeOff));
    if (lowers.isEmpty() && close.isPresent()) {
      lowers = Optional.of(board(close.getAsInt()));
    }
    return new SerialAddress(device, baud, open, lowers, timing);
  }

  /** The common small boards (LCUS-1 and its larger kin): begin, relay, state, sum. */
  private static Switch board(int relay) {
    return new Switch(command(relay, 1), command(relay, 0));
  }

  private static byte[] command(int relay, int state) {
    return new byte[] {
      (byte) BOARD_BEGINS, (byte) relay, (byte) state, (byte) (BOARD_BEGINS + relay + state)
    };
  }

  private static Switch free(byte[] on, Optional<byte[]> off) {
    return new Switch(on, off.orElseGet(() -> new byte[0]));
  }

  private static Optional<byte[]> hex(AddressOptions options, String name)
      throws BarrierAddressException {
    Optional<String> written = options.text(name);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    String digits = written.get().replaceAll("[\\s:]", "");
    if (!digits.matches("(?:[0-9A-Fa-f]{2})+")) {
      throw AddressOptions.wrong(name, written.get(), "bytes in hex, such as A00101A2");
    }
    return Optional.of(HexFormat.of().parseHex(digits));
  }
}
