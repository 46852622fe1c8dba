package io.gatehouse.ui.shift;

import io.gatehouse.parking.shift.ShiftReport;
import io.gatehouse.ui.common.Screen;
import io.gatehouse.ui.common.ScreenLayout;
import io.gatehouse.ui.common.ScreenTools;
import io.gatehouse.ui.common.TilesPane;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** The shift that goes on: what it adds up to so far, and the way to hand over. */
public final class ShiftView implements Screen {

  private static final Duration AGAIN = Duration.seconds(5);

  private final ShiftViewModel model;
  private final ScreenTools tools;
  private final ReportBox box;
  private final Timeline ticking;
  private final Parent root;

  @FXML private Label guard;
  @FXML private Label span;
  @FXML private TilesPane figures;
  @FXML private VBox lines;
  @FXML private Label overridesTitle;
  @FXML private VBox overrides;
  @FXML private Button countOpening;
  @FXML private Button handOver;

  public ShiftView(ShiftViewModel model, ScreenTools tools) {
    this.model = model;
    this.tools = tools;
    this.box = new ReportBox(tools);
    this.ticking = new Timeline(new KeyFrame(AGAIN, tick -> model.load()));
    ticking.setCycleCount(Animation.INDEFINITE);
    this.root = tools.loader().load(this);
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void shown() {
    model.load();
    ticking.play();
  }

  @Override
  public void hidden() {
    ticking.stop();
  }

  @Override
  public void key(KeyEvent event) {
    tools.leaveOnEscape(event);
  }

  @FXML
  private void initialize() {
    model.reportProperty().subscribe(this::show);
    tools.texts().languageProperty().subscribe(language -> show(model.reportProperty().get()));
    tools.layout().subscribe(layout -> show(model.reportProperty().get()));
  }

  @FXML
  private void handOver() {
    model.handOver();
  }

  @FXML
  private void countOpening() {
    model.countOpening();
  }

  @FXML
  private void earlier() {
    model.earlier();
  }

  private void show(Optional<ShiftReport> report) {
    handOver.setVisible(report.isPresent());
    handOver.setManaged(report.isPresent());
    boolean uncounted = report.filter(r -> r.shift().opening().isEmpty()).isPresent();
    countOpening.setVisible(uncounted);
    countOpening.setManaged(uncounted);
    overridesTitle.setVisible(report.filter(r -> !r.overrides().isEmpty()).isPresent());
    guard.setText(report.map(r -> r.shift().guard()).orElse(tools.texts().get("menu.shift")));
    span.setText(
        report
            .map(r -> box.span(r.shift()))
            .orElse(model.noPeople() ? tools.texts().get("shift.none") : ""));
    figures.getChildren().clear();
    lines.getChildren().clear();
    overrides.getChildren().clear();
    report.ifPresent(now -> {
      figures.getChildren().setAll(box.figures(now.totals()));
      lines.getChildren().setAll(box.lines(now));
      boolean compact = tools.layout().getValue() == ScreenLayout.COMPACT;
      overrides.getChildren().setAll(box.overrides(now, compact ? 2 : 7));
    });
  }
}
