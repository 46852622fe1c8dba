package io.gatehouse.read;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC2;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_CUBIC;
import static org.bytedeco.opencv.global.opencv_imgproc.getPerspectiveTransform;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;
import static org.bytedeco.opencv.global.opencv_imgproc.warpPerspective;

import io.gatehouse.detect.Quad;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Cuts a line of writing out of a picture and sets it upright.
 *
 * @param height of the cut-out, in pixels
 */
record LineCrop(int height) {

  /**
   * The line as a picture of this height that keeps its proportions.
   *
   * @param maxWidth longer lines are squeezed to this many pixels
   * @return CV_8UC3, owned by the caller (or by its PointerScope)
   */
  Mat cut(Mat bgr, Quad line, int maxWidth) {
    double scale = height / line.height();
    int width = Math.clamp(Math.round(line.width() * scale), 1, maxWidth);
    // Shrinking needs every pixel averaged, which a warp does not do: warp at full size first.
    double detail = Math.max(1, Math.floor(1 / scale));
    Mat upright = new Mat();
    int warpedWidth = (int) Math.round(width * detail);
    int warpedHeight = (int) Math.round(height * detail);
    Mat from =
        corners(
            line.x0(), line.y0(), line.x1(), line.y1(), line.x2(), line.y2(), line.x3(), line.y3());
    Mat to = corners(0, 0, warpedWidth, 0, warpedWidth, warpedHeight, 0, warpedHeight);
    warpPerspective(
        bgr,
        upright,
        getPerspectiveTransform(from, to),
        new Size(warpedWidth, warpedHeight),
        INTER_CUBIC,
        BORDER_REPLICATE,
        new Scalar());
    if (detail == 1) {
      return upright;
    }
    Mat scaled = new Mat();
    resize(upright, scaled, new Size(width, height), 0, 0, INTER_AREA);
    return scaled;
  }

  private static Mat corners(float... xy) {
    return new Mat(4, 1, CV_32FC2, new FloatPointer(xy));
  }
}
