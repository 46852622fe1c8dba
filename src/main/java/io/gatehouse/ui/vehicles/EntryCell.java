package io.gatehouse.ui.vehicles;

import io.gatehouse.parking.lists.ListEntry;
import io.gatehouse.parking.lists.ListKind;
import io.gatehouse.parking.lists.ListMatch;
import io.gatehouse.parking.lists.Validity;
import io.gatehouse.ui.common.Texts;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** An entry of a list: plate, list, whose it is, until when. */
final class EntryCell extends ListCell<ListMatch> {

  private static final PseudoClass EXPIRING = PseudoClass.getPseudoClass("expiring");
  private static final PseudoClass EXPIRED = PseudoClass.getPseudoClass("expired");
  private static final PseudoClass DENIED = PseudoClass.getPseudoClass("denied");

  private final VehicleWords words;
  private final Texts texts;
  private final Label plate = label("row-plate");
  private final Label kind = label("row-list");
  private final Label owner = label("row-owner");
  private final Label validity = label("row-validity");
  private final FontIcon mark = new FontIcon();
  private final HBox row;

  EntryCell(VehicleWords words, Texts texts) {
    this.words = words;
    this.texts = texts;
    validity.setGraphic(mark);
    validity.setWrapText(true);
    VBox names = new VBox(plate, owner);
    names.setMinWidth(0);
    names.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(names, Priority.ALWAYS);
    row = new HBox(names, kind, validity);
    row.getStyleClass().add("vehicle-row");
    row.setMinWidth(0);
    row.setPrefWidth(1);
    kind.setMinWidth(Region.USE_PREF_SIZE);
    validity.setMinWidth(Region.USE_PREF_SIZE);
    setGraphic(row);
    setText(null);
  }

  @Override
  protected void updateItem(ListMatch match, boolean empty) {
    super.updateItem(match, empty);
    boolean shown = !empty && match != null;
    row.setVisible(shown);
    Validity state = shown ? match.validity() : Validity.VALID;
    pseudoClassStateChanged(EXPIRING, state == Validity.EXPIRING);
    pseudoClassStateChanged(EXPIRED, state == Validity.EXPIRED);
    if (!shown) {
      return;
    }
    ListEntry entry = match.entry();
    pseudoClassStateChanged(DENIED, entry.kind() == ListKind.DENIED);
    plate.setText(entry.display());
    kind.setText(texts.of(entry.kind()));
    owner.setText(
        Stream.concat(
                Stream.of(texts.of(entry.vehicle())),
                Stream.of(entry.owner(), entry.phone(), entry.note()))
            .filter(word -> !word.isBlank())
            .collect(Collectors.joining(" · ")));
    validity.setText(words.validity(match));
    mark.setIconLiteral(
        switch (state) {
          case VALID -> "mdi2c-check";
          case NOT_YET -> "mdi2c-clock-outline";
          case EXPIRING -> "mdi2t-timer-sand";
          case EXPIRED -> "mdi2c-close-circle-outline";
        });
  }

  private static Label label(String styleClass) {
    Label label = new Label();
    label.getStyleClass().addAll(List.of(styleClass));
    return label;
  }
}
