package io.gatehouse.ui.history;

import io.gatehouse.decide.Outcome;
import io.gatehouse.parking.Direction;
import io.gatehouse.ui.common.ScreenLayout;
import io.gatehouse.ui.common.ScreenTools;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What is looked for: the text, the chips beside it, and a panel with all filters. */
final class FilterView {

  private final HistoryViewModel model;
  private final PassageWords words;
  private final ScreenTools tools;
  private final Runnable onSearchTapped;
  private final Map<Outcome, ToggleButton> outcomeChips = new EnumMap<>(Outcome.class);
  private final Parent root;

  @FXML private TextField search;
  @FXML private Button clear;
  @FXML private HBox bar;
  @FXML private HBox secondBar;
  @FXML private ToggleButton day;
  @FXML private ToggleButton in;
  @FXML private ToggleButton out;
  @FXML private ToggleButton corrected;
  @FXML private ToggleButton alike;
  @FXML private ToggleButton panelToggle;
  @FXML private Label badge;
  @FXML private VBox panel;
  @FXML private ToggleButton today;
  @FXML private ToggleButton yesterday;
  @FXML private ToggleButton allDays;
  @FXML private Label chosenDay;
  @FXML private Button dayForth;
  @FXML private FlowPane outcomes;
  @FXML private FlowPane others;
  @FXML private Button clearFilters;

  /**
   * @param onSearchTapped the guard wants to type
   */
  FilterView(
      HistoryViewModel model, PassageWords words, ScreenTools tools, Runnable onSearchTapped) {
    this.model = model;
    this.words = words;
    this.tools = tools;
    this.onSearchTapped = onSearchTapped;
    this.root = tools.loader().load(this);
  }

  Parent root() {
    return root;
  }

  boolean panelOpen() {
    return panelToggle.isSelected();
  }

  void closePanel() {
    panelToggle.setSelected(false);
  }

  void focusSearch() {
    search.requestFocus();
    search.end();
  }

  boolean searchFocused() {
    return search.isFocused();
  }

  @FXML
  private void initialize() {
    for (Outcome outcome : Outcome.values()) {
      ToggleButton chip = new ToggleButton();
      chip.setOnAction(tap -> model.toggle(outcome));
      chip.textProperty().bind(tools.texts().bound("Outcome." + outcome));
      outcomeChips.put(outcome, chip);
      outcomes.getChildren().add(chip);
    }
    search.textProperty().subscribe(model::type);
    search.setOnMouseClicked(tap -> onSearchTapped.run());
    clear.visibleProperty().bind(search.textProperty().isNotEmpty());
    clear.managedProperty().bind(clear.visibleProperty());
    panel.visibleProperty().bind(panelToggle.selectedProperty());
    panel.managedProperty().bind(panel.visibleProperty());
    for (Node node : List.of(secondBar, others)) {
      node.managedProperty().bind(node.visibleProperty());
    }
    badge.managedProperty().bind(badge.visibleProperty());
    model.filterProperty().subscribe(now -> show());
    tools.texts().languageProperty().subscribe(language -> show());
    tools.layout().subscribe(this::arrange);
  }

  @FXML
  private void clearText() {
    search.clear();
    focusSearch();
  }

  /** The chip of the day shown takes the day away; with all days shown it goes back to today. */
  @FXML
  private void toggleDay() {
    boolean all = model.filter().day() instanceof DayChoice.All;
    model.day(all ? new DayChoice.Today() : new DayChoice.All());
    show();
  }

  @FXML
  private void toggleIn() {
    model.toggle(Direction.IN);
  }

  @FXML
  private void toggleOut() {
    model.toggle(Direction.OUT);
  }

  @FXML
  private void toggleCorrected() {
    model.correctedOnly(corrected.isSelected());
  }

  @FXML
  private void toggleAlike() {
    model.alike(alike.isSelected());
  }

  @FXML
  private void chooseToday() {
    model.day(new DayChoice.Today());
    show();
  }

  @FXML
  private void chooseYesterday() {
    model.day(new DayChoice.Yesterday());
    show();
  }

  @FXML
  private void chooseAllDays() {
    model.day(new DayChoice.All());
    show();
  }

  @FXML
  private void stepDayBack() {
    model.stepDay(-1);
  }

  @FXML
  private void stepDayForth() {
    model.stepDay(1);
  }

  @FXML
  private void clearAll() {
    model.clearFilters();
  }

  /** A tapped toggle flips by itself; what the filter says counts. */
  private void show() {
    HistoryFilter now = model.filter();
    LocalDate dayOfToday = model.today();
    boolean all = now.day() instanceof DayChoice.All;
    if (!search.getText().equals(now.text())) {
      search.setText(now.text());
    }
    day.setText(words.day(all ? new DayChoice.Today() : now.day(), dayOfToday));
    day.setSelected(!all);
    in.setSelected(now.direction().filter(Direction.IN::equals).isPresent());
    out.setSelected(now.direction().filter(Direction.OUT::equals).isPresent());
    corrected.setSelected(now.correctedOnly());
    alike.setSelected(now.alike());
    today.setSelected(now.day() instanceof DayChoice.Today);
    yesterday.setSelected(now.day() instanceof DayChoice.Yesterday);
    allDays.setSelected(all);
    chosenDay.setText(words.date(now.day().day(dayOfToday).orElse(dayOfToday), dayOfToday));
    dayForth.setDisable(!model.canStepForward());
    outcomeChips.forEach((outcome, chip) -> chip.setSelected(now.outcomes().contains(outcome)));
    badge.setText(String.valueOf(now.narrowing()));
    badge.setVisible(now.narrowing() > 0);
    clearFilters.setDisable(now.narrowing() == 0);
  }

  /** Where the chips find room: beside the text, under it, or in the panel. */
  private void arrange(ScreenLayout layout) {
    List<ToggleButton> chips = List.of(in, out, corrected, alike);
    bar.getChildren().removeAll(chips);
    bar.getChildren().remove(day);
    secondBar.getChildren().clear();
    others.getChildren().removeAll(chips);
    others.getChildren().remove(clearFilters);
    outcomes.getChildren().remove(clearFilters);
    int beforeToggle = bar.getChildren().indexOf(panelToggle);
    switch (layout) {
      case WIDE -> {
        bar.getChildren().addAll(beforeToggle, chips);
        bar.getChildren().add(beforeToggle, day);
      }
      case PORTRAIT -> {
        secondBar.getChildren().add(day);
        secondBar.getChildren().addAll(chips);
      }
      case COMPACT -> {
        bar.getChildren().add(beforeToggle, day);
        others.getChildren().addAll(chips);
      }
    }
    others.setVisible(layout == ScreenLayout.COMPACT);
    (others.isVisible() ? others : outcomes).getChildren().add(clearFilters);
    secondBar.setVisible(layout == ScreenLayout.PORTRAIT);
  }
}
