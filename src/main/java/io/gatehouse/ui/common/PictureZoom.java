package io.gatehouse.ui.common;

/**
 * Which part of a picture is seen, and how large. Immutable; every change keeps the seen part
 * inside the picture.
 *
 * @param pictureWidth pixels of the picture
 * @param pictureHeight pixels of the picture
 * @param viewWidth room on the screen
 * @param viewHeight room on the screen
 * @param factor 1 when the whole picture just fits, up to {@link #MAX}
 * @param centerX middle of the seen part, pixels of the picture
 * @param centerY middle of the seen part, pixels of the picture
 */
public record PictureZoom(
    double pictureWidth,
    double pictureHeight,
    double viewWidth,
    double viewHeight,
    double factor,
    double centerX,
    double centerY) {

  static final double MAX = 8;
  static final double STEP = 1.6;

  /** An arrow moves by this share of what is seen. */
  private static final double MOVE = 0.35;

  public PictureZoom {
    if (pictureWidth <= 0 || pictureHeight <= 0 || viewWidth <= 0 || viewHeight <= 0) {
      throw new IllegalArgumentException("a picture and a view have a size");
    }
    factor = Math.clamp(factor, 1, MAX);
    double scale = factor * Math.min(viewWidth / pictureWidth, viewHeight / pictureHeight);
    double seenWidth = Math.min(pictureWidth, viewWidth / scale);
    double seenHeight = Math.min(pictureHeight, viewHeight / scale);
    centerX = Math.clamp(centerX, seenWidth / 2, pictureWidth - seenWidth / 2);
    centerY = Math.clamp(centerY, seenHeight / 2, pictureHeight - seenHeight / 2);
  }

  /** The whole picture, as large as it goes. */
  public static PictureZoom fit(
      double pictureWidth, double pictureHeight, double viewWidth, double viewHeight) {
    return new PictureZoom(
        pictureWidth, pictureHeight, viewWidth, viewHeight, 1, pictureWidth / 2, pictureHeight / 2);
  }

  /** Screen pixels for each pixel of the picture. */
  public double scale() {
    return factor * Math.min(viewWidth / pictureWidth, viewHeight / pictureHeight);
  }

  /** Pixels of the picture. */
  public double seenWidth() {
    return Math.min(pictureWidth, viewWidth / scale());
  }

  /** Pixels of the picture. */
  public double seenHeight() {
    return Math.min(pictureHeight, viewHeight / scale());
  }

  public double seenX() {
    return centerX - seenWidth() / 2;
  }

  public double seenY() {
    return centerY - seenHeight() / 2;
  }

  public boolean canZoomIn() {
    return factor < MAX;
  }

  public boolean canZoomOut() {
    return factor > 1;
  }

  public PictureZoom in() {
    return with(factor * STEP, centerX, centerY);
  }

  public PictureZoom out() {
    return with(factor / STEP, centerX, centerY);
  }

  public PictureZoom fitted() {
    return fit(pictureWidth, pictureHeight, viewWidth, viewHeight);
  }

  public PictureZoom resized(double newViewWidth, double newViewHeight) {
    return new PictureZoom(
        pictureWidth, pictureHeight, newViewWidth, newViewHeight, factor, centerX, centerY);
  }

  /** Steps are -1, 0 or 1, to the right and down. */
  public PictureZoom moved(int stepsX, int stepsY) {
    return with(
        factor, centerX + stepsX * MOVE * seenWidth(), centerY + stepsY * MOVE * seenHeight());
  }

  /** Closer to the tapped place, which moves to the middle; at the closest, back to the whole. */
  public PictureZoom tapped(double shownX, double shownY) {
    if (!canZoomIn()) {
      return fitted();
    }
    return with(factor * STEP * STEP, seenX() + shownX / scale(), seenY() + shownY / scale());
  }

  private PictureZoom with(double newFactor, double x, double y) {
    return new PictureZoom(pictureWidth, pictureHeight, viewWidth, viewHeight, newFactor, x, y);
  }
}
