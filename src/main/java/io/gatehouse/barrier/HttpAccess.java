package io.gatehouse.barrier;

import java.net.http.HttpHeaders;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * How one device wants to be told who asks: not at all, by Digest or by Basic. It is asked without
 * a password first, as a browser does, so that none goes out readable to a device that knows
 * better. What it wanted is remembered for the next request. Safe for several threads.
 */
final class HttpAccess {

  private static final int CNONCE_BYTES = 16;

  private final SecureRandom random = new SecureRandom();
  private final HttpLogin login;
  private Optional<Digest> digest = Optional.empty();
  private int count;
  private boolean basic;
  private boolean answered;

  HttpAccess(HttpLogin login) {
    this.login = login;
  }

  /** The header of a request's first try; empty for none. */
  synchronized Optional<String> first(HttpCall call) {
    answered = false;
    if (basic) {
      answered = true;
      return Optional.of(login.basic());
    }
    return digest.map(known -> next(known, call));
  }

  /**
   * The device has refused.
   *
   * @return the header to try again with; empty when it would be refused again
   * @throws BarrierException when it wants something that we do not speak
   */
  synchronized Optional<String> again(HttpCall call, HttpHeaders headers) throws BarrierException {
    List<HttpChallenge> offered = HttpChallenge.all(headers.allValues("WWW-Authenticate"));
    Optional<Digest> best = Digest.best(offered);
    boolean stale =
        offered.stream().anyMatch(c -> c.value("stale").orElse("").equalsIgnoreCase("true"));
    if (answered && !(best.isPresent() && stale)) {
      forget();
      return Optional.empty(); // it knows our answer, and the password is another one
    }
    answered = true;
    if (best.isPresent()) {
      digest = best;
      count = 0;
      return Optional.of(next(best.get(), call));
    }
    if (offered.isEmpty() || offered.stream().anyMatch(challenge -> challenge.is("basic"))) {
      basic = true;
      return Optional.of(login.basic());
    }
    throw BarrierException.of(BarrierNote.PASSWORD_WAY, call.where(), offered.getFirst().scheme());
  }

  private String next(Digest known, HttpCall call) {
    byte[] bytes = new byte[CNONCE_BYTES];
    random.nextBytes(bytes);
    count++;
    return known.answer(
        login, call.method(), call.target(), count, HexFormat.of().formatHex(bytes));
  }

  private void forget() {
    digest = Optional.empty();
    basic = false;
  }
}
