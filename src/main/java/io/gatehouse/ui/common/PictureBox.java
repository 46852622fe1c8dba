package io.gatehouse.ui.common;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A stored picture, as large as the space allows; decoded off the screen's thread. */
public final class PictureBox extends Region {

  private static final Logger log = LoggerFactory.getLogger(PictureBox.class);
  private static final double CORNER = 16;

  /** The most of a picture that may be cut off where the box is to be filled. */
  private static final double MAY_LOSE = 0.5;

  private final BackgroundWork work;
  private final ImageView image = new ImageView();
  private Optional<byte[]> shown = Optional.empty();
  private boolean filled;

  public PictureBox(BackgroundWork work) {
    this.work = work;
    getStyleClass().add("picture-box");
    image.setPreserveRatio(true);
    image.setSmooth(true);
    getChildren().add(image);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    clip.setArcWidth(CORNER);
    clip.setArcHeight(CORNER);
    setClip(clip);
    setMinSize(0, 0);
  }

  /** Fills the box, though much of the picture may be cut off at its sides. */
  public PictureBox filled() {
    filled = true;
    return this;
  }

  /**
   * Shows a picture in place of the one before.
   *
   * @param jpeg empty for none
   */
  public void show(Optional<byte[]> jpeg) {
    if (jpeg.equals(shown)) {
      return;
    }
    shown = jpeg;
    image.setImage(null);
    jpeg.ifPresent(bytes ->
        work.run(
            () -> decode(bytes),
            decoded -> arrived(jpeg, decoded),
            e -> log.warn("a picture cannot be shown: {}", e.getMessage())));
  }

  private static Image decode(byte[] jpeg) throws Exception {
    Image decoded = new Image(new ByteArrayInputStream(jpeg));
    if (decoded.isError()) {
      throw decoded.getException();
    }
    return decoded;
  }

  /** Another picture may have been asked for meanwhile. */
  private void arrived(Optional<byte[]> asked, Image decoded) {
    if (asked.equals(shown)) {
      image.setImage(decoded);
      requestLayout();
    }
  }

  @Override
  protected void layoutChildren() {
    if (image.getImage() == null) {
      return;
    }
    Image picture = image.getImage();
    double byWidth = getWidth() / picture.getWidth();
    double byHeight = getHeight() / picture.getHeight();
    double whole = Math.min(byWidth, byHeight);
    double scale = filled ? Math.min(Math.max(byWidth, byHeight), whole / (1 - MAY_LOSE)) : whole;
    double width = picture.getWidth() * scale;
    double height = picture.getHeight() * scale;
    image.setFitWidth(width);
    image.setFitHeight(height);
    image.relocate((getWidth() - width) / 2, (getHeight() - height) / 2);
  }
}
