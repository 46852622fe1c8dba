package io.gatehouse.ui.common;

import io.gatehouse.lane.LaneState.Mark;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * Boxes and plate texts over the preview; as large as the picture shown. Nodes are used again, so
 * that a moving box costs no new ones.
 */
final class MarkLayer extends Pane {

  private static final double LINE = 4;

  private final List<Box> boxes = new ArrayList<>();
  private List<Mark> marks = List.of();
  private int frameWidth;
  private int frameHeight;

  private static final class Box {
    final Region outline = new Region();
    final Label text = new Label();

    Box() {
      outline.getStyleClass().add("mark-box");
      text.getStyleClass().add("mark-text");
    }

    void visible(boolean visible) {
      outline.setVisible(visible);
      text.setVisible(visible && !text.getText().isEmpty());
    }
  }

  MarkLayer() {
    setMouseTransparent(true);
  }

  void show(List<Mark> shown, int width, int height) {
    if (marks.equals(shown) && frameWidth == width && frameHeight == height) {
      return;
    }
    marks = shown;
    frameWidth = width;
    frameHeight = height;
    while (boxes.size() < marks.size()) {
      Box box = new Box();
      boxes.add(box);
      getChildren().addAll(box.outline, box.text);
    }
    for (int i = 0; i < boxes.size(); i++) {
      if (i < marks.size()) {
        boxes.get(i).text.setText(marks.get(i).text());
      }
      boxes.get(i).visible(i < marks.size());
    }
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    if (frameWidth == 0 || frameHeight == 0) {
      return;
    }
    double sx = getWidth() / frameWidth;
    double sy = getHeight() / frameHeight;
    for (int i = 0; i < marks.size(); i++) {
      Mark mark = marks.get(i);
      Box box = boxes.get(i);
      double x = mark.region().x() * sx - LINE;
      double y = mark.region().y() * sy - LINE;
      double width = mark.region().width() * sx + 2 * LINE;
      double height = mark.region().height() * sy + 2 * LINE;
      box.outline.resizeRelocate(x, y, width, height);
      double textWidth = box.text.prefWidth(-1);
      double textHeight = box.text.prefHeight(-1);
      double above = y - textHeight >= 0 ? y - textHeight : y + height;
      double textX = Math.clamp(x, 0, Math.max(0, getWidth() - textWidth));
      box.text.resizeRelocate(textX, above, textWidth, textHeight);
    }
  }
}
