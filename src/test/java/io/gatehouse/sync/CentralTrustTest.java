package io.gatehouse.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.common.TimeSource;
import io.gatehouse.sync.Trouble.Kind;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A central with a certificate of its own making, over real TLS. */
class CentralTrustTest {

  private static final String PASSWORD = "changeit";

  @TempDir Path folder;

  private MockWebServer server;
  private byte[] certificate;

  @BeforeEach
  void open() throws Exception {
    KeyStore keys = keys("central", "dns:localhost,ip:127.0.0.1");
    certificate = keys.getCertificate("central").getEncoded();
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    server = new MockWebServer();
    server.useHttps(context.getSocketFactory());
    server.start();
    server.enqueue(
        new MockResponse.Builder().code(200).body("{\"success\":true,\"event_id\":\"x\"}").build());
  }

  @AfterEach
  void close() {
    server.close();
  }

  /** Made by the JDK's own tool: there is no library for it among ours. */
  private KeyStore keys(String name, String names) throws Exception {
    Path file = folder.resolve(name + ".p12");
    Process tool =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    name,
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=" + name,
                    "-ext",
                    "san=" + names,
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    file.toString(),
                    "-storepass",
                    PASSWORD))
            .inheritIO()
            .start();
    assertThat(tool.waitFor(60, TimeUnit.SECONDS)).isTrue();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    return keys;
  }

  private Path pem(byte[] encoded) throws Exception {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
    return Files.writeString(
        folder.resolve("central.pem"),
        "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n".formatted(lines));
  }

  private Reply ask(String setting) throws Exception {
    return ask(setting, "localhost");
  }

  private Reply ask(String setting, String host) throws Exception {
    CentralAddress address =
        CentralAddress.parse("https://" + host + ":" + server.getPort()).orElseThrow();
    try (CentralClient client =
        new CentralClient(
            CentralTrust.apply(CentralClient.http(), setting).build(),
            address,
            "secret",
            TimeSource.system())) {
      return client.event("{}");
    }
  }

  private static void assertRefused(Reply reply) {
    assertThat(reply)
        .isInstanceOfSatisfying(
            Reply.Later.class,
            later -> assertThat(later.trouble().kind()).isEqualTo(Kind.CERTIFICATE));
  }

  @Test
  void whatTheMachineDoesNotTrustIsRefusedAndGetsNoToken() throws Exception {
    assertRefused(ask(""));
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void theCertificateInAFileIsTrusted() throws Exception {
    assertThat(ask(pem(certificate).toString())).isInstanceOf(Reply.Accepted.class);
    assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer secret");
  }

  @Test
  void anotherCertificateInTheFileIsNot() throws Exception {
    byte[] other = keys("other", "dns:localhost").getCertificate("other").getEncoded();
    assertRefused(ask(pem(other).toString()));
  }

  @Test
  void aFingerprintIsTrustedAsBrowsersAndToolsWriteIt() throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate);
    for (String written :
        List.of(
            HexFormat.of().formatHex(digest),
            HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest),
            "SHA256:" + HexFormat.of().formatHex(digest),
            "sha256 Fingerprint=".replace(" Fingerprint", "")
                + HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest))) {
      server.enqueue(new MockResponse.Builder().code(200).body("{\"success\":true}").build());
      assertThat(ask(written)).as(written).isInstanceOf(Reply.Accepted.class);
    }
    digest[0]++;
    assertRefused(ask(HexFormat.of().formatHex(digest)));
  }

  @Test
  void aSettingThatMakesNoSenseIsSaid() {
    assertThatThrownBy(() -> ask(folder.resolve("missing.pem").toString()))
        .isInstanceOf(CentralTrustException.class)
        .hasMessageContaining("missing.pem")
        .hasMessageContaining("PEM file or a SHA-256 fingerprint");
  }
}
