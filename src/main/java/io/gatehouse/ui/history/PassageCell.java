package io.gatehouse.ui.history;

import io.gatehouse.parking.Direction;
import io.gatehouse.store.Passage;
import io.gatehouse.store.PictureSize;
import io.gatehouse.ui.common.Photo;
import io.gatehouse.ui.common.PictureLoader;
import io.gatehouse.ui.common.PicturePane;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** One passage in the list: picture, plate, which way, when, what was done. */
final class PassageCell extends ListCell<Passage> {

  private static final PseudoClass OUT = PseudoClass.getPseudoClass("out");
  private static final PseudoClass REJECTED = PseudoClass.getPseudoClass("rejected");

  private final PassageWords words;
  private final PictureLoader<Photo> thumbnails;
  private final PicturePane thumbnail = new PicturePane(new FontIcon("mdi2i-image-off-outline"));
  private final Label plate = label("row-plate");
  private final FontIcon arrow = new FontIcon();
  private final Label direction = label("row-direction");
  private final Label when = label("row-when");
  private final Label what = label("row-what");
  private final HBox row;
  private Optional<PictureLoader<Photo>.Request> wanted = Optional.empty();

  PassageCell(PassageWords words, PictureLoader<Photo> thumbnails) {
    this.words = words;
    this.thumbnails = thumbnails;
    thumbnail.getStyleClass().add("thumbnail");
    direction.setGraphic(arrow);
    what.setWrapText(true);
    HBox.setHgrow(plate, Priority.ALWAYS);
    plate.setMaxWidth(Double.MAX_VALUE);
    row = new HBox(thumbnail, plate, direction, when, what);
    row.getStyleClass().add("passage-row");
    row.setMinWidth(0);
    row.setPrefWidth(1);
    for (Region fixed : new Region[] {thumbnail, direction, when, what}) {
      fixed.setMinWidth(Region.USE_PREF_SIZE);
    }
    setGraphic(row);
    setText(null);
  }

  @Override
  protected void updateItem(Passage passage, boolean empty) {
    Passage before = getItem();
    super.updateItem(passage, empty);
    row.setVisible(!empty && passage != null);
    if (empty || passage == null) {
      wanted.ifPresent(PictureLoader.Request::cancel);
      wanted = Optional.empty();
      return;
    }
    boolean out = passage.direction() == Direction.OUT;
    plate.setText(words.plate(passage));
    arrow.setIconLiteral(out ? "mdi2a-arrow-left-bold" : "mdi2a-arrow-right-bold");
    direction.setText(words.direction(passage));
    when.setText(words.when(passage.capturedAt()));
    what.setText(words.what(passage));
    pseudoClassStateChanged(OUT, out);
    pseudoClassStateChanged(REJECTED, !passage.outcome().opens());
    if (before == null || wanted.isEmpty() || !before.id().equals(passage.id())) {
      showThumbnail(passage);
    }
  }

  private void showThumbnail(Passage passage) {
    wanted.ifPresent(PictureLoader.Request::cancel);
    thumbnail.show(Optional.empty());
    wanted =
        Optional.of(
            thumbnails.request(
                passage.id(),
                PictureSize.THUMBNAIL,
                photo -> thumbnail.show(photo.map(Photo::image))));
  }

  private static Label label(String styleClass) {
    Label label = new Label();
    label.getStyleClass().add(styleClass);
    return label;
  }
}
