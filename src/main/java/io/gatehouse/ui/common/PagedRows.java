package io.gatehouse.ui.common;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** As many rows as there is room for, and the ways to newer and older ones. */
public final class PagedRows {

  private final VBox rows;
  private final Button newer;
  private final Button older;

  /**
   * @param height of a row, with what lies between two
   * @param room told how many rows there is room for
   */
  public PagedRows(VBox rows, Button newer, Button older, double height, IntConsumer room) {
    this.rows = rows;
    this.newer = newer;
    this.older = older;
    rows.heightProperty().subscribe(now -> room.accept((int) (now.doubleValue() / height)));
  }

  public void show(List<? extends Node> page, boolean hasNewer, boolean hasOlder) {
    rows.getChildren().setAll(page);
    newer.setDisable(!hasNewer);
    older.setDisable(!hasOlder);
  }
}
