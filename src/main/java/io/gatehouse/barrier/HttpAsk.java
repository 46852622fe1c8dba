package io.gatehouse.barrier;

import io.gatehouse.common.TimeSource;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Asks a small device in the network, once at a time, and says in plain words what went wrong. */
final class HttpAsk implements AutoCloseable {

  private static final int SUCCESS = 2;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  /** The first without a password or with an old nonce, then one answer, then a stale nonce's. */
  private static final int MOST_TRIES = 3;

  // Such devices speak HTTP/1.1, and a redirect would lead somebody else to the barrier.
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final Map<Account, HttpAccess> accounts = new ConcurrentHashMap<>();
  private final TimeSource time;

  private record Account(String where, HttpLogin login) {}

  HttpAsk(TimeSource time) {
    this.time = time;
  }

  /**
   * Asks once; where the device wants a password, with it.
   *
   * @param limit for connection, password and answer together
   * @return the answer's text
   */
  String ask(HttpCall call, Duration limit) throws BarrierException, InterruptedException {
    long until = time.nanos() + limit.toNanos();
    HttpResponse<String> answer;
    try {
      answer = exchange(call, until);
    } catch (HttpTimeoutException e) {
      throw BarrierException.because(
          e, BarrierNote.SLOW, call.where(), AddressOptions.words(limit));
    } catch (ConnectException e) {
      throw BarrierException.because(e, BarrierNote.UNREACHABLE, call.where());
    } catch (IOException e) {
      throw BarrierException.because(e, BarrierNote.BROKE_OFF, call.where(), words(e));
    }
    if (answer.statusCode() / 100 != SUCCESS) {
      throw refusal(call, answer.statusCode());
    }
    return answer.body();
  }

  private HttpResponse<String> exchange(HttpCall call, long until)
      throws IOException, BarrierException, InterruptedException {
    Optional<HttpAccess> access =
        call.login()
            .map(login ->
                accounts.computeIfAbsent(
                    new Account(call.where(), login), _ -> new HttpAccess(login)));
    HttpResponse<String> answer = send(call, until, access.flatMap(a -> a.first(call)));
    for (int tries = 1; access.isPresent() && tries < MOST_TRIES; tries++) {
      if (answer.statusCode() != UNAUTHORIZED) {
        break;
      }
      Optional<String> authorization = access.get().again(call, answer.headers());
      if (authorization.isEmpty()) {
        break;
      }
      answer = send(call, until, authorization);
    }
    return answer;
  }

  private HttpResponse<String> send(HttpCall call, long until, Optional<String> authorization)
      throws IOException, InterruptedException {
    Duration left = Duration.ofNanos(until - time.nanos());
    if (!left.isPositive()) {
      throw new HttpTimeoutException("no time is left for the password");
    }
    return client.send(call.request(left, authorization), HttpResponse.BodyHandlers.ofString());
  }

  private static BarrierException refusal(HttpCall call, int status) {
    return switch (status) {
      case UNAUTHORIZED, FORBIDDEN ->
          BarrierException.of(
              call.login().isPresent() ? BarrierNote.PASSWORD_WRONG : BarrierNote.PASSWORD_WANTED,
              call.where());
      case NOT_FOUND ->
          BarrierException.of(BarrierNote.PATH_UNKNOWN, call.where(), call.uri().getPath());
      default -> BarrierException.of(BarrierNote.HTTP_ERROR, call.where(), status);
    };
  }

  private static String words(IOException e) {
    return e.getCause() instanceof UnknownHostException || e.getMessage() == null
        ? e.getClass().getSimpleName()
        : e.getMessage();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
