package io.gatehouse.barrier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/**
 * A Shelly of the second generation with a password, as its makers describe it: Digest with SHA-256
 * for the user {@code admin}; each nonce's requests are counted, and the empty {@code opaque} of
 * some models must come back.
 */
final class FakeShelly implements AutoCloseable {

  static final String REALM = "shellyplus1-a8032abe54dc";

  private static final Pattern VALUE = Pattern.compile("(\\w+\\*?)=(?:\"([^\"]*)\"|([^,\\s]+))");

  private final MockWebServer server = new MockWebServer();
  private final List<String> carriedOut = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final String password;
  private int nonces;
  private int staleAnswers;
  private boolean onceOnly;
  private String challenge =
      "Digest qop=\"auth\", realm=\"%s\", nonce=\"%s\", algorithm=SHA-256, opaque=\"\"";

  FakeShelly(String password) throws IOException {
    this.password = password;
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer(request);
          }
        });
    server.start();
  }

  String where() {
    return "127.0.0.1:" + server.getPort();
  }

  int requests() {
    return server.getRequestCount();
  }

  /** What was done, in order. */
  synchronized List<String> carriedOut() {
    return List.copyOf(carriedOut);
  }

  /** The authorizations that were not accepted, in order; empty ones for none. */
  synchronized List<String> refused() {
    return List.copyOf(refused);
  }

  /** The nonces given out so far are too old. */
  synchronized void forgetNonces() {
    counts.clear();
  }

  /** So many right answers are refused because their nonce has just become too old. */
  synchronized void staleFor(int answers) {
    staleAnswers = answers;
  }

  /** As firmware before 2.0.0: a nonce is good for one request. */
  synchronized void nonceForOneRequest() {
    onceOnly = true;
  }

  /** Asks in another way; realm and nonce are filled in. */
  synchronized void challenges(String header) {
    challenge = header;
  }

  private synchronized MockResponse answer(RecordedRequest request) {
    String header = request.getHeaders().get("Authorization");
    Map<String, String> given = values(header == null ? "" : header);
    boolean right = header != null && header.startsWith("Digest ") && isRight(request, given);
    boolean known = counts.containsKey(given.getOrDefault("nonce", ""));
    if (right && known && staleAnswers == 0 && isNext(given)) {
      carriedOut.add(request.getMethod() + " " + request.getTarget());
      return new MockResponse.Builder().body("{\"id\":0,\"state\":false}").build();
    }
    boolean stale = right && (!known || staleAnswers > 0);
    staleAnswers -= right && staleAnswers > 0 ? 1 : 0;
    refused.add(header == null ? "" : header);
    return refusal(stale);
  }

  private boolean isNext(Map<String, String> given) {
    String nonce = given.get("nonce");
    int count = counts.merge(nonce, 1, Integer::sum);
    boolean next = given.get("nc").equals("%08x".formatted(count));
    if (onceOnly) {
      counts.remove(nonce);
    }
    return next;
  }

  private MockResponse refusal(boolean stale) {
    String nonce = "60%02d".formatted(++nonces);
    counts.put(nonce, 0);
    return new MockResponse.Builder()
        .code(401)
        .addHeader(
            "WWW-Authenticate", challenge.formatted(REALM, nonce) + (stale ? ", stale=true" : ""))
        .build();
  }

  private boolean isRight(RecordedRequest request, Map<String, String> given) {
    String who = sha256("admin:%s:%s".formatted(REALM, password));
    String what = sha256(request.getMethod() + ":" + request.getTarget());
    String wanted =
        sha256(
            "%s:%s:%s:%s:auth:%s"
                .formatted(who, given.get("nonce"), given.get("nc"), given.get("cnonce"), what));
    return given.get("response").equals(wanted)
        && given.get("username").equals("admin")
        && given.get("realm").equals(REALM)
        && given.get("uri").equals(request.getTarget())
        && given.get("algorithm").equals("SHA-256")
        && given.get("qop").equals("auth")
        && "".equals(given.get("opaque"));
  }

  private static Map<String, String> values(String header) {
    Map<String, String> found = new HashMap<>();
    Matcher value = VALUE.matcher(header);
    while (value.find()) {
      found.put(value.group(1), value.group(2) == null ? value.group(3) : value.group(2));
    }
    return found;
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
