package io.gatehouse.snapshot.picture;

import io.gatehouse.common.RetryAfter;
import io.gatehouse.common.TimeSource;
import io.gatehouse.snapshot.picture.GuardedDns.PrivateAddressException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import okhttp3.Credentials;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Pictures of other machines, by URL: no larger, slower, or farther redirected than a picture has
 * reason to be, and from the internet alone unless private networks are allowed. Any thread.
 */
public final class UrlPictures implements AutoCloseable {

  private static final int MOST_REDIRECTS = 5;

  private final OkHttpClient http;
  private final Predicate<InetAddress> askable;
  private final TimeSource time;
  private final int largest;

  /**
   * @param names who knows the addresses of hosts
   * @param askable which addresses may be connected to
   * @param patience for one picture, redirects and all
   */
  UrlPictures(
      Dns names, Predicate<InetAddress> askable, Duration patience, int largest, TimeSource time) {
    this.askable = askable;
    this.time = time;
    this.largest = largest;
    this.http =
        new OkHttpClient.Builder()
            .dns(new GuardedDns(names, askable))
            // a proxy would look the name up again, and connect to what it finds
            .proxy(Proxy.NO_PROXY)
            .followRedirects(false)
            .followSslRedirects(false)
            .connectTimeout(Duration.ofSeconds(10))
            .readTimeout(Duration.ofSeconds(20))
            .callTimeout(patience)
            .build();
  }

  /** With the limits of an import, which has time. */
  public static UrlPictures open(boolean privateAllowed, TimeSource time) {
    return open(privateAllowed, Duration.ofSeconds(60), FilePictures.LARGEST, time);
  }

  /**
   * With other limits.
   *
   * @param patience for one picture, redirects and all
   * @param largest in bytes
   */
  public static UrlPictures open(
      boolean privateAllowed, Duration patience, int largest, TimeSource time) {
    return new UrlPictures(
        Dns.SYSTEM,
        privateAllowed ? _ -> true : PublicAddresses::isPublic,
        patience,
        largest,
        time);
  }

  /** Fetches a picture. */
  public Picture fetch(String url) throws FetchException {
    HttpUrl next = HttpUrl.parse(url);
    if (next == null) {
      throw FetchException.ever("this is no URL");
    }
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      check(next);
      try (Response response = http.newCall(request(next)).execute()) {
        Optional<HttpUrl> to = redirect(response);
        if (to.isEmpty()) {
          return picture(response);
        }
        next = to.get();
      } catch (PrivateAddressException e) {
        throw refused(e.getMessage());
      } catch (UnknownHostException e) {
        throw FetchException.now("nobody knows the host " + next.host(), Optional.empty(), e);
      } catch (IOException e) {
        throw FetchException.now("it could not be fetched: " + e.getMessage(), Optional.empty(), e);
      }
    }
    throw FetchException.ever("it is redirected more than %d times".formatted(MOST_REDIRECTS));
  }

  private static Request request(HttpUrl url) {
    Request.Builder request = new Request.Builder().url(url).header("Accept", "image/*");
    if (!url.username().isEmpty()) {
      request.header("Authorization", Credentials.basic(url.username(), url.password()));
    }
    return request.build();
  }

  /** Numbers are no names: nobody looks them up, so they are looked at here. */
  private void check(HttpUrl url) throws FetchException {
    if (!isNumber(url.host())) {
      return;
    }
    try {
      if (!askable.test(InetAddress.getByName(url.host()))) {
        throw refused(url.host() + " is an address of a private network");
      }
    } catch (UnknownHostException e) {
      throw FetchException.ever("%s is no address".formatted(url.host()));
    }
  }

  /** The parser has brought every way to write an IPv4 address to four numbers with dots. */
  private static boolean isNumber(String host) {
    return host.indexOf(':') >= 0 || host.matches("[0-9.]+");
  }

  private static FetchException refused(String why) {
    return FetchException.ever(why + "; --allow-private-urls lets it be asked");
  }

  private static Optional<HttpUrl> redirect(Response response) throws FetchException {
    if (!response.isRedirect()) {
      return Optional.empty();
    }
    String location = response.header("Location");
    HttpUrl to = location == null ? null : response.request().url().resolve(location);
    if (to == null) {
      throw FetchException.ever("it is redirected to nowhere that can be asked");
    }
    return Optional.of(to);
  }

  private Picture picture(Response response) throws FetchException, IOException {
    int status = response.code();
    if (status == 408 || status == 429 || status >= 500) {
      throw FetchException.now(
          "its server answered %d %s".formatted(status, response.message()).strip(),
          RetryAfter.parse(response.header("Retry-After"), time.now()),
          null);
    }
    if (status != 200) {
      throw FetchException.ever(
          "its server answered %d %s".formatted(status, response.message()).strip());
    }
    if (response.body().contentLength() > largest) {
      throw tooLarge();
    }
    try (InputStream stream = response.body().byteStream()) {
      byte[] bytes = stream.readNBytes(largest + 1);
      if (bytes.length > largest) {
        throw tooLarge();
      }
      return FilePictures.picture(bytes);
    }
  }

  private FetchException tooLarge() {
    return FetchException.ever("it has more than %d bytes, no picture has".formatted(largest));
  }

  @Override
  public void close() {
    http.connectionPool().evictAll();
  }
}
