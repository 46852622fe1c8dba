package io.gatehouse.barrier;

import io.gatehouse.barrier.BarrierAddressException.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A relay in the network that is switched by web requests.
 *
 * @param open raises the boom
 * @param close lowers it; empty where it falls by itself
 * @param off switches the first relay off; empty for one that does so by itself
 * @param closeOff the same for the other relay
 * @param look asks the device and moves nothing; empty where no such request is known
 */
record HttpAddress(
    HttpCall open,
    Optional<HttpCall> close,
    Optional<HttpCall> off,
    Optional<HttpCall> closeOff,
    Optional<Input> loop,
    Optional<HttpCall> look,
    Timing timing)
    implements BarrierAddress {

  /**
   * An input that is asked again and again.
   *
   * @param occupied found in the answer while a vehicle is there
   */
  record Input(HttpCall call, Pattern occupied) {}

  /**
   * Its own options stand behind a {@code #}, which is never sent: what is before is the relay's.
   */
  static HttpAddress of(String text) throws BarrierAddressException {
    Parts parts = Parts.of(text, '#');
    URI uri = uri(parts.place());
    AddressOptions options = parts.options();
    String method = options.text("method").orElse("GET").toUpperCase(Locale.ROOT);
    if (!method.matches("[A-Z]{3,7}")) {
      throw AddressOptions.wrong("method", method, "GET, POST or PUT");
    }
    Optional<String> body = options.text("body");
    HttpCall open = HttpCall.of(uri, method, body);
    Optional<HttpCall> close = other(options, "close", open);
    Optional<HttpCall> off = other(options, "off", open);
    Optional<HttpCall> closeOff = other(options, "close-off", open);
    Optional<HttpCall> loop =
        other(options, "loop", new HttpCall(open.uri(), "GET", Optional.empty(), open.login()));
    String when = options.text("when").orElse("true");
    Timing timing = Timing.of(options);
    options.nothingElse(
        "method", "body", "close", "off", "close-off", "loop", "when", Timing.OPTIONS);
    Pattern occupied = pattern(when);
    return new HttpAddress(
        open,
        close,
        off,
        closeOff,
        loop.map(call -> new Input(call, occupied)),
        Optional.empty(),
        timing);
  }

  /** Asked as the first is; its password is for its own host alone. */
  private static Optional<HttpCall> other(AddressOptions options, String name, HttpCall first)
      throws BarrierAddressException {
    Optional<String> written = options.text(name);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    try {
      URI uri = uri(first.uri().resolve(new URI(written.get())).toString());
      HttpCall call = HttpCall.of(uri, first.method(), first.body());
      return Optional.of(
          call.login().isEmpty() && call.where().equals(first.where())
              ? new HttpCall(call.uri(), call.method(), call.body(), first.login())
              : call);
    } catch (URISyntaxException e) {
      throw AddressOptions.wrong(name, Secrets.hidden(written.get()), "a web address");
    }
  }

  private static URI uri(String text) throws BarrierAddressException {
    try {
      URI uri = new URI(text);
      if (uri.getHost() != null) {
        return uri;
      }
    } catch (URISyntaxException _) { // said below, without what may be a password
    }
    throw new BarrierAddressException(
        Problem.NO_HOST,
        Secrets.hidden(text),
        "this is no web address: %s".formatted(Secrets.hidden(text)));
  }

  private static Pattern pattern(String when) throws BarrierAddressException {
    try {
      return Pattern.compile(when);
    } catch (PatternSyntaxException e) {
      throw AddressOptions.wrong("when", when, "a text or regular expression");
    }
  }
}
