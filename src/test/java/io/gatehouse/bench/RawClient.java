package io.gatehouse.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * The least of an HTTP client: one connection that is kept, answers that tell their length. What a
 * benchmark measures is then the server, although both share a machine.
 */
final class RawClient implements AutoCloseable {

  private static final String LENGTH = "content-length:";

  private final Socket socket;
  private final InputStream in;
  private final String rest;
  private final byte[] buffer = new byte[65_536];

  RawClient(int port, String token) throws IOException {
    socket = new Socket("localhost", port);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream(), buffer.length);
    rest = " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n";
  }

  /** Reads the whole answer, which must be 200. */
  void get(String path) throws IOException {
    write("GET " + path + rest + "\r\n");
    read(path, 200);
  }

  /** Sends a body, and reads the whole answer, which must have this status. */
  void send(String method, String path, String type, byte[] body, int wanted) throws IOException {
    write(
        "%s %s%sContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(method, path, rest, type, body.length));
    socket.getOutputStream().write(body);
    read(path, wanted);
  }

  private void write(String head) throws IOException {
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
  }

  private void read(String path, int wanted) throws IOException {
    String status = line();
    int length = -1;
    for (String line = line(); !line.isEmpty(); line = line()) {
      if (line.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
        length = Integer.parseInt(line.substring(LENGTH.length()).strip());
      }
    }
    if (!status.contains(" " + wanted + " ") || length < 0) {
      throw new IOException(path + ": " + status);
    }
    int left = length;
    while (left > 0) {
      int read = in.read(buffer, 0, Math.min(left, buffer.length));
      if (read < 0) {
        throw new IOException(path + ": the answer ended early");
      }
      left -= read;
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the connection ended");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
