package io.gatehouse.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;

import io.gatehouse.camera.Natives;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LineToneTest {

  @BeforeAll
  static void load() {
    Natives.load();
  }

  @Test
  void darkWritingOnLightGroundIsAsItShouldBe() {
    assertThat(LineTone.of(line(200, 40))).isEqualTo(new LineTone(40, 200, 200));
    assertThat(LineTone.of(line(200, 40)).isLightOnDark()).isFalse();
  }

  @Test
  void lightWritingOnDarkGroundIsTold() {
    assertThat(LineTone.of(line(60, 230)).isLightOnDark()).isTrue();
  }

  @Test
  void theFrameAboveAndBelowDoesNotCount() {
    Mat framed = line(200, 40);
    framed.apply(new Rect(0, 0, 120, 9)).put(new Scalar(0.0));
    framed.apply(new Rect(0, 27, 120, 9)).put(new Scalar(0.0));

    assertThat(LineTone.of(framed).isLightOnDark()).isFalse();
  }

  @Test
  void anEvenLineIsLeftAsItIs() {
    assertThat(LineTone.of(line(90, 90)).isLightOnDark()).isFalse();
  }

  /** A quarter of it is ink. */
  private static Mat line(int ground, int ink) {
    Mat grey = new Mat(36, 120, CV_8UC1, new Scalar(ground));
    for (int x = 10; x < 120; x += 40) {
      grey.apply(new Rect(x, 0, 10, 36)).put(new Scalar(ink));
    }
    return grey;
  }
}
