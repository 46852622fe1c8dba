package io.gatehouse.camera.demo;

import java.nio.DoubleBuffer;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** From the painted picture to what a camera delivers: BGR in native memory, shaken and noisy. */
final class Sensor implements AutoCloseable {

  private static final int TILE = 256;

  private final LaneView view;
  private final Mat painted;
  private final IntPointer paintedPixels;
  private final Mat upright;
  private final Mat motion;
  private final Mat brighter;
  private final Mat darker;
  private final Scalar black = new Scalar();

  Sensor(LaneView view, Ambience ambience, long seed) {
    this.view = view;
    this.painted = new Mat(view.height(), view.width(), opencv_core.CV_8UC4);
    this.paintedPixels = new IntPointer(painted.data());
    this.upright = new Mat(view.height(), view.width(), opencv_core.CV_8UC3);
    this.motion = new Mat(2, 3, opencv_core.CV_64F);
    byte[] more = new byte[TILE * TILE * 3];
    byte[] less = new byte[TILE * TILE * 3];
    grain(ambience.grain(), seed, more, less);
    this.brighter = spread(more);
    this.darker = spread(less);
  }

  /** Noise of a sensor: mostly in brightness, a little in colour. */
  private static void grain(double deviation, long seed, byte[] more, byte[] less) {
    SplittableRandom random = new SplittableRandom(seed + 21);
    for (int i = 0; i < TILE * TILE; i++) {
      double luma = random.nextGaussian();
      for (int c = 0; c < 3; c++) {
        double value = deviation * (0.85 * luma + 0.4 * random.nextGaussian());
        int level = (int) Math.round(Math.abs(value));
        more[3 * i + c] = (byte) (value > 0 ? level : 0);
        less[3 * i + c] = (byte) (value > 0 ? 0 : level);
      }
    }
  }

  private Mat spread(byte[] tile) {
    Mat all = new Mat();
    try (BytePointer bytes = new BytePointer(tile);
        Mat one = new Mat(TILE, TILE, opencv_core.CV_8UC3, bytes)) {
      opencv_core.repeat(one, view.height() / TILE + 2, view.width() / TILE + 2, all);
    }
    return all;
  }

  /**
   * @param canvas the painted picture
   * @param bgr where the frame goes, CV_8UC3 of the same size
   * @param dx how far the camera has been shaken, in pixels
   */
  void take(Canvas canvas, Mat bgr, double dx, double dy) {
    paintedPixels.put(canvas.pixels(), 0, canvas.pixels().length);
    if (dx == 0 && dy == 0) {
      opencv_imgproc.cvtColor(painted, bgr, opencv_imgproc.COLOR_BGRA2BGR);
      return;
    }
    opencv_imgproc.cvtColor(painted, upright, opencv_imgproc.COLOR_BGRA2BGR);
    DoubleBuffer m = motion.createBuffer();
    m.put(0, 1).put(1, 0).put(2, dx).put(3, 0).put(4, 1).put(5, dy);
    try (Size size = new Size(view.width(), view.height())) {
      opencv_imgproc.warpAffine(
          upright,
          bgr,
          motion,
          size,
          opencv_imgproc.INTER_LINEAR,
          opencv_core.BORDER_REPLICATE,
          black);
    }
  }

  void addNoise(Mat bgr, SplittableRandom random) {
    int x = random.nextInt(TILE);
    int y = random.nextInt(TILE);
    try (Rect window = new Rect(x, y, view.width(), view.height());
        Mat more = new Mat(brighter, window);
        Mat less = new Mat(darker, window)) {
      opencv_core.add(bgr, more, bgr);
      opencv_core.subtract(bgr, less, bgr);
    }
  }

  @Override
  public void close() {
    paintedPixels.close();
    painted.close();
    upright.close();
    motion.close();
    brighter.close();
    darker.close();
    black.close();
  }
}
