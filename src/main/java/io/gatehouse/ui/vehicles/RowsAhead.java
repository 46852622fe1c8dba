package io.gatehouse.ui.vehicles;

import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.ObservableList;
import javafx.scene.control.ListCell;

/** What the cells of a long list have in common: near its end more is fetched. */
final class RowsAhead {

  private RowsAhead() {}

  /**
   * @param rows that are there
   * @param ahead how near the end more is asked for
   * @param tapped told the item of a row that is tapped
   */
  static <T> ListCell<T> wire(
      ListCell<T> cell, ObservableList<T> rows, int ahead, Runnable more, Consumer<T> tapped) {
    cell.indexProperty()
        .subscribe(index -> {
          if (index.intValue() >= rows.size() - ahead) {
            Platform.runLater(more); // not while the list is laying itself out
          }
        });
    cell.setOnMouseClicked(tap -> {
      if (cell.getItem() != null) {
        tapped.accept(cell.getItem());
      }
    });
    return cell;
  }
}
