package io.gatehouse.barrier;

import io.gatehouse.barrier.BarrierAddressException.Problem;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which barrier is driven, as a technician writes it: {@code kind:place?option=value}. All
 * addresses with their options are in docs/barrier.md.
 */
public sealed interface BarrierAddress
    permits BarrierAddress.None,
        BarrierAddress.Screen,
        GpioAddress,
        HttpAddress,
        SerialAddress,
        CommandAddress {

  /** For settings of before this address, and for people in a hurry, a bare word will do. */
  Pattern FORM = Pattern.compile("([A-Za-z][A-Za-z0-9]*)(?::(.*))?", Pattern.DOTALL);

  String KINDS =
      "none:, screen:, gpio:17, shelly:192.168.1.20, http://…, serial:/dev/ttyUSB0, command:/path";

  /** There is none that Gatehouse drives. */
  record None() implements BarrierAddress {}

  /** Drawn on the screen. */
  record Screen() implements BarrierAddress {}

  /**
   * Takes an address apart.
   *
   * @throws BarrierAddressException when it makes no sense; whether the barrier is there shows only
   *     when it is used
   */
  static BarrierAddress parse(String written) throws BarrierAddressException {
    String text = written.strip();
    if (text.isEmpty()) {
      throw new BarrierAddressException(
          Problem.EMPTY, "", "no barrier is named; give one of: " + KINDS);
    }
    Matcher matcher = FORM.matcher(text);
    String kind = matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
    String place = matcher.matches() && matcher.group(2) != null ? matcher.group(2) : "";
    return switch (kind) {
      case "none" -> alone(new None(), place);
      case "screen" -> alone(new Screen(), place);
      case "gpio" -> GpioAddress.of(place);
      case "http", "https" -> HttpAddress.of(text);
      case "shelly" -> Shelly.address(place);
      case "serial" -> SerialAddress.of(place);
      case "command" -> CommandAddress.of(place);
      default ->
          throw new BarrierAddressException(
              Problem.UNKNOWN_KIND, kind, "this is no barrier; give one of: " + KINDS);
    };
  }

  private static BarrierAddress alone(BarrierAddress address, String place)
      throws BarrierAddressException {
    if (!place.isBlank()) {
      throw new BarrierAddressException(
          Problem.UNKNOWN_OPTION, place, "nothing stands behind it; found '%s'".formatted(place));
    }
    return address;
  }

  /** What is wrong with the writing; empty when it is right. */
  static Optional<BarrierAddressException> check(String written) {
    try {
      BarrierAddress _ = parse(written);
      return Optional.empty();
    } catch (BarrierAddressException e) {
      return Optional.of(e);
    }
  }

  /** The address as anybody may see it: without user name and password. */
  static String shown(String written) {
    return Secrets.hidden(written);
  }

  /** Everything before the mark, and the options behind it. */
  record Parts(String place, AddressOptions options) {
    static Parts of(String text, char mark) {
      int at = text.indexOf(mark);
      return at < 0
          ? new Parts(text.strip(), new AddressOptions(""))
          : new Parts(text.substring(0, at).strip(), new AddressOptions(text.substring(at + 1)));
    }
  }
}
