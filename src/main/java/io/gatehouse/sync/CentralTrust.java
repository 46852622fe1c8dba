package io.gatehouse.sync;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;

/**
 * Which servers may call themselves the central. As it is set:
 *
 * <ul>
 *   <li>nothing: those whom the machine trusts;
 *   <li>a PEM file: those whose certificate is in it, or was issued by one in it; no others;
 *   <li>a SHA-256 fingerprint in hexadecimal, with or without colons: the server with exactly this
 *       certificate, whatever name it has.
 * </ul>
 */
final class CentralTrust {

  private static final Pattern FINGERPRINT =
      Pattern.compile("(?i)(sha-?256[:/ =]+)?([0-9a-f]{2}:?){31}[0-9a-f]{2}");

  private CentralTrust() {}

  /**
   * Makes a client's builder trust as set.
   *
   * @throws CentralTrustException when the setting makes no sense or its file cannot be used
   */
  static OkHttpClient.Builder apply(OkHttpClient.Builder http, String setting)
      throws CentralTrustException {
    String text = setting.strip();
    if (text.isEmpty()) {
      return http;
    }
    try {
      if (FINGERPRINT.matcher(text).matches()) {
        X509TrustManager pinned = new Pinned(fingerprint(text));
        return http.sslSocketFactory(context(pinned).getSocketFactory(), pinned)
            // whoever has this key is the central, and in a booth's network it has no name
            .hostnameVerifier((_, _) -> true);
      }
      X509TrustManager own = issuedBy(certificates(Path.of(text)));
      return http.sslSocketFactory(context(own).getSocketFactory(), own);
    } catch (GeneralSecurityException | IOException | InvalidPathException e) {
      throw new CentralTrustException(
          "The central's certificate %s cannot be used: give a PEM file or a SHA-256 fingerprint (%s)"
              .formatted(text, e.getMessage()),
          e);
    }
  }

  private static byte[] fingerprint(String text) {
    String hex = text.toLowerCase(Locale.ROOT).replaceFirst("^sha-?256[:/ =]+", "");
    return HexFormat.of().parseHex(hex.replace(":", ""));
  }

  private static SSLContext context(X509TrustManager trust) throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {trust}, null);
    return context;
  }

  private static Collection<? extends Certificate> certificates(Path file)
      throws IOException, GeneralSecurityException {
    try (InputStream pem = Files.newInputStream(file)) {
      Collection<? extends Certificate> found =
          CertificateFactory.getInstance("X.509").generateCertificates(pem);
      if (found.isEmpty()) {
        throw new IOException("there is no certificate in it");
      }
      return found;
    }
  }

  private static X509TrustManager issuedBy(Collection<? extends Certificate> certificates)
      throws GeneralSecurityException, IOException {
    KeyStore anchors = KeyStore.getInstance(KeyStore.getDefaultType());
    anchors.load(null, null);
    int number = 0;
    for (Certificate certificate : certificates) {
      anchors.setCertificateEntry("central-" + number++, certificate);
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(anchors);
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509TrustManager.class::isInstance)
        .map(X509TrustManager.class::cast)
        .findFirst()
        .orElseThrow();
  }

  /** Trusts one certificate and asks nothing more of it. */
  private static final class Pinned implements X509TrustManager {

    private final byte[] fingerprint;

    Pinned(byte[] fingerprint) {
      this.fingerprint = fingerprint;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType)
        throws CertificateException {
      if (!MessageDigest.isEqual(fingerprint, sha256(chain[0]))) {
        throw new CertificateException(
            "the server has another certificate: " + HexFormat.of().formatHex(sha256(chain[0])));
      }
    }

    private static byte[] sha256(X509Certificate certificate) throws CertificateException {
      try {
        return MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      } catch (java.security.NoSuchAlgorithmException e) {
        throw new CertificateException(e);
      }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType)
        throws CertificateException {
      throw new CertificateException("there are no clients here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
