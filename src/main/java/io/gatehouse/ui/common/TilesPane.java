package io.gatehouse.ui.common;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Shares its room among tiles of one size, in as many columns as it has room for. */
public final class TilesPane extends Pane {

  private static final double GAP = 8;
  private static final double NARROWEST = 170;
  private static final int MOST_COLUMNS = 4;

  private double highest = 200;
  private int columns;

  /** How high a tile may be, in pixels. */
  public double getHighest() {
    return highest;
  }

  public void setHighest(double highest) {
    this.highest = highest;
  }

  /** How many columns there are; 0 for as many as fit. */
  public int getColumns() {
    return columns;
  }

  public void setColumns(int columns) {
    this.columns = columns;
  }

  @Override
  protected void layoutChildren() {
    List<Node> tiles = getManagedChildren();
    if (tiles.isEmpty()) {
      return;
    }
    int across = columns > 0 ? columns : fitting();
    int rows = (tiles.size() + across - 1) / across;
    double width = (getWidth() - (across - 1) * GAP) / across;
    double height = Math.min(highest, (getHeight() - (rows - 1) * GAP) / rows);
    for (int i = 0; i < tiles.size(); i++) {
      int row = i / across;
      int column = i % across;
      tiles.get(i).resizeRelocate(column * (width + GAP), row * (height + GAP), width, height);
    }
  }

  private int fitting() {
    int fit = Math.clamp((int) ((getWidth() + GAP) / (NARROWEST + GAP)), 1, MOST_COLUMNS);
    return getHeight() > getWidth() ? Math.min(fit, 2) : fit;
  }
}
