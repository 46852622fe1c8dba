package io.gatehouse.barrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import java.io.IOException;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Relays in the network, against a real server. */
@Timeout(60)
class HttpRelayTest {

  private final MockWebServer server = new MockWebServer();
  private final Threads threads = new Threads((thread, failure) -> {});
  private String host;

  @BeforeEach
  void start() throws IOException {
    server.start();
    host = "127.0.0.1:" + server.getPort();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aShellyIsToldOnceAndCountsTheTimeItself() throws Exception {
    server.enqueue(answer(200, "{\"was_on\":false}"));
    try (Barrier barrier = barrier("shelly:%s?pulse=1s".formatted(host))) {
      barrier.open();
    }
    RecordedRequest asked = server.takeRequest();
    assertThat(asked.getRequestLine())
        .isEqualTo("GET /rpc/Switch.Set?id=0&on=true&toggle_after=1.0 HTTP/1.1");
    assertThat(asked.getHeaders().get("Upgrade")).as("small devices stumble over it").isNull();
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void nameAndPasswordGoIntoTheHeaderAndNotIntoTheAddress() throws Exception {
    server.enqueue(
        new MockResponse.Builder()
            .code(401)
            .addHeader("WWW-Authenticate", "Basic realm=\"relay\"")
            .build());
    server.enqueue(answer(200, ""));
    try (Barrier barrier = barrier("shelly:me:a%%40b@%s/1?gen=1".formatted(host))) {
      barrier.open();
    }
    assertThat(server.takeRequest().getHeaders().get("Authorization"))
        .as("readable, so not before it is asked for")
        .isNull();
    RecordedRequest asked = server.takeRequest();
    assertThat(asked.getTarget()).isEqualTo("/relay/1?turn=on&timer=1");
    assertThat(asked.getHeaders().get("Authorization")).isEqualTo("Basic bWU6YUBi");
    assertThat(asked.getHeaders().get("Host")).isEqualTo(host);
  }

  @Test
  void aRelayWithoutATimerIsSwitchedOffByUs() throws Exception {
    server.enqueue(answer(200, ""));
    server.enqueue(answer(204, ""));
    try (Barrier barrier =
        barrier("http://%s/on#method=POST&body={\"x\":1}&off=/off&pulse=50ms".formatted(host))) {
      barrier.open();
      RecordedRequest on = server.takeRequest();
      assertThat(on.getRequestLine()).isEqualTo("POST /on HTTP/1.1");
      assertThat(on.getBody().utf8()).isEqualTo("{\"x\":1}");
      assertThat(server.takeRequest().getRequestLine()).isEqualTo("POST /off HTTP/1.1");
    }
  }

  @Test
  void aRelayThatIsOnWhenTheKioskEndsIsSwitchedOff() throws Exception {
    server.enqueue(answer(200, ""));
    server.enqueue(answer(200, ""));
    try (Barrier barrier = barrier("http://%s/on#off=/off&pulse=5s".formatted(host))) {
      barrier.open();
      assertThat(server.takeRequest().getTarget()).isEqualTo("/on");
    }
    assertThat(server.takeRequest().getTarget()).isEqualTo("/off");
  }

  @Test
  void aRelayThatTakesTheCallAndIsSilentIsAFaultWithinTheLimit() throws Exception {
    server.enqueue(
        new MockResponse.Builder().headersDelay(30, java.util.concurrent.TimeUnit.SECONDS).build());
    try (Barrier barrier = barrier("http://%s/on#limit=400ms".formatted(host))) {
      assertThatThrownBy(barrier::open).hasMessage(host + " does not answer within 300 ms");
    }
  }

  @Test
  void aRelayThatIsOffIsSaidWithWhatToDo() throws Exception {
    server.close();
    try (Barrier barrier = barrier("http://%s/on".formatted(host))) {
      assertThatThrownBy(barrier::open)
          .hasMessage(host + " cannot be reached: is it on, and in this network?");
    }
  }

  @Test
  void refusalsAreSaidInPlainWordsAndWithoutThePassword() throws Exception {
    server.enqueue(answer(401, "")); // says not how: Basic is what such a device means
    server.enqueue(answer(401, ""));
    server.enqueue(answer(404, ""));
    server.enqueue(answer(302, ""));
    try (Barrier barrier = barrier("http://me:secret@%s/relay/7".formatted(host))) {
      assertThatThrownBy(barrier::open)
          .hasMessage(host + " refuses the password: correct it in the barrier's address");
      assertThatThrownBy(barrier::open)
          .hasMessage(host + " does not know /relay/7: another relay, or another generation?");
      assertThatThrownBy(barrier::open).hasMessage(host + " answers with error 302");
    }
  }

  @Test
  void anInputIsAskedAgainAndAgain() throws Exception {
    server.enqueue(answer(200, "{\"id\":0,\"state\":false}"));
    server.enqueue(answer(200, "{\"id\":0,\"state\":true}"));
    server.enqueue(answer(500, ""));
    try (Barrier barrier = barrier("shelly:%s?loop=0&close=1".formatted(host))) {
      await().until(() -> barrier.status().loop() == BarrierStatus.Loop.FREE);
      await().until(() -> barrier.status().loop() == BarrierStatus.Loop.OCCUPIED);
      await().until(() -> barrier.status().loop() == BarrierStatus.Loop.UNKNOWN);
      assertThat(barrier.status().fault()).contains(host + " answers with error 500");
    }
    assertThat(server.takeRequest().getTarget()).isEqualTo("/rpc/Input.GetStatus?id=0");
  }

  private Barrier barrier(String address) {
    return new Barriers(TimeSource.system(), threads).barrier(address);
  }

  private static MockResponse answer(int code, String body) {
    return new MockResponse.Builder().code(code).body(body).build();
  }
}
