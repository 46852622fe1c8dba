package io.gatehouse.ui.keypad;

import io.gatehouse.ui.common.ScreenLayout;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Places the picture, the text and the keys of the keypad. */
public final class KeypadPane extends Pane {

  private static final double GAP = 8;
  private static final double KEYS_COMPACT = 264;
  private static final double KEYS_WIDE = 332;
  private static final double KEYS_UPRIGHT = 460;
  private static final double TEXT_UPRIGHT = 290;
  private static final double PICTURE_RATIO = 16.0 / 9;
  private static final double PICTURE_COMPACT = 212;

  private Node picture;
  private Node text;
  private Node keys;

  public Node getPicture() {
    return picture;
  }

  public void setPicture(Node picture) {
    this.picture = picture;
    getChildren().add(picture);
  }

  public Node getText() {
    return text;
  }

  public void setText(Node text) {
    this.text = text;
    getChildren().add(text);
  }

  public Node getKeys() {
    return keys;
  }

  public void setKeys(Node keys) {
    this.keys = keys;
    getChildren().add(keys);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth() - 2 * GAP;
    double height = getHeight() - 2 * GAP;
    switch (ScreenLayout.of(getWidth(), getHeight() + 64)) {
      case COMPACT -> lying(width, height, KEYS_COMPACT, PICTURE_COMPACT);
      case WIDE -> {
        double top = height - KEYS_WIDE - GAP;
        lying(width, height, KEYS_WIDE, Math.min(width * 0.42, top * PICTURE_RATIO));
      }
      case PORTRAIT -> {
        double pictureHeight = height - KEYS_UPRIGHT - TEXT_UPRIGHT - 2 * GAP;
        picture.resizeRelocate(GAP, GAP, width, pictureHeight);
        text.resizeRelocate(GAP, pictureHeight + 2 * GAP, width, TEXT_UPRIGHT);
        keys.resizeRelocate(GAP, GAP + height - KEYS_UPRIGHT, width, KEYS_UPRIGHT);
      }
    }
  }

  private void lying(double width, double height, double keysHeight, double pictureWidth) {
    double top = height - keysHeight - GAP;
    picture.resizeRelocate(GAP, GAP, pictureWidth, top);
    text.resizeRelocate(2 * GAP + pictureWidth, GAP, width - pictureWidth - GAP, top);
    keys.resizeRelocate(GAP, GAP + height - keysHeight, width, keysHeight);
  }
}
