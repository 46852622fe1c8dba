package io.gatehouse.barrier;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/** Asks a small device in the network, once at a time, and says in plain words what went wrong. */
final class HttpAsk implements AutoCloseable {

  private static final int SUCCESS = 2;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  // Such devices speak HTTP/1.1, and a redirect would lead somebody else to the barrier.
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /**
   * Asks once.
   *
   * @param limit for connection and answer together
   * @return the answer's text
   */
  String ask(HttpCall call, Duration limit) throws BarrierException, InterruptedException {
    HttpResponse<String> answer;
    try {
      answer = client.send(call.request(limit), HttpResponse.BodyHandlers.ofString());
    } catch (HttpTimeoutException e) {
      throw new BarrierException(
          "%s does not answer within %s".formatted(call.where(), AddressOptions.words(limit)), e);
    } catch (ConnectException e) {
      throw new BarrierException(
          "%s cannot be reached: is it on, and in this network?".formatted(call.where()), e);
    } catch (IOException e) {
      throw new BarrierException("%s broke off: %s".formatted(call.where(), words(e)), e);
    }
    if (answer.statusCode() / 100 != SUCCESS) {
      throw new BarrierException(call.where() + refusal(call, answer.statusCode()));
    }
    return answer.body();
  }

  private static String refusal(HttpCall call, int status) {
    return switch (status) {
      case UNAUTHORIZED, FORBIDDEN -> " asks for a password: write http://user:password@host/…";
      case NOT_FOUND ->
          " does not know %s: another relay, or another generation?"
              .formatted(call.uri().getPath());
      default -> " answers with error " + status;
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
