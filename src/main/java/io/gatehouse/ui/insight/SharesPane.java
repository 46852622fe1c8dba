package io.gatehouse.ui.insight;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;

/** Rows with a name, a bar that lies, and what it says in words. */
final class SharesPane extends GridPane {

  /**
   * One row.
   *
   * @param share length of the bar, 0 to 1
   */
  record Row(String name, double share, String words) {}

  SharesPane() {
    getStyleClass().add("shares");
    setMinSize(0, 0);
    ColumnConstraints name = new ColumnConstraints();
    name.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints bar = new ColumnConstraints();
    bar.setHgrow(Priority.ALWAYS);
    ColumnConstraints words = new ColumnConstraints();
    words.setMinWidth(Region.USE_PREF_SIZE);
    getColumnConstraints().setAll(name, bar, words);
  }

  void show(List<Row> rows) {
    getChildren().clear();
    getRowConstraints().clear();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      RowConstraints constraints = new RowConstraints();
      constraints.setVgrow(Priority.ALWAYS);
      constraints.setValignment(VPos.CENTER);
      constraints.setMaxHeight(56);
      getRowConstraints().add(constraints);
      Label name = new Label(row.name());
      name.getStyleClass().add("share-name");
      Label words = new Label(row.words());
      words.getStyleClass().add("share-words");
      addRow(i, name, bar(row.share()), words);
    }
  }

  private static Region bar(double share) {
    Region filled = new Region();
    filled.getStyleClass().add("share-filled");
    StackPane track =
        new StackPane(filled) {
          @Override
          protected void layoutChildren() {
            filled.resizeRelocate(0, 0, Math.rint(getWidth() * share), getHeight());
          }
        };
    track.getStyleClass().add("share-track");
    return track;
  }
}
