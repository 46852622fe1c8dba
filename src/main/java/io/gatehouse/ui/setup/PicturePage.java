package io.gatehouse.ui.setup;

import io.gatehouse.camera.Region;
import io.gatehouse.lane.LaneState;
import io.gatehouse.lane.LaneState.Mark;
import io.gatehouse.parking.insight.PictureAid;
import io.gatehouse.parking.insight.PictureQuality;
import io.gatehouse.ui.common.PreviewView;
import io.gatehouse.ui.common.ScreenTools;
import io.gatehouse.ui.common.SidePane;
import io.gatehouse.ui.common.Texts;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** The camera's picture with what helps to aim, focus and light it. */
final class PicturePage {

  private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
  private static final Duration OFTEN = Duration.millis(250);

  private final ScreenTools tools;
  private final Texts texts;
  private final Function<Optional<Region>, Optional<PictureQuality>> gauge;
  private final PictureAid aid = new PictureAid();
  private final PreviewView preview;
  private final Label advice = new Label();
  private final Label remedy = new Label();
  private final Gauge sharpness = new Gauge();
  private final Gauge light = new Gauge();
  private final Label plate = new Label();
  private final Timeline asking;
  private final SidePane root = new SidePane();

  PicturePage(ScreenTools tools, Function<Optional<Region>, Optional<PictureQuality>> gauge) {
    this.tools = tools;
    this.texts = tools.texts();
    this.gauge = gauge;
    this.preview = new PreviewView(tools.context().lane().preview());
    this.asking = new Timeline(new KeyFrame(OFTEN, tick -> ask()));
    asking.setCycleCount(Animation.INDEFINITE);
    advice.getStyleClass().add("aid-advice");
    advice.setId("aid-advice");
    advice.setWrapText(true);
    remedy.setWrapText(true);
    remedy.getStyleClass().add("muted");
    plate.getStyleClass().add("aid-number");
    plate.setId("aid-plate");
    root.setMain(preview);
  }

  Node root() {
    return root;
  }

  void start() {
    VBox side =
        new VBox(
            advice,
            remedy,
            line("setup.aid.sharpness", sharpness),
            line("setup.aid.light", light),
            line("setup.aid.plate", plate));
    side.getStyleClass().addAll("card", "aid");
    if (root.getSide() != null) {
      root.getChildren().remove(root.getSide());
    }
    root.setSide(side);
    preview.start();
    asking.play();
    ask();
  }

  void stop() {
    preview.stop();
    asking.stop();
  }

  private VBox line(String key, Node what) {
    Label name = new Label(texts.get(key));
    name.getStyleClass().add("muted");
    VBox line = new VBox(name, what);
    line.getStyleClass().add("aid-line");
    return line;
  }

  private void ask() {
    LaneState lane = tools.lane().state();
    preview.showMarks(lane.marks(), lane.frameWidth(), lane.frameHeight());
    long now = tools.context().time().nanos();
    Optional<Region> widest =
        lane.marks().stream().map(Mark::region).max(Comparator.comparingInt(Region::width));
    widest.ifPresent(region -> aid.plate(region.width(), lane.frameWidth(), now));
    gauge.apply(widest).ifPresent(quality -> aid.picture(quality, now));
    show(aid.reading(now));
  }

  private void show(PictureAid.Reading reading) {
    advice.setText(texts.of(reading.advice()));
    remedy.setText(texts.get("Advice." + reading.advice() + ".remedy"));
    boolean good = reading.advice() == PictureAid.Advice.GOOD;
    advice.pseudoClassStateChanged(GOOD, good);
    sharpness.show(reading.sharpness(), Optional.of(reading.best()));
    light.show(reading.light(), Optional.empty());
    plate.setText(
        reading.plateWidth().isPresent()
            ? texts.get(
                "setup.aid.pixels",
                tools.formats().number(reading.plateWidth().getAsInt()),
                tools.formats().number(PictureAid.LEAST_PLATE_WIDTH))
            : "–");
  }

  /** A bar, with a mark at the most it was. */
  private static final class Gauge extends StackPane {

    private final javafx.scene.layout.Region filled = new javafx.scene.layout.Region();
    private final javafx.scene.layout.Region most = new javafx.scene.layout.Region();
    private double value;
    private Optional<Double> best = Optional.empty();

    Gauge() {
      getStyleClass().add("gauge");
      filled.getStyleClass().add("gauge-filled");
      most.getStyleClass().add("gauge-best");
      filled.setManaged(false);
      most.setManaged(false);
      getChildren().addAll(filled, most);
    }

    void show(double now, Optional<Double> mark) {
      value = now;
      best = mark;
      requestLayout();
    }

    @Override
    protected void layoutChildren() {
      filled.resizeRelocate(0, 0, getWidth() * value, getHeight());
      most.setVisible(best.isPresent());
      best.ifPresent(
          at -> most.resizeRelocate(Math.max(0, getWidth() * at - 4), 0, 4, getHeight()));
    }
  }
}
