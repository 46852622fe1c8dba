package io.gatehouse.bench.plates;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.CV_16SC3;
import static org.bytedeco.opencv.global.opencv_core.CV_64FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_core.add;
import static org.bytedeco.opencv.global.opencv_core.randn;
import static org.bytedeco.opencv.global.opencv_core.setRNGSeed;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.blur;
import static org.bytedeco.opencv.global.opencv_imgproc.warpAffine;

import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** Makes the frames of a sequence of a photograph, in memory. Used by one thread. */
final class ShotMaker implements AutoCloseable {

  private static final double LEAST_BLUR = 0.2;

  private final Mat move = new Mat(2, 3, CV_64FC1);
  private final Mat wide = new Mat();
  private final Mat noise = new Mat();

  /**
   * Draws a frame.
   *
   * @param photograph CV_8UC3, left as it is
   * @param frame of the same size and type; its contents are replaced
   */
  void draw(Mat photograph, ShotPlan shot, Mat frame) {
    try (DoubleIndexer matrix = move.createIndexer();
        Scalar none = new Scalar(0)) {
      double middle = photograph.cols() / 2.0;
      double centre = photograph.rows() / 2.0;
      matrix.put(0, 0, shot.scale(), 0, middle * (1 - shot.scale()) + shot.right());
      matrix.put(1, 0, 0, shot.scale(), centre * (1 - shot.scale()) + shot.down());
      warpAffine(photograph, frame, move, frame.size(), INTER_LINEAR, BORDER_REPLICATE, none);
    }
    if (shot.smear() > 1) {
      try (Size kernel = new Size(1, shot.smear())) {
        blur(frame, frame, kernel);
      }
    }
    if (shot.blur() > LEAST_BLUR) {
      try (Size anySize = new Size(0, 0)) {
        GaussianBlur(frame, frame, anySize, shot.blur());
      }
    }
    expose(shot, frame);
  }

  private void expose(ShotPlan shot, Mat frame) {
    frame.convertTo(wide, CV_16SC3, shot.gain(), 0);
    noise.create(frame.rows(), frame.cols(), CV_16SC3);
    setRNGSeed(shot.noiseSeed());
    try (Scalar zero = Scalar.all(0);
        Scalar spread = Scalar.all(shot.noise());
        Mat mean = new Mat(1, 1, CV_64FC1, zero);
        Mat deviation = new Mat(1, 1, CV_64FC1, spread)) {
      randn(noise, mean, deviation);
    }
    add(wide, noise, wide);
    wide.convertTo(frame, CV_8U);
  }

  @Override
  public void close() {
    move.close();
    wide.close();
    noise.close();
  }
}
