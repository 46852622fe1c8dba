package io.gatehouse.ui.menu;

import io.gatehouse.ui.common.ScreenLayout;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Shares its room among tiles of one size, in as many columns as the display has room for. */
public final class TilesPane extends Pane {

  private static final double GAP = 8;
  private static final double HIGHEST = 200;

  @Override
  protected void layoutChildren() {
    List<Node> tiles = getManagedChildren();
    if (tiles.isEmpty()) {
      return;
    }
    int columns = ScreenLayout.of(getWidth(), getHeight()) == ScreenLayout.PORTRAIT ? 2 : 4;
    int rows = (tiles.size() + columns - 1) / columns;
    double width = (getWidth() - (columns - 1) * GAP) / columns;
    double height = Math.min(HIGHEST, (getHeight() - (rows - 1) * GAP) / rows);
    for (int i = 0; i < tiles.size(); i++) {
      int row = i / columns;
      int column = i % columns;
      tiles.get(i).resizeRelocate(column * (width + GAP), row * (height + GAP), width, height);
    }
  }
}
