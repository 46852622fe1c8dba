package io.gatehouse.detect;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_core.mean;
import static org.bytedeco.opencv.global.opencv_imgproc.CHAIN_APPROX_SIMPLE;
import static org.bytedeco.opencv.global.opencv_imgproc.FILLED;
import static org.bytedeco.opencv.global.opencv_imgproc.LINE_8;
import static org.bytedeco.opencv.global.opencv_imgproc.RETR_EXTERNAL;
import static org.bytedeco.opencv.global.opencv_imgproc.THRESH_BINARY;
import static org.bytedeco.opencv.global.opencv_imgproc.boundingRect;
import static org.bytedeco.opencv.global.opencv_imgproc.drawContours;
import static org.bytedeco.opencv.global.opencv_imgproc.findContours;
import static org.bytedeco.opencv.global.opencv_imgproc.minAreaRect;
import static org.bytedeco.opencv.global.opencv_imgproc.threshold;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.RotatedRect;
import org.bytedeco.opencv.opencv_core.Scalar;

/**
 * Finds text lines in the probability map of a DB network (Liao et al., "Real-time Scene Text
 * Detection with Differentiable Binarization"). Such a map holds each line shrunk to its core; the
 * core's rectangle is grown back by {@code area * growth / perimeter} on each side.
 *
 * @param coreThreshold pixels above it belong to a core, 0 to 1
 * @param minConfidence a core whose mean is below it is no text, 0 to 1
 * @param growth how far cores are grown back; 1.5 to 2 fits networks trained with a shrink of 0.4
 * @param minCoreSide cores thinner than this many map pixels are noise
 */
record TextMap(double coreThreshold, double minConfidence, double growth, double minCoreSide) {

  private static final int MAX_CORES = 500;

  /**
   * The lines of a map, in map pixels.
   *
   * @param probabilities {@code rows x columns}, row-major, 0 to 1
   */
  List<TextLine> lines(FloatBuffer probabilities, int rows, int columns) {
    try (PointerScope _ = new PointerScope()) {
      Mat map = new Mat(rows, columns, CV_32F, new FloatPointer(probabilities));
      Mat above = new Mat();
      threshold(map, above, coreThreshold, 255, THRESH_BINARY);
      Mat cores = new Mat();
      above.convertTo(cores, CV_8U);
      MatVector contours = new MatVector();
      findContours(cores, contours, RETR_EXTERNAL, CHAIN_APPROX_SIMPLE);

      List<TextLine> lines = new ArrayList<>();
      for (int i = 0; i < Math.min(contours.size(), MAX_CORES); i++) {
        RotatedRect core = minAreaRect(contours.get(i));
        if (Math.min(core.size().width(), core.size().height()) < minCoreSide) {
          continue;
        }
        float confidence = meanInside(map, contours, i);
        if (confidence >= minConfidence) {
          lines.add(new TextLine(grown(core), confidence));
        }
      }
      return lines;
    }
  }

  private static float meanInside(Mat map, MatVector contours, int index) {
    Rect bounds = boundingRect(contours.get(index));
    Mat mask = Mat.zeros(bounds.height(), bounds.width(), CV_8U).asMat();
    drawContours(
        mask,
        contours,
        index,
        Scalar.WHITE,
        FILLED,
        LINE_8,
        new Mat(),
        0,
        new Point(-bounds.x(), -bounds.y()));
    return (float) mean(map.apply(bounds), mask).get(0);
  }

  private Quad grown(RotatedRect core) {
    double width = core.size().width();
    double height = core.size().height();
    double by = width * height * growth / (2 * (width + height));
    return outline(
        core.center().x(),
        core.center().y(),
        width + 2 * by,
        height + 2 * by,
        Math.toRadians(core.angle()));
  }

  /** Corners of a turned rectangle, named so that the writing runs from left to right. */
  static Quad outline(double x, double y, double width, double height, double angle) {
    double quarterTurns = Math.rint(angle / (Math.PI / 2));
    boolean swapped = quarterTurns % 2 != 0;
    double tilt = angle - quarterTurns * Math.PI / 2;
    double along = (swapped ? height : width) / 2;
    double across = (swapped ? width : height) / 2;
    double ax = Math.cos(tilt) * along;
    double ay = Math.sin(tilt) * along;
    double bx = -Math.sin(tilt) * across;
    double by = Math.cos(tilt) * across;
    return new Quad(
        (float) (x - ax - bx),
        (float) (y - ay - by),
        (float) (x + ax - bx),
        (float) (y + ay - by),
        (float) (x + ax + bx),
        (float) (y + ay + by),
        (float) (x - ax + bx),
        (float) (y - ay + by));
  }
}
