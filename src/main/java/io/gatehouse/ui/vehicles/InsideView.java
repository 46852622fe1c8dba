package io.gatehouse.ui.vehicles;

import io.gatehouse.common.ErrorCode;
import io.gatehouse.common.KnownFailure;
import io.gatehouse.parking.CorrectionRound;
import io.gatehouse.parking.Occupancy;
import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.stay.Stay;
import io.gatehouse.ui.common.OccupancyWords;
import io.gatehouse.ui.common.Photo;
import io.gatehouse.ui.common.PictureLoader;
import io.gatehouse.ui.common.Place;
import io.gatehouse.ui.common.ScreenLayout;
import io.gatehouse.ui.common.ScreenTools;
import io.gatehouse.ui.common.Texts;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Who is inside: counts against the places there are, the list, and the round through it. */
final class InsideView {

  private static final PseudoClass FULL = PseudoClass.getPseudoClass("full");

  /** The next page is fetched when one scrolls so near to the end of the last. */
  private static final int ROWS_AHEAD = 12;

  private static final double ROW = 76;
  private static final double SMALL_ROW = 64;

  private final InsideViewModel model;
  private final VehicleWords words;
  private final OccupancyWords occupancy;
  private final ScreenTools tools;
  private final Texts texts;
  private final PictureLoader<Photo> thumbnails;
  private final Map<VehicleKind, ToggleButton> kinds = new EnumMap<>(VehicleKind.class);
  private final Parent root;
  private PadSearch searching;

  @FXML private VBox card;
  @FXML private HBox bar;
  @FXML private TextField search;
  @FXML private Button clear;
  @FXML private Button begin;
  @FXML private HBox chips;
  @FXML private HBox notice;
  @FXML private Label noticeText;
  @FXML private HBox noticeActions;
  @FXML private ListView<Stay> list;
  @FXML private Label empty;

  InsideView(
      InsideViewModel model,
      VehicleWords words,
      ScreenTools tools,
      PictureLoader<Photo> thumbnails) {
    this.model = model;
    this.words = words;
    this.tools = tools;
    this.texts = tools.texts();
    this.occupancy = new OccupancyWords(texts, tools.formats());
    this.thumbnails = thumbnails;
    this.root = tools.loader().load(this);
  }

  Parent root() {
    return root;
  }

  void shown() {
    model.refresh();
  }

  void closePad() {
    searching.close();
  }

  @FXML
  private void initialize() {
    searching = new PadSearch(search, clear, card, texts, model::type, this::arrange);
    model.filterProperty().subscribe(now -> showFilter());
    notice.managedProperty().bind(notice.visibleProperty());
    chips.managedProperty().bind(chips.visibleProperty());
    begin.managedProperty().bind(begin.visibleProperty());
    for (VehicleKind kind : VehicleKind.values()) {
      ToggleButton chip = new ToggleButton();
      chip.setId("inside-" + kind);
      chip.managedProperty().bind(chip.visibleProperty());
      chip.setOnAction(tap -> model.toggle(kind));
      kinds.put(kind, chip);
      chips.getChildren().add(chip);
    }
    list.setItems(model.stays());
    list.setCellFactory(view -> cell());
    list.setPlaceholder(new Label());
    model.occupancyProperty().subscribe(now -> showOccupancy());
    model.roundProperty().subscribe(now -> list.refresh());
    model.roundProperty().subscribe(now -> showNotice());
    model.roundStateProperty().subscribe(now -> showNotice());
    model.failureProperty().subscribe(now -> showNotice());
    model.stays().subscribe(() -> empty.setVisible(model.stays().isEmpty()));
    texts
        .languageProperty()
        .subscribe(language -> {
          list.refresh();
          showOccupancy();
          showNotice();
        });
    tools.layout().subscribe(layout -> arrange());
  }

  private ListCell<Stay> cell() {
    StayCell cell = new StayCell(model, words, texts, thumbnails);
    return RowsAhead.wire(cell, model.stays(), ROWS_AHEAD, model::more, this::tapped);
  }

  private void tapped(Stay stay) {
    if (model.roundProperty().get().isPresent()) {
      model.tick(stay);
    } else {
      stay.entry()
          .ifPresent(passage -> tools.navigator().go(new Place.History(Optional.of(passage))));
    }
  }

  @FXML
  private void beginRound() {
    closePad();
    model.beginRound();
  }

  /** On a small display the chips stand beside the search, and its keys need their room. */
  private void arrange() {
    if (chips == null) {
      return;
    }
    boolean small = tools.layout().getValue() == ScreenLayout.COMPACT;
    card.getChildren().remove(chips);
    bar.getChildren().remove(chips);
    if (small) {
      bar.getChildren().add(1, chips);
    } else {
      card.getChildren().add(1, chips);
    }
    chips.setMinWidth(small ? Region.USE_PREF_SIZE : 0);
    chips.setVisible(!small || !searching.isOpen());
    list.setFixedCellSize(small ? SMALL_ROW : ROW);
  }

  private void showFilter() {
    InsideViewModel.Filter now = model.filterProperty().get();
    searching.show(now.text());
    kinds.forEach((kind, chip) -> chip.setSelected(now.kind().equals(Optional.of(kind))));
  }

  private void showOccupancy() {
    for (Occupancy each : model.occupancyProperty().get()) {
      ToggleButton chip = kinds.get(each.kind());
      String sign = each.isFull() ? " · " + texts.get("occupancy.full.one") : "";
      chip.setText(occupancy.count(each) + sign);
      chip.pseudoClassStateChanged(FULL, each.isFull());
      boolean always = each.kind() == VehicleKind.MOTORBIKE || each.kind() == VehicleKind.CAR;
      chip.setVisible(always || each.inside() > 0 || each.isLimited());
    }
  }

  private void showNotice() {
    noticeActions.getChildren().clear();
    notice.setVisible(true);
    begin.setVisible(model.roundProperty().get().isEmpty());
    Optional<Exception> failure = model.failureProperty().get();
    if (failure.isPresent()) {
      KnownFailure known = ErrorCode.diagnosis(failure.get()).orElse(KnownFailure.STORE_FAILED);
      say(
          texts.get("history.search.failed", ErrorCode.of(failure.get()).text())
              + " "
              + texts.remedy(known));
      act("history.search.again", "vehicles-again", model::refresh);
      return;
    }
    switch (model.roundStateProperty().get()) {
      case InsideViewModel.RoundState.None() -> notice.setVisible(false);
      case InsideViewModel.RoundState.TooMany() ->
          say(
              texts.get(
                  "vehicles.round.toomany", tools.formats().number(InsideViewModel.LARGEST_ROUND)));
      case InsideViewModel.RoundState.Walking() -> walking();
      case InsideViewModel.RoundState.Asking(int notFound) -> asking(notFound);
      case InsideViewModel.RoundState.Ending() -> say(texts.get("vehicles.round.ending"));
      case InsideViewModel.RoundState.Ended(int ended) ->
          say(texts.get("vehicles.round.ended", tools.formats().number(ended)));
    }
  }

  private void walking() {
    CorrectionRound round = model.roundProperty().get().orElseThrow();
    say(
        texts.get(
            "vehicles.round.walking",
            tools.formats().number(round.found().size()),
            tools.formats().number(round.expected().size())));
    act("vehicles.round.drop", "round-drop", model::dropRound);
    act("vehicles.round.finish", "round-finish", model::finishRound);
  }

  private void asking(int notFound) {
    say(texts.get("vehicles.round.ask", tools.formats().number(notFound)));
    act("vehicles.round.on", "round-on", model::walkOn);
    if (notFound > 0) {
      act("vehicles.round.end", "round-end", model::endNotFound);
    } else {
      act("vehicles.round.done", "round-end", model::dropRound);
    }
  }

  private void say(String line) {
    noticeText.setText(line);
  }

  private void act(String key, String id, Runnable action) {
    Button button = new Button(texts.get(key));
    button.setId(id);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(tap -> action.run());
    noticeActions.getChildren().add(button);
  }

  void key(KeyEvent event) {
    if (event.getEventType() == KeyEvent.KEY_PRESSED && event.getCode() == KeyCode.ESCAPE) {
      event.consume();
      if (searching.isOpen()) {
        closePad();
      } else {
        tools.navigator().back();
      }
    } else if (event.getEventType() == KeyEvent.KEY_TYPED) {
      searching.typed(event);
    }
  }
}
