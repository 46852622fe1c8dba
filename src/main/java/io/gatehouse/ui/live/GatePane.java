package io.gatehouse.ui.live;

import io.gatehouse.ui.live.GateCard.CandidateRow;
import io.gatehouse.ui.live.GateCard.Notice;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Between the plate and the large button: what the books say. */
final class GatePane extends VBox {

  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final int MOST_NOTICES = 2;

  private final Consumer<UUID> choose;

  /**
   * @param choose told the stay that the guard takes
   */
  GatePane(Consumer<UUID> choose) {
    this.choose = choose;
    getStyleClass().add("gate");
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  void show(Optional<GateCard> card) {
    getChildren().clear();
    setVisible(card.isPresent());
    card.ifPresent(this::fill);
  }

  private void fill(GateCard card) {
    card.notices().stream().limit(MOST_NOTICES).map(GatePane::notice).forEach(getChildren()::add);
    // the same plate alone leaves nothing to choose
    List<CandidateRow> rows = card.candidates();
    if (rows.size() > 1 || rows.stream().anyMatch(row -> !row.fits())) {
      rows.stream().map(this::row).forEach(getChildren()::add);
    }
    if (!card.fee().isEmpty()) {
      getChildren().add(fee(card));
    }
  }

  private static Label notice(Notice notice) {
    Label label = new Label(notice.text());
    label.setWrapText(true);
    label.setMaxWidth(Double.MAX_VALUE);
    label.setGraphic(
        new FontIcon(notice.loud() ? "mdi2a-alert-outline" : "mdi2a-account-check-outline"));
    label.getStyleClass().addAll("gate-notice", notice.loud() ? "loud" : "calm");
    return label;
  }

  private Button row(CandidateRow row) {
    Label plate = new Label(row.plate());
    plate.getStyleClass().add("strong");
    plate.setMinWidth(USE_PREF_SIZE);
    Label note = new Label(row.note());
    note.getStyleClass().addAll("muted", "small");
    Region between = new Region();
    HBox.setHgrow(between, Priority.ALWAYS);
    HBox words = new HBox(8, plate, between, note);
    words.setAlignment(Pos.CENTER_LEFT);
    Button button = new Button();
    button.setGraphic(words);
    button.setMaxWidth(Double.MAX_VALUE);
    button.getStyleClass().add("candidate");
    button.pseudoClassStateChanged(CHOSEN, row.chosen());
    words.prefWidthProperty().bind(button.widthProperty().subtract(32));
    button.setOnAction(tap -> choose.accept(row.stay()));
    return button;
  }

  private static HBox fee(GateCard card) {
    Label duration = new Label(card.duration());
    duration.getStyleClass().add("gate-duration");
    Region between = new Region();
    HBox.setHgrow(between, Priority.ALWAYS);
    Label fee = new Label(card.fee());
    fee.getStyleClass().add("gate-fee");
    fee.setMinWidth(USE_PREF_SIZE);
    HBox row = new HBox(8, duration, between, fee);
    row.setAlignment(Pos.BASELINE_LEFT);
    return row;
  }
}
