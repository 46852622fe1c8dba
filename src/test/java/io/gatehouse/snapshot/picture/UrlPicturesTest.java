package io.gatehouse.snapshot.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.common.Sha256;
import io.gatehouse.common.TimeSource;
import io.gatehouse.support.Jpegs;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Dns;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlPicturesTest {

  private static final int LARGEST = 100_000;

  private final byte[] jpeg = Jpegs.noise(1, 32, 24);
  private MockWebServer server;

  @BeforeEach
  void start() throws Exception {
    server = new MockWebServer();
    server.start(InetAddress.getLoopbackAddress(), 0);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private UrlPictures pictures(Dns names, boolean privateAllowed) {
    return pictures(names, privateAllowed ? _ -> true : PublicAddresses::isPublic);
  }

  private UrlPictures pictures(Dns names, Predicate<InetAddress> askable) {
    return new UrlPictures(names, askable, Duration.ofMillis(1500), LARGEST, TimeSource.system());
  }

  private static MockResponse picture(byte[] bytes) {
    return new MockResponse.Builder().body(new Buffer().write(bytes)).build();
  }

  private static MockResponse redirect(String to) {
    return new MockResponse.Builder().code(302).addHeader("Location", to).build();
  }

  private String url(String path) {
    return "http://127.0.0.1:%d%s".formatted(server.getPort(), path);
  }

  @Test
  void aPictureIsFetchedWhateverItsServerCallsIt() throws Exception {
    server.enqueue(
        new MockResponse.Builder()
            .addHeader("Content-Type", "text/plain")
            .body(new Buffer().write(jpeg))
            .build());

    Picture picture = pictures(Dns.SYSTEM, true).fetch(url("/a.jpg?size=large"));

    assertThat(picture.bytes()).isEqualTo(jpeg);
    assertThat(picture.sha256()).isEqualTo(Sha256.of(jpeg));
    assertThat(server.takeRequest().getTarget()).isEqualTo("/a.jpg?size=large");
  }

  @Test
  void redirectsAreFollowedButNotForEver() throws Exception {
    server.enqueue(redirect("/b.jpg"));
    server.enqueue(picture(jpeg));
    assertThat(pictures(Dns.SYSTEM, true).fetch(url("/a.jpg")).bytes()).isEqualTo(jpeg);

    for (int i = 0; i < 10; i++) {
      server.enqueue(redirect("/again.jpg"));
    }
    assertThatThrownBy(() -> pictures(Dns.SYSTEM, true).fetch(url("/a.jpg")))
        .hasMessageContaining("more than 5 times");
    assertThat(server.getRequestCount()).isEqualTo(2 + 6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:%d/",
        "http://[::1]:%d/",
        "http://2130706433:%d/",
        "http://127.1:%d/",
        "http://[::ffff:127.0.0.1]:%d/",
        "http://localhost:%d/",
        "http://169.254.169.254/latest/meta-data/",
        "http://192.168.1.1/"
      })
  void aPrivateNetworkIsNotAskedHoweverItIsWritten(String url) {
    assertThatThrownBy(() -> pictures(Dns.SYSTEM, false).fetch(url.formatted(server.getPort())))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("private network")
        .matches(e -> !((FetchException) e).isWorthAnotherTry());
    assertThat(server.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.2:%d/secret.jpg", "http://inside.example:%d/secret.jpg"})
  void aRedirectIntoAPrivateNetworkIsNotFollowed(String to) throws Exception {
    InetAddress outside = InetAddress.getLoopbackAddress();
    InetAddress inside = InetAddress.getByName("127.0.0.2");
    Dns names = host -> List.of(host.startsWith("inside") ? inside : outside);
    server.enqueue(redirect(to.formatted(server.getPort())));

    assertThatThrownBy(() -> pictures(names, outside::equals).fetch(url("/a.jpg")))
        .hasMessageContaining("private network");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  /** The client takes what was checked: a name is looked up once for each connection. */
  @Test
  void aNameThatChangesItsAddressGainsNothing() {
    int[] lookups = {0};
    Dns rebinding =
        host -> {
          lookups[0]++;
          return lookups[0] == 1
              ? List.of(InetAddress.getByName("192.0.2.1"), InetAddress.getLoopbackAddress())
              : List.of(InetAddress.getLoopbackAddress());
        };

    UrlPictures pictures = pictures(rebinding, false);
    String url = "http://rebinding.example:%d/".formatted(server.getPort());

    assertThatThrownBy(() -> pictures.fetch(url)).hasMessageContaining("private network");
    assertThatThrownBy(() -> pictures.fetch(url)).hasMessageContaining("private network");
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void ofSeveralAddressesOnlyPublicOnesAreKept() throws Exception {
    Dns names =
        host -> List.of(InetAddress.getByName("10.0.0.1"), InetAddress.getByName("1.1.1.1"));

    assertThat(new GuardedDns(names, PublicAddresses::isPublic).lookup("mixed.example"))
        .containsExactly(InetAddress.getByName("1.1.1.1"));
  }

  @Test
  void aPictureLargerThanAnyIsNotReadToItsEnd() {
    server.enqueue(picture(new byte[LARGEST + 1]));
    server.enqueue(
        new MockResponse.Builder()
            .chunkedBody(new Buffer().write(new byte[LARGEST * 2]), 1000)
            .build());

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> pictures(Dns.SYSTEM, true).fetch(url("/")))
          .hasMessageContaining("more than 100000 bytes");
    }
  }

  @Test
  void aServerThatDripsIsLeft() {
    server.enqueue(
        new MockResponse.Builder()
            .body(new Buffer().write(jpeg))
            .throttleBody(10, 200, TimeUnit.MILLISECONDS)
            .build());

    assertThatThrownBy(() -> pictures(Dns.SYSTEM, true).fetch(url("/")))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("timeout");
  }

  @Test
  void aPageIsNoPictureAndAMissingOneIsNotTriedAgain() {
    server.enqueue(new MockResponse.Builder().body("<html>not here</html>").build());
    server.enqueue(new MockResponse.Builder().code(404).build());

    assertThatThrownBy(() -> pictures(Dns.SYSTEM, true).fetch(url("/")))
        .hasMessageContaining("no JPEG");
    assertThatThrownBy(() -> pictures(Dns.SYSTEM, true).fetch(url("/")))
        .hasMessageContaining("404")
        .matches(e -> !((FetchException) e).isWorthAnotherTry());
  }

  @Test
  void whatMayPassIsWorthAnotherTry() {
    server.enqueue(new MockResponse.Builder().code(503).addHeader("Retry-After", "7").build());
    Dns nobody =
        host -> {
          throw new UnknownHostException(host);
        };

    assertThatThrownBy(() -> pictures(Dns.SYSTEM, true).fetch(url("/")))
        .matches(e -> ((FetchException) e).isWorthAnotherTry())
        .matches(e -> ((FetchException) e).pause().orElseThrow().equals(Duration.ofSeconds(7)));
    assertThatThrownBy(() -> pictures(nobody, false).fetch("http://gone.example/"))
        .hasMessageContaining("nobody knows the host")
        .matches(e -> ((FetchException) e).isWorthAnotherTry());
  }
}
