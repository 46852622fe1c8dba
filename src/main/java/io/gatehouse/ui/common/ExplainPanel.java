package io.gatehouse.ui.common;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A small card under the status bar that explains one item. It blocks nothing behind it. */
public final class ExplainPanel extends VBox {

  private static final double WIDTH = 440;

  private final Label title = new Label();
  private final Label meaning = new Label();
  private final Label remedy = new Label();

  public ExplainPanel(ObservableValue<String> closeText) {
    getStyleClass().addAll("card", "explain");
    title.getStyleClass().add("explain-title");
    remedy.getStyleClass().add("explain-remedy");
    meaning.setWrapText(true);
    remedy.setWrapText(true);
    remedy.managedProperty().bind(remedy.visibleProperty());
    Button close = new Button();
    close.textProperty().bind(closeText);
    close.setOnAction(tap -> hidePanel());
    close.setMaxWidth(Double.MAX_VALUE);
    getChildren().addAll(title, meaning, remedy, close);
    setMaxSize(WIDTH, Region.USE_PREF_SIZE);
    StackPane.setAlignment(this, Pos.TOP_LEFT);
    hidePanel();
  }

  /** Shows an item's explanation in place of the one before. */
  public void show(StatusItem item) {
    title.setText(item.title());
    meaning.setText(item.meaning());
    remedy.setText(item.remedy());
    remedy.setVisible(!item.remedy().isEmpty());
    setVisible(true);
    setManaged(true);
  }

  public void hidePanel() {
    setVisible(false);
    setManaged(false);
  }
}
