package io.gatehouse.ui.live;

import io.gatehouse.ui.common.ScreenLayout;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Places the lane's picture, the vehicle's panel and the last passages: lying, the panel at the
 * right; upright, the picture above and the panel below, where the thumb is.
 */
public final class LivePane extends Pane {

  private static final double GAP = 8;
  private static final double STRIP = 88;
  private static final double STRIP_COMPACT = 64;
  private static final double PANEL_SHARE = 0.335;
  private static final double PANEL_LEAST = 392;
  private static final double PANEL_COMPACT = 320;
  private static final double PICTURE_UPRIGHT = 9.0 / 16;

  private Node lane;
  private Node panel;
  private Node strip;

  public Node getLane() {
    return lane;
  }

  public void setLane(Node lane) {
    this.lane = lane;
    getChildren().add(lane);
  }

  public Node getPanel() {
    return panel;
  }

  public void setPanel(Node panel) {
    this.panel = panel;
    getChildren().add(panel);
  }

  public Node getStrip() {
    return strip;
  }

  public void setStrip(Node strip) {
    this.strip = strip;
    getChildren().add(strip);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth() - 2 * GAP;
    double height = getHeight() - 2 * GAP;
    // the status bar above belongs to the window that the layouts are named for
    ScreenLayout layout = ScreenLayout.of(getWidth(), getHeight() + 64);
    switch (layout) {
      case COMPACT -> {
        lying(width, height, PANEL_COMPACT);
        double left = width - PANEL_COMPACT - GAP;
        lane.resizeRelocate(GAP, GAP, left, height - STRIP_COMPACT - GAP);
        strip.resizeRelocate(GAP, GAP + height - STRIP_COMPACT, left, STRIP_COMPACT);
      }
      case WIDE -> {
        double above = height - STRIP - GAP;
        lying(width, above, Math.max(PANEL_LEAST, width * PANEL_SHARE));
        strip.resizeRelocate(GAP, GAP + above + GAP, width, STRIP);
      }
      case PORTRAIT -> {
        double picture = width * PICTURE_UPRIGHT;
        lane.resizeRelocate(GAP, GAP, width, picture);
        strip.resizeRelocate(GAP, picture + 2 * GAP, width, STRIP);
        double top = picture + STRIP + 3 * GAP;
        panel.resizeRelocate(GAP, top, width, height + GAP - top);
      }
    }
  }

  private void lying(double width, double height, double panelWidth) {
    lane.resizeRelocate(GAP, GAP, width - panelWidth - GAP, height);
    panel.resizeRelocate(GAP + width - panelWidth, GAP, panelWidth, height);
  }
}
