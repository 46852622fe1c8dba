package io.gatehouse.support;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Stands between a client and a server of HTTP, and does to each request what is planned for it:
 * cuts it, holds it back, brings it twice or again much later. One request a connection.
 */
public final class BadNetwork implements AutoCloseable {

  /** What becomes of a request. */
  public enum Fate {
    /** Nothing happens to it. */
    ARRIVES,
    /** The connection ends before anything is forwarded. */
    IS_LOST,
    /** Half of it reaches the server. */
    IS_CUT,
    /** It is done, and nobody is told. */
    ANSWER_IS_LOST,
    /** It is done, and half of the answer comes back. */
    ANSWER_IS_CUT,
    /** It reaches the server twice. */
    COMES_TWICE,
    /** It is done, and reaches the server again after what came later. */
    COMES_AGAIN_LATE,
    /** Others go before it. */
    IS_HELD_BACK,
    /** Something on the way answers that it failed. */
    FAILS_500,
    /** Something on the way asks to wait. */
    ASKED_TO_WAIT_429
  }

  private static final long HELD_MILLIS = 40;

  private final ServerSocket listening;
  private final int server;
  private final Supplier<Fate> plan;
  private final Deque<byte[]> late = new ArrayDeque<>();
  private final Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
  private final CountDownLatch end = new CountDownLatch(1);

  /**
   * Listens.
   *
   * @param server port of the server on this machine
   * @param plan asked for each request
   */
  public BadNetwork(int server, Supplier<Fate> plan) throws IOException {
    this.server = server;
    this.plan = plan;
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().name("bad-network").start(this::accept);
  }

  public String url() {
    return "http://localhost:" + listening.getLocalPort();
  }

  /** How many requests met which fate. */
  public synchronized Map<Fate, Integer> counts() {
    return new EnumMap<>(counts);
  }

  /** Brings all that is still to come again. */
  public void bringTheRest() throws IOException {
    for (byte[] request = takeLate(); request != null; request = takeLate()) {
      exchange(request, request.length);
    }
  }

  private synchronized byte[] takeLate() {
    return late.pollFirst();
  }

  private synchronized Fate fate() {
    Fate fate = plan.get();
    counts.merge(fate, 1, Integer::sum);
    return fate;
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException e) {
        // the test is over
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      byte[] request = request(new BufferedInputStream(client.getInputStream()));
      byte[] answer = meet(fate(), request);
      client.getOutputStream().write(answer);
    } catch (IOException | InterruptedException e) {
      // the client or the server hung up: that is what this network is like
    }
  }

  /** The bytes that come back. */
  private byte[] meet(Fate fate, byte[] request) throws IOException, InterruptedException {
    return switch (fate) {
      case ARRIVES -> exchange(request, request.length);
      case IS_LOST -> new byte[0];
      case IS_CUT -> {
        exchange(request, request.length / 2);
        yield new byte[0];
      }
      case ANSWER_IS_LOST -> {
        exchange(request, request.length);
        yield new byte[0];
      }
      case ANSWER_IS_CUT -> {
        byte[] answer = exchange(request, request.length);
        yield Arrays.copyOf(answer, answer.length / 2);
      }
      case COMES_TWICE -> {
        exchange(request, request.length);
        yield exchange(request, request.length);
      }
      case COMES_AGAIN_LATE -> {
        byte[] answer = exchange(request, request.length);
        byte[] before = takeLate();
        if (before != null) {
          exchange(before, before.length);
        }
        synchronized (this) {
          late.addLast(request);
        }
        yield answer;
      }
      case IS_HELD_BACK -> {
        end.await(HELD_MILLIS, TimeUnit.MILLISECONDS);
        yield exchange(request, request.length);
      }
      case FAILS_500 -> bare("500 Internal Server Error", "");
      case ASKED_TO_WAIT_429 -> bare("429 Too Many Requests", "Retry-After: 0\r\n");
    };
  }

  private static byte[] bare(String status, String header) {
    return "HTTP/1.1 %s\r\n%sContent-Length: 0\r\nConnection: close\r\n\r\n"
        .formatted(status, header)
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** Sends the first bytes of a request; returns all that the server says. */
  private byte[] exchange(byte[] request, int length) throws IOException {
    try (Socket socket = new Socket("localhost", server)) {
      socket.getOutputStream().write(request, 0, length);
      socket.shutdownOutput();
      return socket.getInputStream().readAllBytes();
    }
  }

  /** Reads one, and asks the server to end the connection after it. */
  private static byte[] request(InputStream in) throws IOException {
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    int length = 0;
    String line = line(in);
    request.writeBytes(bytes(line));
    for (line = line(in); !line.isEmpty(); line = line(in)) {
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(lower.indexOf(':') + 1).strip());
      }
      if (!lower.startsWith("connection:")) {
        request.writeBytes(bytes(line));
      }
    }
    request.writeBytes(bytes("Connection: close"));
    request.writeBytes(bytes(""));
    request.writeBytes(in.readNBytes(length));
    return request.toByteArray();
  }

  private static byte[] bytes(String line) {
    return (line + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the client hung up");
      }
      line.write(c);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  @Override
  public void close() throws IOException {
    end.countDown();
    listening.close();
  }
}
