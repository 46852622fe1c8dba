package io.gatehouse.barrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DigestTest {

  private static final String NONCE = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v";
  private static final String CNONCE = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";
  private static final String OPAQUE = "FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS";
  private static final String ASKED =
      """
      Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=%s, \
      nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", \
      opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"\
      """;
  private static final HttpLogin MUFASA = new HttpLogin("Mufasa", "Circle of Life");

  @Test
  void answersTheExampleOfRfc7616WithSha256() {
    assertThat(answer(ASKED.formatted("SHA-256")))
        .isEqualTo(
            "Digest username=\"Mufasa\", realm=\"http-auth@example.org\", nonce=\"%s\","
                    .formatted(NONCE)
                + " uri=\"/dir/index.html\", algorithm=SHA-256,"
                + " response=\"753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1\","
                + " qop=auth, nc=00000001, cnonce=\"%s\", opaque=\"%s\"".formatted(CNONCE, OPAQUE));
  }

  @Test
  void answersTheExampleOfRfc7616WithMd5() {
    assertThat(answer(ASKED.formatted("MD5")))
        .contains("algorithm=MD5, response=\"8ca523f5e9506fed4657c9700eebdbec\"");
  }

  @Test
  void takesTheStrongerWhereBothAreOffered() {
    Optional<Digest> best =
        Digest.best(HttpChallenge.all(List.of(ASKED.formatted("MD5"), ASKED.formatted("SHA-256"))));
    assertThat(best.map(Digest::algorithm)).contains(Digest.Algorithm.SHA_256);
  }

  @Test
  void answersADeviceThatKnowsNoQopAsRfc2069Has() {
    String asked = "Digest realm=\"r\", nonce=\"n\"";
    // H(H(Mufasa:r:Circle of Life):n:H(GET:/dir/index.html)), as md5sum has it
    assertThat(answer(asked))
        .isEqualTo(
            "Digest username=\"Mufasa\", realm=\"r\", nonce=\"n\", uri=\"/dir/index.html\","
                + " algorithm=MD5, response=\"0bab5c24c08a1ef94a6cc3d446ce558a\"");
  }

  @Test
  void speaksNoneThatItDoesNotKnow() {
    assertThat(Digest.best(HttpChallenge.all(List.of(ASKED.formatted("SHA-512-256"))))).isEmpty();
    assertThat(
            Digest.best(
                HttpChallenge.all(List.of("Digest realm=\"r\", nonce=\"n\", qop=\"auth-int\""))))
        .isEmpty();
  }

  @Test
  void severalChallengesMayStandInOneHeader() {
    List<HttpChallenge> all =
        HttpChallenge.all(
            List.of("Basic realm=\"a, b=\\\"c\\\"\", Digest  realm = \"x\",nonce=1=,qop=auth"));
    assertThat(all).extracting(HttpChallenge::scheme).containsExactly("basic", "digest");
    assertThat(all.getFirst().value("realm")).contains("a, b=\"c\"");
    assertThat(all.getLast().value("nonce")).contains("1=");
    assertThat(all.getLast().value("qop")).contains("auth");
  }

  @Test
  void anEmptyOpaqueComesBackAndAQuoteInANameIsEscaped() {
    Digest digest =
        Digest.best(HttpChallenge.all(List.of("Digest realm=\"a\\\"b\", nonce=\"n\", opaque=\"\"")))
            .orElseThrow();
    String header = digest.answer(new HttpLogin("Bảo \"x\"", "p"), "GET", "/", 1, "c");
    assertThat(header)
        .startsWith("Digest username*=UTF-8''B%E1%BA%A3o%20%22x%22, realm=\"a\\\"b\"")
        .endsWith("opaque=\"\"");
  }

  private static String answer(String asked) {
    return Digest.best(HttpChallenge.all(List.of(asked)))
        .orElseThrow()
        .answer(MUFASA, "GET", "/dir/index.html", 1, CNONCE);
  }
}
