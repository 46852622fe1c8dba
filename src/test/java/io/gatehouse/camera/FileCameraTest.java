package io.gatehouse.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.common.TimeSource;
import io.gatehouse.support.Pictures;
import io.gatehouse.support.Videos;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FileCameraTest {

  @TempDir Path folder;

  private final FramePool pool = new FramePool();
  private final FrameFactory frames = new FrameFactory(pool, TimeSource.system());

  @AfterEach
  void nothingLeaks() {
    assertThat(pool.live()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"clip.mp4", "clip.mkv", "Làn vào.avi"})
  void showsEveryPictureOfAClip(String name) throws Exception {
    Path clip = clip(name, 20);

    List<Integer> shades = shades(new FileCamera(clip, false, false), 1000);

    assertThat(shades).hasSize(20);
    for (int i = 0; i < 20; i++) {
      assertThat(shades.get(i)).isCloseTo(Videos.shade(i), within(7));
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 64, 36", "90, 36, 64", "180, 64, 36", "270, 36, 64"})
  void turnsAPhonesVideoUpright(int degrees, int width, int height) throws Exception {
    Path clip = Videos.turned(folder.resolve("phone.mp4"), 64, 36, degrees);
    try (FrameSource source = new FileCamera(clip, false, false).open(frames);
        Frame frame = source.next().orElseThrow()) {
      assertThat(frame.width()).isEqualTo(width);
      assertThat(frame.height()).isEqualTo(height);
      // the mark is at the top left as recorded; a turn goes against the clock
      int[] upright =
          switch (degrees) {
            case 90 -> Pictures.pixel(frame, 8, height - 8);
            case 180 -> Pictures.pixel(frame, width - 8, height - 8);
            case 270 -> Pictures.pixel(frame, width - 8, 8);
            default -> Pictures.pixel(frame, 8, 8);
          };
      assertThat(upright[1]).isGreaterThan(200);
    }
  }

  @Test
  void playsAtItsOwnSpeed() throws Exception {
    Path clip = Videos.h264(folder.resolve("slow.mp4"), 160, 90, 5, 10);
    List<Long> captured = new ArrayList<>();
    try (FrameSource source = new FileCamera(clip, false, true).open(frames)) {
      for (int i = 0; i < 5; i++) {
        try (Frame frame = source.next().orElseThrow()) {
          captured.add(frame.stamp().capturedNanos());
        }
      }
    }
    // never early: four gaps of a tenth of a second
    assertThat(captured.getLast() - captured.getFirst()).isGreaterThan(390_000_000L);
  }

  @Test
  void startsOverWhenItLoops() throws Exception {
    Path clip = clip("clip.mp4", 3);

    assertThat(shades(new FileCamera(clip, true, false), 7)).hasSize(7);
  }

  @Test
  void aClipThatBreaksOffIsShownAsFarAsItGoes() throws Exception {
    byte[] whole = Files.readAllBytes(clip("clip.mkv", 60));
    Path cut = Files.write(folder.resolve("cut.mkv"), Arrays.copyOf(whole, whole.length / 2));

    assertThat(shades(new FileCamera(cut, false, false), 1000).size()).isBetween(5, 59);
  }

  @Test
  void aClipWithoutItsIndexIsGarbage() throws Exception {
    byte[] whole = Files.readAllBytes(clip("clip.mp4", 60));
    Path cut = Files.write(folder.resolve("cut.mp4"), Arrays.copyOf(whole, whole.length / 2));

    fails(cut, CameraFault.GARBAGE, "is no video, or breaks off");
  }

  @Test
  void aTextIsNoVideo() throws Exception {
    Path text = folder.resolve("text.mp4");
    Files.writeString(text, "This is not a video, whatever its name says.\n".repeat(200));

    fails(text, CameraFault.GARBAGE, "text.mp4 is no video");
  }

  @Test
  void aPlaylistDoesNotReachForTheNetwork() throws Exception {
    Path list = folder.resolve("list.m3u8");
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Files.writeString(
          list,
          "#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\nhttp://127.0.0.1:%d/a.ts\n#EXT-X-ENDLIST\n"
              .formatted(server.getLocalPort()));

      assertThatExceptionOfType(CameraException.class)
          .isThrownBy(() -> shades(new FileCamera(list, false, false), 1));
      server.setSoTimeout(1);
      assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(server::accept);
    }
  }

  @Test
  void saysWhatIsWrongWithAPath() throws Exception {
    fails(folder.resolve("none.mp4"), CameraFault.NOT_FOUND, "does not exist");
    fails(folder, CameraFault.NOT_FOUND, "is a folder");
    fails(Files.createFile(folder.resolve("empty.mp4")), CameraFault.GARBAGE, "is no video");
  }

  @Test
  void closeEndsTheWaitForTheNextPicture() throws Exception {
    Path clip = Videos.h264(folder.resolve("slow.mp4"), 160, 90, 3, 1);
    FrameSource source = new FileCamera(clip, true, true).open(frames);
    source.next().orElseThrow().close();
    Thread closer = Thread.ofPlatform().start(source::close);

    assertThat(source.next()).isEmpty();
    closer.join();
  }

  private Path clip(String name, int pictures) throws Exception {
    Path file = folder.resolve(name);
    return name.endsWith(".avi")
        ? Videos.mjpeg(file, 320, 180, pictures, 25)
        : Videos.h264(file, 320, 180, pictures, 25);
  }

  private void fails(Path path, CameraFault fault, String message) {
    assertThatExceptionOfType(CameraException.class)
        .isThrownBy(() -> shades(new FileCamera(path, false, false), 1))
        .withMessageContaining(message)
        .satisfies(e -> assertThat(e.fault()).isEqualTo(fault));
  }

  private List<Integer> shades(Camera camera, int most) throws Exception {
    List<Integer> shades = new ArrayList<>();
    try (FrameSource source = camera.open(frames)) {
      while (shades.size() < most) {
        Optional<Frame> next = source.next();
        if (next.isEmpty()) {
          break;
        }
        try (Frame frame = next.get()) {
          shades.add(Pictures.pixel(frame, frame.width() / 2, frame.height() / 2)[0]);
        }
      }
    }
    return shades;
  }
}
