package io.gatehouse.ui.live;

import io.gatehouse.ui.common.Texts;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Over the lane's picture: above, who waits; below, what is to be said. Taps elsewhere pass. */
final class LaneOverlay extends BorderPane {

  private static final double QUEUED = 155;

  /** Taken by the number that waits and by the barrier's button. */
  private static final double BESIDE = 305;

  private final LiveViewModel model;
  private final Texts texts;
  private final HBox queue = new HBox();
  private final VBox strips = new VBox();

  LaneOverlay(LiveViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    setPickOnBounds(false);
    queue.setPickOnBounds(false);
    strips.setPickOnBounds(false);
    getStyleClass().add("lane-overlay");
    queue.getStyleClass().add("queue");
    strips.getStyleClass().add("strips");
    HBox.setHgrow(queue, Priority.ALWAYS);
    HBox top = new HBox(8, queue, openBarrier());
    top.setPickOnBounds(false);
    setTop(top);
    setBottom(strips);
    model.waitingProperty().subscribe(this::showQueue);
    widthProperty().subscribe(width -> showQueue(model.waitingProperty().get()));
    model.stripsProperty().subscribe(this::showStrips);
    texts.languageProperty().subscribe(now -> showQueue(model.waitingProperty().get()));
  }

  private Button openBarrier() {
    Button open = new Button();
    open.setId("open-barrier");
    open.setGraphic(new FontIcon("mdi2b-boom-gate-up-outline"));
    open.textProperty().bind(texts.bound("barrier.open"));
    open.getStyleClass().add("open-barrier");
    open.setMinWidth(USE_PREF_SIZE);
    open.setOnAction(tap -> model.openBarrier());
    return open;
  }

  private void showQueue(List<WaitingVehicle> waiting) {
    queue.getChildren().clear();
    if (waiting.isEmpty()) {
      return;
    }
    Label count = new Label(texts.get("live.waiting", waiting.size()));
    count.getStyleClass().add("queue-count");
    count.setGraphic(new FontIcon("mdi2c-car-multiple"));
    count.setMinWidth(USE_PREF_SIZE);
    queue.getChildren().add(count);
    // a plate that is cut off is none
    int room = Math.max(1, (int) ((getWidth() - BESIDE) / QUEUED));
    for (WaitingVehicle vehicle : waiting.stream().limit(room).toList()) {
      Button button = new Button(vehicle.text());
      button.getStyleClass().add("queued");
      button.setOnAction(tap -> model.workOn(vehicle.vehicle()));
      queue.getChildren().add(button);
    }
  }

  private void showStrips(List<Strip> said) {
    strips.getChildren().setAll(said.stream().map(this::strip).toList());
  }

  private HBox strip(Strip said) {
    Label title = new Label(said.title());
    title.getStyleClass().add("strip-title");
    title.setWrapText(true);
    VBox words = new VBox(2, title);
    words.setAlignment(Pos.CENTER_LEFT);
    if (!said.text().isEmpty()) {
      Label text = new Label(said.text());
      text.setWrapText(true);
      text.getStyleClass().add("strip-text");
      words.getChildren().add(text);
    }
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox strip = new HBox(12, new FontIcon(icon(said.tone())), words);
    strip.setAlignment(Pos.CENTER_LEFT);
    strip.getStyleClass().addAll("strip", said.tone().name().toLowerCase(Locale.ROOT));
    if (said.dismissable()) {
      Button understood = new Button(texts.get("live.understood"));
      understood.getStyleClass().add("understood");
      understood.setOnAction(tap -> model.dismissNotice());
      strip.getChildren().add(understood);
    } else {
      strip.setMouseTransparent(true);
    }
    return strip;
  }

  private static String icon(Strip.Tone tone) {
    return switch (tone) {
      case GOOD -> "mdi2b-boom-gate-up-outline";
      case NEUTRAL -> "mdi2i-information-outline";
      case WARNING -> "mdi2a-alert-outline";
      case BAD -> "mdi2a-alert-octagon-outline";
    };
  }
}
