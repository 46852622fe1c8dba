package io.gatehouse.ui;

import io.gatehouse.ui.common.Texts;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/** What the window shows while the store opens: the name, and that it is at work. */
final class StartingPane {

  private final VBox root = new VBox(24);

  StartingPane(Texts texts) {
    Label name = new Label("Gatehouse");
    name.getStyleClass().add("starting-name");
    Label what = new Label(texts.get("starting.what"));
    what.getStyleClass().add("muted");
    ProgressBar bar = new ProgressBar();
    bar.getStyleClass().add("starting-bar");
    root.getChildren().setAll(name, bar, what);
    root.setAlignment(Pos.CENTER);
    root.getStyleClass().add("kiosk");
  }

  Parent root() {
    return root;
  }
}
