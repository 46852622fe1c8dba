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
      Pattern.compile(
          "(?:(?<user>[^/]+)@)?(?<host>[A-Za-z0-9.-]+(?::\\d{1,5})?)(?:/(?<relay>\\d))?");
  private static final int MOST_RELAYS = 7;

  /** From the second generation on, nobody else has a password there. */
  private static final String USER = "admin";

  private final String host;
  private final boolean first;
  private final Optional<HttpLogin> login;

  private Shelly(String host, boolean first, Optional<HttpLogin> login) {
    this.host = "http://" + host;
    this.first = first;
    this.login = login;
  }

  static HttpAddress address(String place) throws BarrierAddressException {
    BarrierAddress.Parts parts = BarrierAddress.Parts.of(place, '?');
    Matcher matcher = PLACE.matcher(parts.place());
    if (!matcher.matches()) {
      throw new BarrierAddressException(
          Problem.NO_HOST,
          parts.place().substring(parts.place().lastIndexOf('@') + 1),
          "shelly: needs host or address, such as shelly:192.168.1.20");
    }
    AddressOptions options = parts.options();
    boolean first = options.word("gen", "2", "1", "2", "3", "4").equals("1");
    OptionalInt close = options.number("close", 0, MOST_RELAYS);
    OptionalInt loop = options.number("loop", 0, MOST_RELAYS);
    Timing timing = Timing.of(options);
    options.nothingElse("gen", "close", "loop", Timing.OPTIONS);
    Shelly shelly =
        new Shelly(matcher.group("host"), first, HttpLogin.of(matcher.group("user"), USER));
    int relay = matcher.group("relay") == null ? 0 : Integer.parseInt(matcher.group("relay"));
    if (close.isPresent() && close.getAsInt() == relay) {
      throw AddressOptions.wrong("close", Integer.toString(relay), "a relay of its own");
    }
    return new HttpAddress(
        shelly.pulse(relay, timing.pulse()),
        close.isEmpty()
            ? Optional.empty()
            : Optional.of(shelly.pulse(close.getAsInt(), timing.pulse())),
        Optional.empty(),
        Optional.empty(),
        loop.isEmpty() ? Optional.empty() : Optional.of(shelly.input(loop.getAsInt())),
        Optional.of(shelly.look(relay)),
        timing);
  }

  private HttpCall pulse(int relay, Duration pulse) {
    long tenths = Math.max(1, pulse.toMillis() / 100);
    // The first generation counts whole seconds.
    return get(
        first
            ? "/relay/%d?turn=on&timer=%d".formatted(relay, (tenths + 9) / 10)
            : "/rpc/Switch.Set?id=%d&on=true&toggle_after=%d.%d"
                .formatted(relay, tenths / 10, tenths % 10));
  }

  private HttpCall look(int relay) {
    return get((first ? "/relay/%d" : "/rpc/Switch.GetStatus?id=%d").formatted(relay));
  }

  private HttpAddress.Input input(int number) {
    return first
        ? new HttpAddress.Input(
            get("/status"),
            Pattern.compile(
                "\"inputs\"\\s*:\\s*\\[\\s*(?:\\{[^}]*\\}\\s*,\\s*){%d}\\{\\s*\"input\"\\s*:\\s*1"
                    .formatted(number)))
        : new HttpAddress.Input(
            get("/rpc/Input.GetStatus?id=" + number), Pattern.compile("\"state\"\\s*:\\s*true"));
  }

  private HttpCall get(String target) {
    return new HttpCall(URI.create(host + target), "GET", Optional.empty(), login);
  }
}
