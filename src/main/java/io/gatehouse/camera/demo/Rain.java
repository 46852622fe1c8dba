package io.gatehouse.camera.demo;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;

/** Falling rain: streaks drawn once, a window of them added to each frame. */
final class Rain implements AutoCloseable {

  private static final int SPARE = 256;

  private final int width;
  private final int height;
  private final Mat streaks;

  Rain(LaneView view, Ambience ambience, long seed) {
    this.width = view.width();
    this.height = view.height();
    this.streaks = paint(view, ambience, seed);
  }

  private Mat paint(LaneView view, Ambience ambience, long seed) {
    Canvas canvas = new Canvas(width + SPARE, height + SPARE);
    Graphics2D g = canvas.image().createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    SplittableRandom random = new SplittableRandom(seed + 5);
    double light = 0.35 + 0.65 * ambience.green();
    for (int i = 0; i < 620; i++) {
      double near = random.nextDouble();
      double length = (14 + 74 * near * near) * view.unit();
      double x = random.nextDouble() * canvas.width();
      double y = random.nextDouble() * canvas.height();
      int level = (int) ((20 + 34 * near) * light);
      g.setColor(Brush.colour(0xD6E2EA, Math.min(1, level / 255.0)));
      g.setStroke(new BasicStroke((float) ((0.7 + 1.1 * near * near) * view.unit())));
      g.draw(new Line2D.Double(x, y, x - length * 0.09, y + length));
    }
    g.dispose();
    Mat bgr = new Mat();
    try (Mat bgra = new Mat(canvas.height(), canvas.width(), opencv_core.CV_8UC4);
        IntPointer pixels = new IntPointer(bgra.data())) {
      pixels.put(canvas.pixels(), 0, canvas.pixels().length);
      opencv_imgproc.cvtColor(bgra, bgr, opencv_imgproc.COLOR_BGRA2BGR);
    }
    return bgr;
  }

  /** Adds the rain of one frame to BGR pixels. */
  void fall(Mat bgr, SplittableRandom random) {
    int x = random.nextInt(SPARE);
    int y = random.nextInt(SPARE);
    try (Rect window = new Rect(x, y, width, height);
        Mat seen = new Mat(streaks, window)) {
      opencv_core.add(bgr, seen, bgr);
    }
  }

  @Override
  public void close() {
    streaks.close();
  }
}
