package io.gatehouse.detect;

import static org.bytedeco.opencv.global.opencv_imgproc.FONT_HERSHEY_SIMPLEX;
import static org.bytedeco.opencv.global.opencv_imgproc.LINE_AA;
import static org.bytedeco.opencv.global.opencv_imgproc.putText;
import static org.bytedeco.opencv.global.opencv_imgproc.rectangle;

import io.gatehouse.camera.Frame;
import io.gatehouse.camera.Region;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;

/** A two-line plate on a dark ground. */
final class DrawnPlate {

  private DrawnPlate() {}

  static void on(Frame frame, Region place) {
    try (PointerScope _ = new PointerScope()) {
      Mat bgr = frame.bgr();
      bgr.put(new Scalar(70, 66, 60, 0));
      Rect metal = new Rect(place.x(), place.y(), place.width(), place.height());
      rectangle(bgr, metal, new Scalar(235, 238, 236, 0), -1, LINE_AA, 0);
      rectangle(bgr, metal, new Scalar(40, 40, 40, 0), 3, LINE_AA, 0);
      line(bgr, "59-P1", place.x() + 22, place.y() + 55, 1.35);
      line(bgr, "684.80", place.x() + 12, place.y() + 115, 1.45);
    }
  }

  private static void line(Mat bgr, String text, int x, int y, double size) {
    putText(
        bgr,
        text,
        new Point(x, y),
        FONT_HERSHEY_SIMPLEX,
        size,
        new Scalar(25, 25, 25, 0),
        5,
        LINE_AA,
        false);
  }
}
