package io.gatehouse.ui.common;

import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** A screen of two parts: the side stands at the right, on upright displays at the bottom. */
public final class SidePane extends Pane {

  private static final double GAP = 8;
  private static final double SIDE_COMPACT = 300;
  private static final double SIDE_WIDE = 420;
  private static final double SIDE_UPRIGHT = 540;

  private Node main;
  private Node side;

  public Node getMain() {
    return main;
  }

  public void setMain(Node main) {
    this.main = main;
    getChildren().add(main);
  }

  public Node getSide() {
    return side;
  }

  public void setSide(Node side) {
    this.side = side;
    getChildren().add(side);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth() - 2 * GAP;
    double height = getHeight() - 2 * GAP;
    switch (ScreenLayout.of(getWidth(), getHeight() + 64)) {
      case COMPACT -> lying(width, height, SIDE_COMPACT);
      case WIDE -> lying(width, height, SIDE_WIDE);
      case PORTRAIT -> {
        double top = height - SIDE_UPRIGHT - GAP;
        main.resizeRelocate(GAP, GAP, width, top);
        side.resizeRelocate(GAP, top + 2 * GAP, width, SIDE_UPRIGHT);
      }
    }
  }

  private void lying(double width, double height, double sideWidth) {
    double left = width - sideWidth - GAP;
    main.resizeRelocate(GAP, GAP, left, height);
    side.resizeRelocate(left + 2 * GAP, GAP, sideWidth, height);
  }
}
