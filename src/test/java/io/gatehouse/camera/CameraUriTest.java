package io.gatehouse.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CameraUriTest {

  @TempDir Path folder;

  private final Cameras cameras = new Cameras(Map.of());

  @Test
  void readsTargetAndOptions() throws Exception {
    CameraUri uri = CameraUri.parse(" dir:photos/gate 1?seconds=2.5&loop&Name=a%20b ");

    assertThat(uri.scheme()).isEqualTo("dir");
    assertThat(uri.target()).isEqualTo("photos/gate 1");
    assertThat(uri.options())
        .containsExactly(
            Map.entry("seconds", "2.5"), Map.entry("loop", "true"), Map.entry("name", "a b"));
    assertThat(uri.number("seconds", 1, 0, 10)).isEqualTo(2.5);
    assertThat(uri.flag("loop", false)).isTrue();
    assertThat(uri.flag("absent", true)).isTrue();
  }

  @Test
  void anEmptyTargetIsAllowed() throws Exception {
    assertThat(CameraUri.parse("demo:")).isEqualTo(new CameraUri("demo", "", Map.of()));
    assertThat(CameraUri.parse("demo:?seed=7").options()).containsEntry("seed", "7");
  }

  @Test
  void aPathAloneIsAVideoOrAFolderOrADevice() throws Exception {
    Path clip = Files.createFile(folder.resolve("clip.mp4"));

    assertThat(CameraUri.parse(folder.toString()).scheme()).isEqualTo("dir");
    assertThat(CameraUri.parse(clip + "?loop=true"))
        .isEqualTo(new CameraUri("file", clip.toString(), Map.of("loop", "true")));
    assertThat(CameraUri.parse("/dev/video2").scheme()).isEqualTo("v4l2");
  }

  @Test
  void aQuestionMarkMayBePartOfAName() throws Exception {
    Path odd = Files.createFile(folder.resolve("what?.mp4"));

    assertThat(CameraUri.parse("file:" + odd).path()).isEqualTo(odd);
  }

  @Test
  void filePathsOfFileManagersAreUnderstood() throws Exception {
    assertThat(CameraUri.parse("file:///home/guard/a%20b+c.mp4").target())
        .isEqualTo("/home/guard/a b+c.mp4");
  }

  @ParameterizedTest
  @CsvSource({
    "rtsp://10.0.0.7/stream, rtsp://10.0.0.7/stream",
    "rtsp://admin:s3cret@10.0.0.7:554/stream?channel=1, rtsp://10.0.0.7:554/stream?channel=1",
    "rtsp://admin:p@ss@10.0.0.7/stream, rtsp://10.0.0.7/stream",
    "rtsp://10.0.0.7/user=admin&password=s3cret&channel=1, rtsp://10.0.0.7/user=admin&password=***&channel=1",
    "rtsps://a:b@host/live?token=abc, rtsps://host/live?token=***"
  })
  void labelsHidePasswords(String uri, String label) throws Exception {
    assertThat(cameras.camera(uri).label()).isEqualTo(label);
    assertThat(CameraUri.parse(uri).toString()).isEqualTo(label);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "webcam",
        "http2:x",
        "rpicam:",
        "demo:",
        "rtsp://",
        "dir:x?colour=red",
        "dir:x?seconds=soon",
        "dir:x?seconds=-1",
        "file:x?loop=perhaps",
        "v4l2:/dev/video0?width=0"
      })
  void whatMakesNoSenseIsOneClearLine(String uri) {
    assertThatExceptionOfType(CameraException.class)
        .isThrownBy(() -> cameras.camera(uri))
        .satisfies(e -> assertThat(e.getMessage()).isNotBlank().doesNotContain("\n"))
        .satisfies(e -> assertThat(e.fault()).isIn(CameraFault.UNSUPPORTED, CameraFault.NOT_FOUND));
  }

  @Test
  void anUnknownSchemeGetsExamples() {
    assertThatExceptionOfType(CameraException.class)
        .isThrownBy(() -> cameras.camera("gopher:hole"))
        .withMessage(
            "no camera is called 'gopher:'; use one of: demo:, rpicam:, v4l2:/dev/video0, rtsp://host/stream, file:clip.mp4, dir:photos/");
  }

  @Test
  void camerasOfOtherPackagesAreHandedIn() throws Exception {
    Camera mine = new DirCamera(folder, 1, 1, false);

    assertThat(new Cameras(Map.of("demo", uri -> mine)).camera("demo:?seed=1")).isSameAs(mine);
  }

  @Test
  void namesAreOrderedAsPeopleCount() {
    assertThat(
            Stream.of("car10.jpg", "car2.jpg", "Car1.jpg", "car02b.jpg", "car", "10", "9")
                .sorted(new NaturalOrder())
                .toList())
        .isEqualTo(List.of("9", "10", "car", "Car1.jpg", "car2.jpg", "car02b.jpg", "car10.jpg"));
  }
}
