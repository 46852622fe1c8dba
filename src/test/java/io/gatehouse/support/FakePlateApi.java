package io.gatehouse.support;

import io.gatehouse.common.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/**
 * A plate reader that speaks as the Plate Recognizer API does, and counts what it was asked. It
 * answers what a test said next, and otherwise one plate made of the picture's hash.
 */
public final class FakePlateApi implements AutoCloseable {

  private final MockWebServer server = new MockWebServer();
  private final Deque<MockResponse> next = new ArrayDeque<>();
  private final List<String> uploads = new ArrayList<>();
  private final Map<String, AtomicInteger> answered = new ConcurrentHashMap<>();
  private final List<RecordedRequest> requests = new ArrayList<>();
  private volatile String plate = "";
  private volatile Runnable beforeAnswer = () -> {};

  public FakePlateApi() throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer(request);
          }
        });
    server.start();
  }

  /** As SNAPSHOT_API_URL takes it. */
  public String url() {
    return server.url("/v1/plate-reader/").toString();
  }

  /** Answers this to the next picture, before anything else. */
  public synchronized FakePlateApi then(MockResponse response) {
    next.add(response);
    return this;
  }

  public FakePlateApi then(int status, String body, String... headers) {
    MockResponse.Builder response = new MockResponse.Builder().code(status).body(body);
    for (int i = 0; i + 1 < headers.length; i += 2) {
      response.addHeader(headers[i], headers[i + 1]);
    }
    return then(response.build());
  }

  /** Every picture shows this plate from now on. */
  public void alwaysReads(String text) {
    plate = text;
  }

  /** Happens while a picture is being read. */
  public void beforeAnswer(Runnable event) {
    beforeAnswer = event;
  }

  private synchronized MockResponse answer(RecordedRequest request) {
    requests.add(request);
    if (request.getTarget().startsWith("/v1/statistics/")) {
      return json(
          """
          {"usage":{"month":11,"calls":%d,"year":2026,"resets_on":"2026-12-01"},"total_calls":2500}
          """
              .formatted(1200 + answered.values().stream().mapToInt(AtomicInteger::get).sum()));
    }
    String sha256 = Sha256.of(upload(request));
    uploads.add(sha256);
    beforeAnswer.run();
    if (!next.isEmpty()) {
      return next.poll();
    }
    answered.computeIfAbsent(sha256, _ -> new AtomicInteger()).incrementAndGet();
    String text = plate.isEmpty() ? "59p1" + Math.floorMod(sha256.hashCode(), 90_000) : plate;
    return json(onePlate(text, 0.91));
  }

  /** The file in the form, found by the boundary before and after it. */
  private static byte[] upload(RecordedRequest request) {
    String body = request.getBody().string(StandardCharsets.ISO_8859_1);
    int at = body.indexOf("name=\"upload\"");
    int start = body.indexOf("\r\n\r\n", at) + 4;
    int end = body.indexOf("\r\n--", start);
    // a picture may hold the same four bytes: the last boundary after it counts
    String boundary = body.substring(0, body.indexOf("\r\n"));
    end = Math.max(end, body.indexOf("\r\n" + boundary, start));
    return body.substring(start, end).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static MockResponse json(String body) {
    return new MockResponse.Builder()
        .code(200)
        .addHeader("Content-Type", "application/json")
        .body(body)
        .build();
  }

  /** An answer with one plate in the usual form. */
  public static String onePlate(String plate, double score) {
    return """
    {"processing_time":84.2,"results":[{"box":{"xmin":143,"ymin":481,"xmax":282,"ymax":575},
    "plate":"%s","region":{"code":"vn","score":0.78},"score":%s,
    "candidates":[{"score":%s,"plate":"%s"}],"dscore":0.79,
    "vehicle":{"score":0.84,"type":"Sedan","box":{"xmin":67,"ymin":113,"xmax":908,"ymax":653}},
    "model_make":[{"make":"Toyota","model":"Vios","score":0.71},
      {"make":"Kia","model":"Rio","score":0.1}],
    "color":[{"color":"white","score":0.9}],
    "orientation":[{"orientation":"Rear","score":0.88}]}],
    "filename":"1130_a1b2c.jpg","version":1,"camera_id":null,
    "timestamp":"2026-11-21T02:03:04.500000Z"}
    """
        .formatted(plate, score, score, plate);
  }

  /** Hashes of all pictures that were sent, in their order, answered or not. */
  public synchronized List<String> uploads() {
    return List.copyOf(uploads);
  }

  /** How many were answered with 200 of its own, and so paid for. */
  public int paid() {
    return answered.values().stream().mapToInt(AtomicInteger::get).sum();
  }

  /** How often each picture was paid for. */
  public Map<String, AtomicInteger> paidByPicture() {
    return Map.copyOf(answered);
  }

  public synchronized List<RecordedRequest> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    server.close();
  }
}
