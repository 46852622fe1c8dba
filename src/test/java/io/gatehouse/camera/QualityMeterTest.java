package io.gatehouse.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.opencv.global.opencv_core.CV_64F;
import static org.bytedeco.opencv.global.opencv_core.add;
import static org.bytedeco.opencv.global.opencv_core.randn;
import static org.bytedeco.opencv.global.opencv_imgproc.FONT_HERSHEY_SIMPLEX;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.putText;

import io.gatehouse.common.TimeSource;
import io.gatehouse.parking.insight.PictureQuality;
import io.gatehouse.support.Pictures;
import java.util.Optional;
import java.util.function.Consumer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.junit.jupiter.api.Test;

class QualityMeterTest {

  private static final Region PLATE = new Region(200, 140, 240, 60);

  private final FrameFactory frames = new FrameFactory(new FramePool(), TimeSource.system());
  private final QualityMeter meter = new QualityMeter();

  /** A plate of dark letters on a ground of this grey, changed by what is given. */
  private PictureQuality plate(int ground, int letters, Consumer<Mat> change) {
    try (Frame frame = Pictures.plain(frames, 640, 360, ground, ground, ground);
        Point at = new Point(PLATE.x() + 8, PLATE.y() + 46);
        Scalar ink = new Scalar(letters, letters, letters, 0)) {
      putText(frame.bgr(), "51F-123.45", at, FONT_HERSHEY_SIMPLEX, 1.3, ink, 4, 8, false);
      change.accept(frame.bgr());
      return meter.measure(frame, Optional.of(PLATE));
    }
  }

  private static void blur(Mat picture, double sigma) {
    try (Size kernel = new Size(0, 0)) {
      GaussianBlur(picture, picture, kernel, sigma);
    }
  }

  private static void noise(Mat picture, double deviation) {
    try (Mat noise = new Mat(picture.size(), picture.type());
        Mat mean = new Mat(1, 1, CV_64F, new Scalar(0));
        Mat sd = new Mat(1, 1, CV_64F, new Scalar(deviation))) {
      randn(noise, mean, sd);
      add(picture, noise, picture);
    }
  }

  @Test
  void aPlateOutOfFocusIsLessSharpTheFartherItIsOut() {
    float crisp = plate(220, 20, picture -> {}).sharpness();
    float soft = plate(220, 20, picture -> blur(picture, 1.5)).sharpness();
    float lost = plate(220, 20, picture -> blur(picture, 4)).sharpness();

    assertThat(crisp).isGreaterThan(2 * soft);
    assertThat(soft).isGreaterThan(4 * lost);
    assertThat(lost).isLessThan(0.02f);
  }

  @Test
  void theLightIsNotTakenForSharpness() {
    PictureQuality day = plate(220, 20, picture -> {});
    PictureQuality night = plate(55, 5, picture -> {});

    assertThat(night.sharpness()).isCloseTo(day.sharpness(), within(0.02f));
    assertThat(night.brightness()).isLessThan(day.brightness() / 3);
  }

  @Test
  void theNoiseOfADarkPictureIsNotTakenForSharpness() {
    float calm = plate(55, 5, picture -> {}).sharpness();
    float noisy = plate(55, 5, picture -> noise(picture, 6)).sharpness();

    assertThat(noisy).isCloseTo(calm, within(0.15f * calm));
  }

  @Test
  void brightnessIsTheMeanGreyOfTheWholePicture() {
    try (Frame frame = Pictures.plain(frames, 640, 360, 10, 200, 100)) {
      assertThat(meter.measure(frame, Optional.empty()).brightness())
          .isCloseTo(0.114f * 10 + 0.587f * 200 + 0.299f * 100, within(0.5f));
    }
  }

  @Test
  void aPictureOfOneGreyHasNoSharpnessAndAPlateAtTheEdgeIsCutToTheFrame() {
    try (Frame frame = Pictures.plain(frames, 640, 360, 90, 90, 90)) {
      assertThat(meter.measure(frame, Optional.empty()).sharpness()).isZero();
      assertThat(meter.measure(frame, Optional.of(new Region(600, 340, 90, 60))).sharpness())
          .isZero();
    }
  }
}
