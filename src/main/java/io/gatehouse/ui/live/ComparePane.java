package io.gatehouse.ui.live;

import io.gatehouse.store.PictureSize;
import io.gatehouse.ui.common.PictureBox;
import io.gatehouse.ui.common.PreviewView;
import io.gatehouse.ui.common.ScreenTools;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lane's picture; beside it, where the vehicle was here before, that passage's picture, so that
 * the guard compares the two.
 */
final class ComparePane extends Pane {

  private static final Logger log = LoggerFactory.getLogger(ComparePane.class);
  private static final double GAP = 8;
  private static final double CAPTION = 30;

  private final ScreenTools tools;
  private final PreviewView lane;
  private final PictureBox earlier;
  private final Label caption = new Label();
  private final Label missing = new Label();
  private Optional<UUID> shown = Optional.empty();

  ComparePane(ScreenTools tools, PreviewView lane) {
    this.tools = tools;
    this.lane = lane;
    this.earlier = new PictureBox(tools.work()).filled();
    caption.getStyleClass().add("compare-caption");
    missing.textProperty().bind(tools.texts().bound("gate.noPicture"));
    missing.setGraphic(new FontIcon("mdi2i-image-off-outline"));
    missing.getStyleClass().add("compare-missing");
    missing.setWrapText(true);
    missing.setVisible(false);
    setMinSize(0, 0);
    getChildren().addAll(lane, earlier, missing, caption);
    show(Optional.empty(), "");
  }

  void show(Optional<UUID> passage, String words) {
    caption.setText(words);
    if (!passage.equals(shown)) {
      shown = passage;
      earlier.show(Optional.empty());
      missing.setVisible(false);
      passage.ifPresent(this::fetch);
    }
    lane.setFilled(passage.isPresent());
    earlier.setVisible(passage.isPresent());
    caption.setVisible(passage.isPresent());
    requestLayout();
  }

  private void fetch(UUID passage) {
    tools
        .work()
        .run(
            () -> tools.context().store().picture(passage, PictureSize.FULL),
            picture -> {
              if (shown.equals(Optional.of(passage))) {
                earlier.show(picture);
                missing.setVisible(picture.isEmpty());
              }
            },
            e -> {
              log.warn("the entry's picture is not there: {}", e.getMessage());
              missing.setVisible(shown.equals(Optional.of(passage)));
            });
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    if (!earlier.isVisible()) {
      lane.resizeRelocate(0, 0, width, height);
      return;
    }
    double half = (width - GAP) / 2;
    earlier.resizeRelocate(0, 0, half, height - CAPTION);
    missing.resizeRelocate(0, 0, half, height - CAPTION);
    caption.resizeRelocate(0, height - CAPTION, half, CAPTION);
    lane.resizeRelocate(half + GAP, 0, half, height);
  }
}
