package io.gatehouse.barrier;

import io.gatehouse.barrier.BarrierAddressException.Problem;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shelly relays by their short address, {@code shelly:192.168.1.20/0?gen=2&close=1&loop=0}. The
 * relay itself counts the time that it is on, so that it goes off whatever becomes of network and
 * kiosk.
 */
final class Shelly {

  private static final Pattern PLACE =
      Pattern.compile("(?<host>(?:[^/@\\s]+@)?[A-Za-z0-9.-]+(?::\\d{1,5})?)(?:/(?<relay>\\d))?");
  private static final int MOST_RELAYS = 7;

  private Shelly() {}

  static HttpAddress address(String place) throws BarrierAddressException {
    BarrierAddress.Parts parts = BarrierAddress.Parts.of(place, '?');
    Matcher matcher = PLACE.matcher(parts.place());
    if (!matcher.matches()) {
      throw new BarrierAddressException(
          Problem.NO_HOST,
          Secrets.hidden(parts.place()),
          "shelly: needs host or address, such as shelly:192.168.1.20");
    }
    AddressOptions options = parts.options();
    boolean first = options.word("gen", "2", "1", "2", "3", "4").equals("1");
    OptionalInt close = options.number("close", 0, MOST_RELAYS);
    OptionalInt loop = options.number("loop", 0, MOST_RELAYS);
    Timing timing = Timing.of(options);
    options.nothingElse("gen", "close", "loop", Timing.OPTIONS);
    String host = "http://" + matcher.group("host");
    int relay = matcher.group("relay") == null ? 0 : Integer.parseInt(matcher.group("relay"));
    if (close.isPresent() && close.getAsInt() == relay) {
      throw AddressOptions.wrong("close", Integer.toString(relay), "a relay of its own");
    }
    return new HttpAddress(
        pulse(host, relay, timing.pulse(), first),
        close.isEmpty()
            ? Optional.empty()
            : Optional.of(pulse(host, close.getAsInt(), timing.pulse(), first)),
        Optional.empty(),
        Optional.empty(),
        loop.isEmpty() ? Optional.empty() : Optional.of(input(host, loop.getAsInt(), first)),
        timing);
  }

  private static HttpCall pulse(String host, int relay, Duration pulse, boolean first) {
    long tenths = Math.max(1, pulse.toMillis() / 100);
    // The first generation counts whole seconds.
    return get(
        first
            ? "%s/relay/%d?turn=on&timer=%d".formatted(host, relay, (tenths + 9) / 10)
            : "%s/rpc/Switch.Set?id=%d&on=true&toggle_after=%d.%d"
                .formatted(host, relay, tenths / 10, tenths % 10));
  }

  private static HttpAddress.Input input(String host, int number, boolean first) {
    return first
        ? new HttpAddress.Input(
            get(host + "/status"),
            Pattern.compile(
                "\"inputs\"\\s*:\\s*\\[\\s*(?:\\{[^}]*\\}\\s*,\\s*){%d}\\{\\s*\"input\"\\s*:\\s*1"
                    .formatted(number)))
        : new HttpAddress.Input(
            get(host + "/rpc/Input.GetStatus?id=" + number),
            Pattern.compile("\"state\"\\s*:\\s*true"));
  }

  private static HttpCall get(String address) {
    return new HttpCall(URI.create(address), "GET", Optional.empty());
  }
}
