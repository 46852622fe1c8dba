package io.gatehouse.ui.shift;

import io.gatehouse.parking.shift.Shift;
import io.gatehouse.parking.shift.ShiftReport;
import io.gatehouse.ui.common.PagedRows;
import io.gatehouse.ui.common.Screen;
import io.gatehouse.ui.common.ScreenLayout;
import io.gatehouse.ui.common.ScreenTools;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Earlier shifts at the left, the report of the one chosen at the right. */
public final class ShiftsView implements Screen {

  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final double ROW = 72;

  private final ShiftsViewModel model;
  private final ScreenTools tools;
  private final ReportBox box;
  private final Parent root;
  private PagedRows paged;

  @FXML private VBox rows;
  @FXML private Label empty;
  @FXML private Button newer;
  @FXML private Button older;
  @FXML private Label guard;
  @FXML private Label span;
  @FXML private VBox facts;
  @FXML private Label saved;
  @FXML private Button save;

  public ShiftsView(ShiftsViewModel model, ScreenTools tools) {
    this.model = model;
    this.tools = tools;
    this.box = new ReportBox(tools);
    this.root = tools.loader().load(this);
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void shown() {
    model.newest();
  }

  @Override
  public void key(KeyEvent event) {
    tools.leaveOnEscape(event);
  }

  @FXML
  private void initialize() {
    empty.managedProperty().bind(empty.visibleProperty());
    saved.managedProperty().bind(saved.textProperty().isNotEmpty());
    paged = new PagedRows(rows, newer, older, ROW, model::show);
    model.pageProperty().subscribe(page -> show());
    model.chosenProperty().subscribe(chosen -> show());
    model.savingProperty().subscribe(this::showSaving);
    tools.texts().languageProperty().subscribe(language -> show());
    tools.layout().subscribe(layout -> show());
  }

  @FXML
  private void goNewer() {
    model.newer();
  }

  @FXML
  private void goOlder() {
    model.older();
  }

  @FXML
  private void save() {
    model.save();
  }

  private void show() {
    ShiftsViewModel.Page page = model.pageProperty().get();
    paged.show(page.shifts().stream().map(this::row).toList(), page.hasNewer(), page.hasOlder());
    empty.setVisible(page.shifts().isEmpty());
    Optional<ShiftReport> chosen = model.chosenProperty().get();
    save.setVisible(chosen.isPresent());
    guard.setText(chosen.map(report -> report.shift().guard()).orElse(""));
    span.setText(chosen.map(report -> box.span(report.shift())).orElse(""));
    facts.getChildren().clear();
    chosen.ifPresent(this::showFacts);
  }

  private void showFacts(ShiftReport report) {
    boolean compact = tools.layout().getValue() == ScreenLayout.COMPACT;
    String in = tools.formats().number(report.totals().in());
    String out = tools.formats().number(report.totals().out());
    facts.getChildren().add(box.line("shift.inOut", in + " / " + out));
    if (!compact) {
      facts.getChildren().addAll(box.lines(report));
    }
    String overrides = tools.formats().number(report.totals().overrides());
    facts.getChildren().add(box.line("shift.overrides", overrides));
    facts.getChildren().add(box.line("shift.cash", box.dong(report.totals().cashDong())));
    facts.getChildren().addAll(box.counted(report));
    if (!compact) {
      facts.getChildren().addAll(box.overrides(report, 4));
    }
  }

  private Button row(ShiftReport report) {
    Shift shift = report.shift();
    Label name = new Label(shift.guard());
    name.getStyleClass().add("strong");
    Label when = new Label(box.span(shift));
    when.getStyleClass().addAll("muted", "small");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Label cash = new Label(box.dong(report.totals().cashDong()));
    cash.getStyleClass().add("strong");
    Label difference = new Label();
    report
        .differenceDong()
        .ifPresentOrElse(
            dong -> box.show(difference, dong),
            () -> difference.setText(tools.texts().get("shift.uncounted")));
    difference.getStyleClass().add("small");
    VBox money = new VBox(2, cash, difference);
    money.setAlignment(Pos.CENTER_RIGHT);
    money.setMinWidth(Region.USE_PREF_SIZE);
    VBox words = new VBox(2, name, when);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox line = new HBox(12, words, space, money);
    line.setAlignment(Pos.CENTER_LEFT);
    Button row = new Button();
    line.prefWidthProperty().bind(row.widthProperty().subtract(32));
    row.setGraphic(line);
    row.getStyleClass().add("row");
    row.setMaxWidth(Double.MAX_VALUE);
    row.setMinHeight(ROW - 8);
    row.setPrefHeight(ROW - 8);
    row.setAccessibleText(shift.guard() + " " + when.getText());
    boolean chosen =
        model
            .chosenProperty()
            .get()
            .filter(shown -> shown.shift().id().equals(shift.id()))
            .isPresent();
    row.pseudoClassStateChanged(CHOSEN, chosen);
    row.setOnAction(tap -> model.choose(report));
    return row;
  }

  private void showSaving(ShiftsViewModel.Saving saving) {
    save.setDisable(saving instanceof ShiftsViewModel.Saving.Running);
    saved.setText(
        switch (saving) {
          case ShiftsViewModel.Saving.Idle() -> "";
          case ShiftsViewModel.Saving.Running() -> tools.texts().get("shift.saving");
          case ShiftsViewModel.Saving.Saved(String file) -> tools.texts().get("shift.saved", file);
          case ShiftsViewModel.Saving.Failed() -> tools.texts().get("shift.failed");
        });
  }
}
