package io.gatehouse.ui.common;

import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** A picture as large as the space allows, or the part of it that one looks at. */
public final class PicturePane extends Region {

  private static final double CORNER = 16;
  private static final double PREFERRED = 56;

  private final ImageView view = new ImageView();
  private final Node placeholder;
  private final Rectangle clip = new Rectangle();
  private Optional<PictureZoom> zoom = Optional.empty();
  private Runnable onZoom = () -> {};

  /**
   * Shows nothing yet.
   *
   * @param placeholder shown while there is no picture
   */
  public PicturePane(Node placeholder) {
    this.placeholder = placeholder;
    view.setSmooth(true);
    clip.setArcWidth(CORNER);
    clip.setArcHeight(CORNER);
    setClip(clip);
    setMinSize(0, 0);
    getStyleClass().add("picture");
    getChildren().addAll(placeholder, view);
  }

  /** Shows a whole picture, or the placeholder. */
  public void show(Optional<Image> picture) {
    view.setImage(picture.orElse(null));
    zoom = Optional.empty();
    requestLayout();
  }

  /** Told when another part of the picture is seen. */
  public void onZoom(Runnable listener) {
    onZoom = listener;
  }

  /** Empty while there is no picture or no room. */
  public Optional<PictureZoom> zoom() {
    return zoom;
  }

  public void change(UnaryOperator<PictureZoom> change) {
    zoom = zoom.map(change);
    requestLayout();
  }

  /** Where a point of this pane is on the picture's shown part. */
  public void zoomTo(double x, double y) {
    change(z -> z.tapped(x - view.getLayoutX(), y - view.getLayoutY()));
  }

  /** Takes the room that is left, whatever the picture's own size. */
  @Override
  protected double computePrefWidth(double height) {
    return PREFERRED;
  }

  @Override
  protected double computePrefHeight(double width) {
    return PREFERRED;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    clip.setWidth(width);
    clip.setHeight(height);
    Image image = view.getImage();
    boolean seen = image != null && width >= 1 && height >= 1;
    view.setVisible(seen);
    placeholder.setVisible(image == null);
    layoutInArea(
        placeholder,
        0,
        0,
        width,
        height,
        0,
        javafx.geometry.HPos.CENTER,
        javafx.geometry.VPos.CENTER);
    if (!seen) {
      return;
    }
    PictureZoom now =
        zoom.map(z -> z.resized(width, height))
            .orElseGet(() -> PictureZoom.fit(image.getWidth(), image.getHeight(), width, height));
    zoom = Optional.of(now);
    double shownWidth = now.seenWidth() * now.scale();
    double shownHeight = now.seenHeight() * now.scale();
    view.setViewport(
        new Rectangle2D(
            Math.max(0, now.seenX()), Math.max(0, now.seenY()), now.seenWidth(), now.seenHeight()));
    view.setFitWidth(shownWidth);
    view.setFitHeight(shownHeight);
    view.relocate((width - shownWidth) / 2, (height - shownHeight) / 2);
    onZoom.run();
  }
}
