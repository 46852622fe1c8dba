package io.gatehouse.ui.common;

import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;

/** Divides a grid into columns and rows of one size each, as keys are laid out. */
public final class EvenGrid {

  private EvenGrid() {}

  /** Replaces the grid's columns and rows. */
  public static void divide(GridPane grid, int columns, int rows) {
    grid.getColumnConstraints().clear();
    grid.getRowConstraints().clear();
    for (int i = 0; i < columns; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / columns);
      column.setHgrow(Priority.ALWAYS);
      grid.getColumnConstraints().add(column);
    }
    for (int i = 0; i < rows; i++) {
      RowConstraints row = new RowConstraints();
      row.setPercentHeight(100.0 / rows);
      row.setVgrow(Priority.ALWAYS);
      grid.getRowConstraints().add(row);
    }
  }
}
