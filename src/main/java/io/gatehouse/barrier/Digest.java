package io.gatehouse.barrier;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Digest access authentication (RFC 7616): proves that a password is known without sending it. With
 * {@code qop=auth}, and with none as devices of the last century ask for it.
 *
 * @param opaque given back as it came, an empty one too: some devices insist on it
 */
record Digest(
    Algorithm algorithm, String realm, String nonce, Optional<String> opaque, boolean counted) {

  private static final HexFormat HEX = HexFormat.of();

  /** From the one that is preferred. */
  enum Algorithm {
    SHA_256("SHA-256"),
    MD5("MD5");

    private final String written;

    Algorithm(String written) {
      this.written = written;
    }

    static Optional<Algorithm> of(String written) {
      return Stream.of(values()).filter(a -> a.written.equalsIgnoreCase(written)).findFirst();
    }

    private String of(String... parts) {
      try {
        byte[] text = String.join(":", parts).getBytes(StandardCharsets.UTF_8);
        return HEX.formatHex(MessageDigest.getInstance(written).digest(text));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has " + written, e);
      }
    }
  }

  /** The best of those that a device offers; empty when we speak none of them. */
  static Optional<Digest> best(List<HttpChallenge> offered) {
    return offered.stream()
        .filter(challenge -> challenge.is("digest"))
        .flatMap(challenge -> of(challenge).stream())
        .min(Comparator.comparing(Digest::algorithm));
  }

  private static Optional<Digest> of(HttpChallenge challenge) {
    Optional<Algorithm> algorithm = Algorithm.of(challenge.value("algorithm").orElse("MD5"));
    Optional<String> nonce = challenge.value("nonce");
    Optional<String> qop = challenge.value("qop").map(text -> text.toLowerCase(Locale.ROOT));
    if (algorithm.isEmpty()
        || nonce.isEmpty()
        || !qop.map(text -> List.of(text.strip().split("\\s*,\\s*")).contains("auth"))
            .orElse(true)) {
      return Optional.empty();
    }
    return Optional.of(
        new Digest(
            algorithm.get(),
            challenge.value("realm").orElse(""),
            nonce.get(),
            challenge.value("opaque"),
            qop.isPresent()));
  }

  /**
   * The header {@code Authorization} of one request.
   *
   * @param count how many requests were made with this nonce, this one counted
   * @param cnonce our own random text
   */
  String answer(HttpLogin login, String method, String target, int count, String cnonce) {
    String who = algorithm.of(login.user(), realm, login.password());
    String what = algorithm.of(method, target);
    String nc = "%08x".formatted(count);
    String response =
        counted
            ? algorithm.of(who, nonce, nc, cnonce, "auth", what)
            : algorithm.of(who, nonce, what);
    StringBuilder header =
        new StringBuilder("Digest %s, realm=%s".formatted(user(login.user()), quoted(realm)));
    header.append(", nonce=%s, uri=%s".formatted(quoted(nonce), quoted(target)));
    header.append(", algorithm=%s, response=\"%s\"".formatted(algorithm.written, response));
    if (counted) {
      header.append(", qop=auth, nc=%s, cnonce=\"%s\"".formatted(nc, cnonce));
    }
    opaque.ifPresent(text -> header.append(", opaque=").append(quoted(text)));
    return header.toString();
  }

  /** A header holds ASCII; RFC 8187 has a way for other names. */
  private static String user(String name) {
    return name.chars().allMatch(c -> c >= ' ' && c < 0x7f)
        ? "username=" + quoted(name)
        : "username*=UTF-8''" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
