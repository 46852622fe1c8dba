package io.gatehouse.support;

import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A network camera: serves a bare H.264 clip by RTSP (RFC 2326), as RTP (RFC 6184) within the TCP
 * connection, as fast as it is taken. Afterwards it falls silent, or hangs up.
 */
public final class FakeRtspServer implements AutoCloseable {

  /** What it does after the last picture. */
  public enum AtEnd {
    FALL_SILENT,
    HANG_UP
  }

  private static final int TICKS_A_PICTURE = 90_000 / 25;

  private final ServerSocket server;
  private final List<byte[]> units;
  private final AtEnd atEnd;
  private final Thread thread;

  public FakeRtspServer(Path h264, AtEnd atEnd) throws IOException {
    this.units = unitsOf(Files.readAllBytes(h264));
    this.atEnd = atEnd;
    this.server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    this.thread = Thread.ofPlatform().name("fake-rtsp").start(this::serve);
  }

  public String address() {
    return "rtsp://127.0.0.1:%d/stream".formatted(server.getLocalPort());
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        converse(socket);
      } catch (IOException e) {
        // the client went, or the test is over: wait for the next one
      }
    }
  }

  private void converse(Socket socket) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    OutputStream out = socket.getOutputStream();
    List<String> request = new ArrayList<>();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (!line.isEmpty()) {
        request.add(line);
        continue;
      }
      String method = request.getFirst().split(" ")[0];
      answer(out, method, request);
      request.clear();
      if (method.equals("PLAY")) {
        stream(new DataOutputStream(out));
        if (atEnd == AtEnd.HANG_UP) {
          return;
        }
      }
    }
  }

  private void answer(OutputStream out, String method, List<String> request) throws IOException {
    String sequence =
        request.stream().filter(l -> l.startsWith("CSeq")).findFirst().orElse("CSeq: 0");
    String body = method.equals("DESCRIBE") ? description() : "";
    String more =
        switch (method) {
          case "OPTIONS" -> "Public: OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN\r\n";
          case "DESCRIBE" ->
              "Content-Type: application/sdp\r\nContent-Base: %s/\r\nContent-Length: %d\r\n"
                  .formatted(address(), body.length());
          case "SETUP" -> "Transport: RTP/AVP/TCP;unicast;interleaved=0-1\r\nSession: 1\r\n";
          default -> "Session: 1\r\n";
        };
    String answer = "RTSP/1.0 200 OK\r\n" + sequence + "\r\n" + more + "\r\n" + body;
    out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private static String description() {
    return """
    v=0
    o=- 1 1 IN IP4 127.0.0.1
    s=gate
    t=0 0
    m=video 0 RTP/AVP 96
    a=rtpmap:96 H264/90000
    a=fmtp:96 packetization-mode=1
    a=control:track1
    """
        .replace("\n", "\r\n");
  }

  private void stream(DataOutputStream out) throws IOException {
    int ticks = 0;
    for (int i = 0; i < units.size(); i++) {
      byte[] unit = units.get(i);
      boolean picture = (unit[0] & 0x1F) == 1 || (unit[0] & 0x1F) == 5;
      out.writeByte('$');
      out.writeByte(0);
      out.writeShort(12 + unit.length);
      out.writeByte(0x80);
      out.writeByte(picture ? 0x80 | 96 : 96); // the mark is on a picture's last packet
      out.writeShort(i);
      out.writeInt(ticks);
      out.writeInt(7);
      out.write(unit);
      ticks += picture ? TICKS_A_PICTURE : 0;
    }
    out.flush();
  }

  /** The parts between the start codes 00 00 01. */
  private static List<byte[]> unitsOf(byte[] file) {
    List<byte[]> units = new ArrayList<>();
    int start = -1;
    for (int i = 0; i + 2 < file.length; i++) {
      if (file[i] == 0 && file[i + 1] == 0 && file[i + 2] == 1) {
        if (start >= 0) {
          int end = file[i - 1] == 0 ? i - 1 : i;
          units.add(Arrays.copyOfRange(file, start, end));
        }
        start = i + 3;
      }
    }
    units.add(Arrays.copyOfRange(file, start, file.length));
    return units;
  }

  @Override
  public void close() throws IOException {
    server.close();
    thread.interrupt();
  }
}
