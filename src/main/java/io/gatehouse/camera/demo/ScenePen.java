package io.gatehouse.camera.demo;

import java.awt.Paint;

/** Draws flat pieces of the scenery, given by their corners in the world. */
final class ScenePen {

  private final LaneView view;
  private final Brush brush;

  ScenePen(LaneView view, Brush brush) {
    this.view = view;
    this.brush = brush;
  }

  LaneView view() {
    return view;
  }

  Brush brush() {
    return brush;
  }

  /**
   * @param corners x, height, depth of each
   */
  void face(Paint paint, double... corners) {
    brush.polygon(paint, project(corners));
  }

  /** An upright face across the view. */
  void front(Paint paint, double depth, double left, double low, double right, double high) {
    face(paint, left, low, depth, left, high, depth, right, high, depth, right, low, depth);
  }

  /** An upright face along the lane. */
  void side(Paint paint, double x, double near, double low, double far, double high) {
    face(paint, x, low, near, x, high, near, x, high, far, x, low, far);
  }

  /** A level face. */
  void top(Paint paint, double above, double left, double near, double right, double far) {
    face(paint, left, above, near, left, above, far, right, above, far, right, above, near);
  }

  /** A line whose width, in metres, is that at its first point. */
  void line(Paint paint, double width, double... corners) {
    brush.line(paint, Math.max(0.7, width * view.scale(corners[2])), project(corners));
  }

  double x(double x, double depth) {
    return view.x(x, depth);
  }

  double y(double above, double depth) {
    return view.y(above, depth);
  }

  private double[] project(double... corners) {
    double[] xy = new double[corners.length / 3 * 2];
    for (int i = 0; i < xy.length / 2; i++) {
      xy[2 * i] = view.x(corners[3 * i], corners[3 * i + 2]);
      xy[2 * i + 1] = view.y(corners[3 * i + 1], corners[3 * i + 2]);
    }
    return xy;
  }
}
