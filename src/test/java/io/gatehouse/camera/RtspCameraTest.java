package io.gatehouse.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.support.FakeRtspServer;
import io.gatehouse.support.Pictures;
import io.gatehouse.support.Videos;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RtspCameraTest {

  private static final int PICTURES = 60;

  @TempDir Path folder;

  private final FrameFactory frames = Pictures.factory();

  @Test
  void showsTheStreamUntilTheCameraHangsUp() throws Exception {
    try (FakeRtspServer server = serve(FakeRtspServer.AtEnd.HANG_UP);
        FrameSource source =
            new RtspCamera(server.address(), Duration.ofSeconds(20)).open(frames)) {
      int shown = 0;
      Optional<Frame> next = source.next();
      while (next.isPresent()) {
        try (Frame frame = next.get()) {
          assertThat(frame.width()).isEqualTo(320);
          assertThat(frame.height()).isEqualTo(180);
          assertThat(Pictures.pixel(frame, 160, 90)[1]).isCloseTo(Videos.shade(shown), within(7));
        }
        shown++;
        next = source.next();
      }
      assertThat(shown).isEqualTo(PICTURES);
    }
  }

  @Test
  void aCameraThatFallsSilentIsStalled() throws Exception {
    try (FakeRtspServer server = serve(FakeRtspServer.AtEnd.FALL_SILENT);
        FrameSource source = new RtspCamera(server.address(), Duration.ofSeconds(2)).open(frames)) {
      assertThatExceptionOfType(CameraException.class)
          .isThrownBy(() -> showAll(source))
          .satisfies(e -> assertThat(e.fault()).isEqualTo(CameraFault.STALLED))
          .withMessageContaining("sent nothing for 2 seconds");
    }
  }

  @Test
  void closeBreaksOffTheWaitForAPicture() throws Exception {
    try (FakeRtspServer server = serve(FakeRtspServer.AtEnd.FALL_SILENT)) {
      FrameSource source = new RtspCamera(server.address(), Duration.ofHours(1)).open(frames);
      source.next().orElseThrow().close();
      Thread closer = Thread.ofPlatform().start(source::close);

      try {
        showAll(source);
      } catch (CameraException e) {
        assertThat(e).hasMessageEndingWith("was closed");
      }
      closer.join();
      assertThat(source.next()).isEmpty();
    }
  }

  private FakeRtspServer serve(FakeRtspServer.AtEnd atEnd) throws IOException {
    Path clip = Videos.h264(folder.resolve("clip.h264"), 320, 180, PICTURES, 25);
    return new FakeRtspServer(clip, atEnd);
  }

  private static void showAll(FrameSource source) throws Exception {
    Optional<Frame> next = source.next();
    while (next.isPresent()) {
      next.get().close();
      next = source.next();
    }
  }

  @Test
  void aSilentServerDoesNotHangForEver() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      RtspCamera camera = new RtspCamera(address(server), Duration.ofSeconds(1));

      assertThatExceptionOfType(CameraException.class)
          .isThrownBy(() -> camera.open(frames))
          .satisfies(e -> assertThat(e.fault()).isIn(CameraFault.STALLED, CameraFault.NOT_FOUND))
          .withMessageContaining("check the");
    }
  }

  @Test
  void anInterruptBreaksOffTheConnecting() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      RtspCamera camera = new RtspCamera(address(server), Duration.ofHours(1));
      Thread me = Thread.currentThread();
      Thread interrupter =
          Thread.ofPlatform()
              .start(() -> {
                try (Socket accepted = server.accept()) {
                  int firstByte = accepted.getInputStream().read();
                  assertThat(firstByte).isEqualTo('O'); // OPTIONS
                  me.interrupt();
                  while (accepted.getInputStream().read() >= 0) {} // stay until it hangs up
                } catch (IOException e) {
                  me.interrupt();
                }
              });

      assertThatThrownBy(() -> camera.open(frames)).isInstanceOf(InterruptedException.class);
      interrupter.join();
    }
  }

  @Test
  void aClosedPortIsToldPlainly() throws Exception {
    String address;
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      address = address(server);
    }

    assertThatExceptionOfType(CameraException.class)
        .isThrownBy(() -> new RtspCamera(address, Duration.ofSeconds(5)).open(frames))
        .withMessageEndingWith("refuses the connection; check the address and port")
        .satisfies(e -> assertThat(e.fault()).isEqualTo(CameraFault.NOT_FOUND));
  }

  @Test
  @SuppressWarnings("try") // the answerer ends when the server is closed under it
  void aWrongPasswordIsToldWithoutShowingIt() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      CountDownLatch done = new CountDownLatch(1);
      Thread answerer = Thread.ofPlatform().start(() -> refuse(server, done));
      String address = address(server).replace("rtsp://", "rtsp://guard:hunter2@");

      assertThatExceptionOfType(CameraException.class)
          .isThrownBy(() -> new RtspCamera(address, Duration.ofSeconds(20)).open(frames))
          .withMessageEndingWith("refuses the user name or password; correct them")
          .satisfies(e -> assertThat(e).message().doesNotContain("hunter2"))
          .satisfies(e -> assertThat(e.fault()).isEqualTo(CameraFault.NO_PERMISSION));
      done.countDown();
      server.close();
      answerer.join();
    }
  }

  /** Answers every request with 401, on any number of connections. */
  private static void refuse(ServerSocket server, CountDownLatch done) {
    while (done.getCount() > 0) {
      try (Socket socket = server.accept();
          BufferedReader in =
              new BufferedReader(
                  new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
        String sequence = "";
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          if (line.startsWith("CSeq:")) {
            sequence = line;
          } else if (line.isEmpty()) {
            String answer =
                "RTSP/1.0 401 Unauthorized\r\n"
                    + sequence
                    + "\r\nWWW-Authenticate: Basic realm=\"gate\"\r\n\r\n";
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
          }
        }
      } catch (IOException e) {
        if (server.isClosed()) {
          return;
        }
      }
    }
  }

  private static String address(ServerSocket server) {
    return "rtsp://127.0.0.1:%d/stream".formatted(server.getLocalPort());
  }
}
