package io.gatehouse.ui.vehicles;

import io.gatehouse.parking.CorrectionRound;
import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.stay.Stay;
import io.gatehouse.store.PictureSize;
import io.gatehouse.ui.common.Photo;
import io.gatehouse.ui.common.PictureLoader;
import io.gatehouse.ui.common.PicturePane;
import io.gatehouse.ui.common.Texts;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A vehicle inside: picture, plate, kind, since when; in a round, whether it was seen. */
final class StayCell extends ListCell<Stay> {

  private static final PseudoClass TOO_LONG = PseudoClass.getPseudoClass("too-long");
  private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");

  private final InsideViewModel model;
  private final VehicleWords words;
  private final Texts texts;
  private final PictureLoader<Photo> thumbnails;
  private final PicturePane thumbnail = new PicturePane(new FontIcon("mdi2i-image-off-outline"));
  private final Label plate = label("row-plate");
  private final Label kind = label("row-kind");
  private final FontIcon kindIcon = new FontIcon();
  private final Label since = label("row-since");
  private final Label howLong = label("row-long");
  private final FontIcon warning = new FontIcon("mdi2a-alert-outline");
  private final FontIcon tick = new FontIcon();
  private final Label seen = label("row-seen");
  private final HBox row;
  private Optional<PictureLoader<Photo>.Request> wanted = Optional.empty();

  StayCell(
      InsideViewModel model, VehicleWords words, Texts texts, PictureLoader<Photo> thumbnails) {
    this.model = model;
    this.words = words;
    this.texts = texts;
    this.thumbnails = thumbnails;
    thumbnail.getStyleClass().add("thumbnail");
    kind.setGraphic(kindIcon);
    seen.setGraphic(tick);
    seen.managedProperty().bind(seen.visibleProperty());
    VBox times = new VBox(howLong, since);
    times.getStyleClass().add("row-times");
    HBox.setHgrow(plate, Priority.ALWAYS);
    plate.setMaxWidth(Double.MAX_VALUE);
    row = new HBox(thumbnail, plate, kind, times, seen);
    row.getStyleClass().add("vehicle-row");
    row.setMinWidth(0);
    row.setPrefWidth(1);
    for (Region fixed : new Region[] {thumbnail, kind, times, seen}) {
      fixed.setMinWidth(Region.USE_PREF_SIZE);
    }
    setGraphic(row);
    setText(null);
  }

  @Override
  protected void updateItem(Stay stay, boolean empty) {
    Stay before = getItem();
    super.updateItem(stay, empty);
    row.setVisible(!empty && stay != null);
    if (empty || stay == null) {
      wanted.ifPresent(PictureLoader.Request::cancel);
      wanted = Optional.empty();
      pseudoClassStateChanged(TOO_LONG, false);
      pseudoClassStateChanged(FOUND, false);
      return;
    }
    plate.setText(stay.plate().isEmpty() ? texts.get("history.noplate") : stay.display());
    kindIcon.setIconLiteral(icon(stay.kind()));
    kind.setAccessibleText(texts.of(stay.kind()));
    howLong.setText(words.howLong(stay, model.now()));
    since.setText(words.since(stay));
    boolean tooLong = model.tooLong(stay);
    howLong.setGraphic(tooLong ? warning : null);
    pseudoClassStateChanged(TOO_LONG, tooLong);
    showRound(stay);
    if (before == null || wanted.isEmpty() || !before.id().equals(stay.id())) {
      showThumbnail(stay);
    }
  }

  private void showRound(Stay stay) {
    Optional<CorrectionRound> round = model.roundProperty().get();
    boolean found = round.map(now -> now.isFound(stay)).orElse(false);
    seen.setVisible(round.isPresent());
    seen.setText(texts.get(found ? "vehicles.round.here" : "vehicles.round.unseen"));
    tick.setIconLiteral(found ? "mdi2c-checkbox-marked" : "mdi2c-checkbox-blank-outline");
    pseudoClassStateChanged(FOUND, found);
  }

  private void showThumbnail(Stay stay) {
    wanted.ifPresent(PictureLoader.Request::cancel);
    thumbnail.show(Optional.empty());
    wanted =
        stay.entry()
            .map(passage ->
                thumbnails.request(
                    passage,
                    PictureSize.THUMBNAIL,
                    photo -> thumbnail.show(photo.map(Photo::image))));
  }

  private static String icon(VehicleKind kind) {
    return switch (kind) {
      case MOTORBIKE -> "mdi2m-motorbike";
      case CAR -> "mdi2c-car";
      case TRUCK -> "mdi2t-truck";
      case BICYCLE -> "mdi2b-bicycle";
    };
  }

  private static Label label(String styleClass) {
    Label label = new Label();
    label.getStyleClass().add(styleClass);
    return label;
  }
}
