package io.gatehouse.central;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.common.Sha256;
import io.gatehouse.database.Dialect;
import io.gatehouse.support.CentralSite;
import io.gatehouse.support.CentralSite.Asker;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Pictures over HTTP, on both databases. */
@ParameterizedClass
@EnumSource(Dialect.class)
class PictureApiTest {

  private static final byte[] FULL = "full picture".getBytes(StandardCharsets.UTF_8);
  private static final byte[] THUMB = "thumb".getBytes(StandardCharsets.UTF_8);
  private static final byte[] EXIT = "exit picture".getBytes(StandardCharsets.UTF_8);

  private static CentralSite site;
  private static Asker reader;

  @Parameter Dialect dialect;

  private long id;

  @BeforeParameterizedClassInvocation
  static void open(Dialect dialect) throws Exception {
    site = CentralSite.open(dialect);
    reader = site.reader();
  }

  @AfterParameterizedClassInvocation
  static void close() throws Exception {
    site.close();
  }

  @BeforeEach
  void row() {
    site.clear();
    id =
        site.vehicle("59P168480")
            .picture("entry_full", FULL)
            .picture("entry_thumbnail", THUMB)
            .picture("exit_full", EXIT)
            .store();
  }

  private HttpResponse<byte[]> picture(String query, String... headers) throws Exception {
    return site.get(reader, "/api/plate-image/" + id + query, headers);
  }

  @Test
  void theEntryIsShownBitForBitWhereNothingElseIsAsked() throws Exception {
    HttpResponse<byte[]> response = picture("");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(FULL);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("image/jpeg");
    assertThat(response.headers().firstValue("Content-Length")).hasValue("12");
    assertThat(response.headers().firstValue("ETag")).hasValue('"' + Sha256.of(FULL) + '"');
    assertThat(response.headers().firstValue("Cache-Control")).hasValue("private, no-cache");
  }

  @Test
  void sideAndSizeAreChosenAndTheNearestSizeStandsIn() throws Exception {
    assertThat(picture("?side=exit").body()).isEqualTo(EXIT);
    assertThat(picture("?size=thumb").body()).isEqualTo(THUMB);
    assertThat(picture("?size=crop").body()).isEqualTo(FULL);
    assertThat(picture("?side=exit&size=thumb").body()).isEqualTo(EXIT);
    assertThat(picture("?side=above").statusCode()).isEqualTo(400);
    assertThat(picture("?size=huge").statusCode()).isEqualTo(400);
  }

  @Test
  void anExitWithoutEntryShowsItsExit() throws Exception {
    id = site.vehicle("30A00001").picture("exit_full", EXIT).store();

    assertThat(picture("").body()).isEqualTo(EXIT);
    assertThat(picture("?side=entry").statusCode()).isEqualTo(404);
  }

  @Test
  void anAddressWithTheVersionMayBeKeptForEver() throws Exception {
    String version = Sha256.of(FULL);

    assertThat(picture("?v=" + version).headers().firstValue("Cache-Control"))
        .hasValue("private, max-age=31536000, immutable");
    assertThat(picture("?size=thumb&v=" + version).headers().firstValue("Cache-Control"))
        .hasValue("private, max-age=31536000, immutable");
    assertThat(picture("?v=another").headers().firstValue("Cache-Control"))
        .hasValue("private, no-cache");
  }

  @Test
  void whoHasThePictureIsNotSentItAgain() throws Exception {
    HttpResponse<byte[]> response =
        picture("", "If-None-Match", "W/\"" + Sha256.of(FULL) + "\", \"other\"");

    assertThat(response.statusCode()).isEqualTo(304);
    assertThat(response.body()).isEmpty();
    assertThat(picture("", "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-3, 206, full, bytes 0-3/12",
    "bytes=5-, 206, picture, bytes 5-11/12",
    "bytes=-4, 206, ture, bytes 8-11/12",
    "bytes=5-999, 206, picture, bytes 5-11/12",
    "bytes=12-, 416, '', bytes */12",
    "bytes=-0, 416, '', bytes */12",
    "'bytes=0-1,3-4', 200, full picture, ",
    "bytes=7-3, 200, full picture, ",
    "lines=1-2, 200, full picture, ",
  })
  void partsAreAnswered(String range, int status, String body, String contentRange)
      throws Exception {
    HttpResponse<byte[]> response = picture("", "Range", range);

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo(body);
    assertThat(response.headers().firstValue("Content-Range").orElse(null)).isEqualTo(contentRange);
  }

  @Test
  void aMissingPictureIsSaidSoInJson() throws Exception {
    long none = site.vehicle("30A00002").store();

    HttpResponse<byte[]> response = site.get(reader, "/api/plate-image/" + none);

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(CentralSite.json(response).get("success").getAsBoolean()).isFalse();
    assertThat(site.get(reader, "/api/plate-image/..%2F..%2Fetc%2Fpasswd").statusCode())
        .isIn(400, 404);
    assertThat(site.get(reader, "/api/plate-image/999999").statusCode()).isEqualTo(404);
  }
}
