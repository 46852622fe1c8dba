package io.gatehouse.camera.rpicam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatehouse.camera.CameraException;
import io.gatehouse.camera.CameraFault;
import io.gatehouse.camera.CameraUri;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RpicamOptionsTest {

  private static RpicamOptions options(String uri) throws CameraException {
    return RpicamOptions.of(CameraUri.parse(uri));
  }

  @Test
  void withoutOptionsTheUsualNetworkRunsOnAFourToThreePicture() throws Exception {
    RpicamOptions usual = options("rpicam:");

    assertThat(usual.command(Optional.of(Path.of("/tmp/stage.json")), List.of()))
        .containsExactly(
            "rpicam-vid",
            "-n",
            "-t",
            "0",
            "--codec",
            "yuv420",
            "--width",
            "1280",
            "--height",
            "960",
            "--framerate",
            "15.000",
            "--buffer-count",
            "8",
            "--flush",
            "--post-process-file",
            "/tmp/stage.json",
            "--metadata",
            "-",
            "--metadata-format",
            "txt",
            "-o",
            "-");
    assertThat(RpicamOptions.stage(usual.network().orElseThrow()))
        .isEqualToIgnoringWhitespace(
            """
            { "imx500_object_detection": { "max_detections": 20, "threshold": 0.300,
              "network_file": "/usr/share/imx500-models/imx500_network_ssd_mobilenetv2_fpnlite_320x320_pp.rpk" } }
            """);
  }

  @Test
  void flipsAndProgramAreOptions() throws Exception {
    RpicamOptions turned =
        options("rpicam:?hflip&vflip=true&program=/opt/rpicam-vid&framerate=29.97&network=none");

    assertThat(turned.command(Optional.empty(), List.of("--frames", "60")))
        .startsWith("/opt/rpicam-vid")
        .containsSequence("--framerate", "29.970")
        .containsSubsequence("--hflip", "--vflip")
        .doesNotContain("--post-process-file")
        .endsWith("--frames", "60");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "width=1281; option width=1281 must be an even number from 64 to 4056",
        "width=0; option width=0 must be a number from 64",
        "height=9999; option height=9999 must be a number from 64 to 3040",
        "framerate=31; option framerate=31 must be a number from 1 to 30",
        "network=net.rpk; option network=net.rpk must be the whole path of a .rpk file, or none",
        "network=/a/b.json; must be the whole path of a .rpk file",
        "vehicles=car; option vehicles=car must be class numbers from 0 to 9999, as in 2,3,5",
        "vehicles=; neither vehicles= nor plates= names a class",
        "order=zx; option order=zx must be yx or xy",
        "input=0; option input=0 must be 1 where boxes are shares of the picture",
        "threshold=2; option threshold=2 must be a number from 0.01 to 0.99",
        "hflip=maybe; option hflip=maybe must be true or false",
        "size=1280x960; has no option 'size'; its options: width, height, framerate, network"
      })
  void aWrongOptionIsNamedWithWhatItMayBe(String option, String message) {
    assertThatExceptionOfType(CameraException.class)
        .isThrownBy(() -> options("rpicam:?" + option))
        .withMessageContaining(message)
        .satisfies(e -> assertThat(e.fault()).isEqualTo(CameraFault.UNSUPPORTED));
  }

  @Test
  void afterTheColonComeOptionsAlone() {
    assertThatExceptionOfType(CameraException.class)
        .isThrownBy(() -> options("rpicam:/dev/video0"))
        .withMessageContaining("rpicam:?width=1280");
  }
}
