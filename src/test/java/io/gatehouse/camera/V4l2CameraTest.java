package io.gatehouse.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatehouse.support.Pictures;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class V4l2CameraTest {

  @TempDir Path folder;

  @Test
  void aDeviceThatIsNotThereIsToldPlainly() {
    fails(Path.of("/dev/video987"), "/dev/video987 is not there; plug it in");
  }

  @Test
  void aFileIsNoDevice() throws Exception {
    fails(Files.createFile(folder.resolve("video0")), "is no camera device");
  }

  private static void fails(Path device, String message) {
    assertThatExceptionOfType(CameraException.class)
        .isThrownBy(() -> new V4l2Camera(device, 640, 480, 30).open(Pictures.factory()))
        .withMessageContaining(message)
        .satisfies(e -> assertThat(e.fault()).isEqualTo(CameraFault.NOT_FOUND));
  }
}
