package io.gatehouse.ui.common;

import io.gatehouse.camera.PreviewFeed;
import io.gatehouse.camera.PreviewTarget;
import io.gatehouse.lane.LaneState.Mark;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Callback;

/**
 * The lane as the camera sees it, at camera rate: each pulse the newest frame is painted straight
 * into the memory that is shown. A picture of nearly this view's shape fills it, losing a little at
 * the edges; any other is shown whole.
 */
public final class PreviewView extends Region implements PreviewTarget {

  /** The most of a picture that may be cut off to fill the view. */
  private static final double MAY_LOSE = 0.15;

  /** The same where the view is asked to be filled. */
  private static final double MAY_LOSE_FILLED = 0.5;

  private static final int LEAST_WIDTH = 160;
  private static final double ROUNDING = 2;
  private static final Callback<PixelBuffer<IntBuffer>, Rectangle2D> ALL_CHANGED = buffer -> null;

  private final PreviewFeed feed;
  private final ImageView image = new ImageView();
  private final MarkLayer marks = new MarkLayer();
  private final AnimationTimer pulse;
  private ByteBuffer bytes = ByteBuffer.allocateDirect(0);
  private PixelBuffer<IntBuffer> pixels;
  private int pictureWidth;
  private int pictureHeight;
  private boolean filled;

  public PreviewView(PreviewFeed feed) {
    this.feed = feed;
    getStyleClass().add("preview");
    image.setSmooth(true);
    getChildren().addAll(image, marks);
    // no round corners: they would cost a mask over the whole picture, each frame
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    setMinSize(0, 0);
    pulse =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            paintNewest();
          }
        };
  }

  /** Begins to follow the camera. */
  public void start() {
    pulse.start();
  }

  public void stop() {
    pulse.stop();
  }

  /** Paints the newest frame if there is one; the pulse does this by itself. */
  public boolean paintNewest() {
    boolean painted = feed.paintNewest(this);
    if (painted) {
      pixels.updateBuffer(ALL_CHANGED);
    }
    return painted;
  }

  /**
   * Boxes and texts over the picture.
   *
   * @param frameWidth of the frames that they refer to, in pixels
   * @param frameHeight of the frames that they refer to, in pixels
   */
  public void showMarks(List<Mark> shown, int frameWidth, int frameHeight) {
    marks.show(shown, frameWidth, frameHeight);
  }

  /** Whether the view is to be filled though much of the picture is cut off at its sides. */
  public void setFilled(boolean wanted) {
    if (wanted != filled) {
      filled = wanted;
      requestLayout();
    }
  }

  @Override
  public int shownWidth() {
    double shown = pictureWidth == 0 ? getWidth() : pictureWidth * scale();
    // a rounded height scales back to a slightly other width: do not make a new buffer for that
    boolean same = Math.abs(shown - pictureWidth) <= ROUNDING;
    return same ? pictureWidth : Math.max(LEAST_WIDTH, (int) Math.round(shown));
  }

  @Override
  public ByteBuffer pixels(int width, int height) {
    if (pixels == null || pixels.getWidth() != width || pixels.getHeight() != height) {
      bytes = ByteBuffer.allocateDirect(width * height * 4).order(ByteOrder.nativeOrder());
      pixels =
          new PixelBuffer<>(
              width, height, bytes.asIntBuffer(), PixelFormat.getIntArgbPreInstance());
      image.setImage(new WritableImage(pixels));
      pictureWidth = width;
      pictureHeight = height;
      requestLayout();
    }
    return bytes;
  }

  /** How much the picture is enlarged to be shown. */
  private double scale() {
    double byWidth = getWidth() / pictureWidth;
    double byHeight = getHeight() / pictureHeight;
    double whole = Math.min(byWidth, byHeight);
    double full = Math.max(byWidth, byHeight);
    boolean fill = whole / full >= 1 - MAY_LOSE;
    double scale = filled ? Math.min(full, whole / (1 - MAY_LOSE_FILLED)) : fill ? full : whole;
    // one to one is drawn far faster than nearly one to one
    boolean nearlyOne = Math.abs(scale - 1) * pictureWidth <= ROUNDING;
    return nearlyOne ? 1 : scale;
  }

  @Override
  protected void layoutChildren() {
    if (pictureWidth == 0) {
      marks.resizeRelocate(0, 0, getWidth(), getHeight());
      return;
    }
    double width = pictureWidth * scale();
    double height = pictureHeight * scale();
    double left = Math.rint((getWidth() - width) / 2);
    double top = Math.rint((getHeight() - height) / 2);
    image.setFitWidth(width);
    image.setFitHeight(height);
    image.relocate(left, top);
    marks.resizeRelocate(left, top, width, height);
  }
}
