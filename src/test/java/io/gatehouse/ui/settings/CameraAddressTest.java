package io.gatehouse.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.ui.settings.CameraAddress.Kind;
import io.gatehouse.ui.settings.CameraAddress.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CameraAddressTest {

  @ParameterizedTest
  @EnumSource(Kind.class)
  void everyKindsExampleIsWrittenRightAndNamesItsKind(Kind kind) {
    assertThat(CameraAddress.check(kind.example())).isEmpty();
    assertThat(CameraAddress.kindOf(kind.example())).contains(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rtsp://u:p@10.0.0.7/stream",
        "RTSP://10.0.0.7:554",
        " demo:seed=7 ",
        "file:clip.mp4",
        "rtsps://10.0.0.7/stream",
        "/dev/video0",
        "/home/pi/clip.mp4"
      })
  void commonWritingsAreRight(String uri) {
    assertThat(CameraAddress.check(uri)).isEmpty();
  }

  @Test
  void passwordIsNotShown() {
    assertThat(CameraAddress.shown("rtsp://admin:secret@10.0.0.7/stream"))
        .isEqualTo("rtsp://•••@10.0.0.7/stream");
    assertThat(CameraAddress.shown("dir:/home/pi")).isEqualTo("dir:/home/pi");
  }

  @Test
  void wrongWritingsAreNamed() {
    assertThat(CameraAddress.check("  ")).contains(Problem.EMPTY);
    assertThat(CameraAddress.check("camera 1")).contains(Problem.UNKNOWN_KIND);
    assertThat(CameraAddress.check("rtsp:10.0.0.7")).contains(Problem.NO_HOST);
    assertThat(CameraAddress.check("rtsp:///stream")).contains(Problem.NO_HOST);
    assertThat(CameraAddress.check("v4l2:video0")).contains(Problem.NO_DEVICE);
    assertThat(CameraAddress.check("dir:")).contains(Problem.NO_PLACE);
  }
}
