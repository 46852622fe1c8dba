package io.gatehouse.ui.vehicles;

import io.gatehouse.common.ErrorCode;
import io.gatehouse.common.KnownFailure;
import io.gatehouse.parking.lists.ListKind;
import io.gatehouse.parking.lists.ListMatch;
import io.gatehouse.ui.common.ScreenLayout;
import io.gatehouse.ui.common.ScreenTools;
import io.gatehouse.ui.common.TextEditorView;
import io.gatehouse.ui.common.Texts;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
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
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The lists: search, who ends soon, an entry being written, and tables in and out. */
final class ListsView {

  private static final int ROWS_AHEAD = 12;
  private static final double ROW = 76;
  private static final double SMALL_ROW = 64;

  private final ListsViewModel model;
  private final VehicleWords words;
  private final ScreenTools tools;
  private final Texts texts;
  private final EntryView entry;
  private final ExchangeView exchange;
  private final Map<ListKind, ToggleButton> kinds = new EnumMap<>(ListKind.class);
  private final ToggleButton ending = new ToggleButton();
  private final Parent root;
  private PadSearch searching;

  @FXML private StackPane layers;
  @FXML private VBox card;
  @FXML private TextField search;
  @FXML private Button clear;
  @FXML private FlowPane chips;
  @FXML private HBox problemBox;
  @FXML private Label problem;
  @FXML private ListView<ListMatch> list;
  @FXML private Label empty;

  ListsView(
      ListsViewModel model,
      ExchangeViewModel exchangeModel,
      VehicleWords words,
      ScreenTools tools,
      TextEditorView editor) {
    this.model = model;
    this.words = words;
    this.tools = tools;
    this.texts = tools.texts();
    this.entry = new EntryView(model, words, tools, editor);
    this.exchange = new ExchangeView(exchangeModel, words, tools, model::refresh);
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
    layers.getChildren().addAll(entry.root(), exchange.root());
    chips.managedProperty().bind(chips.visibleProperty());
    problemBox.managedProperty().bind(problemBox.visibleProperty());
    for (ListKind kind : ListKind.values()) {
      ToggleButton chip = new ToggleButton();
      chip.setId("lists-" + kind);
      chip.setOnAction(tap -> model.toggle(kind));
      kinds.put(kind, chip);
      chips.getChildren().add(chip);
    }
    ending.setId("lists-ending");
    ending.setGraphic(new FontIcon("mdi2t-timer-sand"));
    ending.setOnAction(tap -> model.toggleEnding());
    chips.getChildren().add(ending);
    list.setItems(model.entries());
    list.setCellFactory(view -> cell());
    list.setPlaceholder(new Label());
    model.filterProperty().subscribe(now -> showChips());
    model.countsProperty().subscribe(now -> showChips());
    model.failureProperty().subscribe(this::showProblem);
    model.entries().subscribe(() -> empty.setVisible(model.entries().isEmpty()));
    texts
        .languageProperty()
        .subscribe(language -> {
          list.refresh();
          showChips();
        });
    tools.layout().subscribe(layout -> arrange());
  }

  private ListCell<ListMatch> cell() {
    EntryCell cell = new EntryCell(words, texts);
    return RowsAhead.wire(cell, model.entries(), ROWS_AHEAD, model::more, this::tapped);
  }

  private void tapped(ListMatch match) {
    closePad();
    model.edit(match.entry());
  }

  @FXML
  private void add() {
    closePad();
    model.add();
  }

  @FXML
  private void exchange() {
    closePad();
    exchange.open();
  }

  @FXML
  private void searchAgain() {
    model.refresh();
  }

  /** On a small display the keys need the room of the chips. */
  private void arrange() {
    if (chips != null) {
      boolean small = tools.layout().getValue() == ScreenLayout.COMPACT;
      chips.setVisible(!small || !searching.isOpen());
      list.setFixedCellSize(small ? SMALL_ROW : ROW);
    }
  }

  private void showChips() {
    ListsViewModel.Filter now = model.filterProperty().get();
    Optional<ListsViewModel.Counts> counts = model.countsProperty().get();
    kinds.forEach((kind, chip) -> {
      chip.setSelected(now.kind().equals(Optional.of(kind)));
      String count = counts.map(c -> " " + tools.formats().number(c.kinds().get(kind))).orElse("");
      chip.setText(texts.of(kind) + count);
    });
    ending.setSelected(now.ending());
    ending.setText(
        texts.get("lists.ending")
            + counts.map(c -> " " + tools.formats().number(c.ending())).orElse(""));
  }

  private void showProblem(Optional<Exception> failure) {
    problemBox.setVisible(failure.isPresent());
    failure.ifPresent(e -> {
      KnownFailure known = ErrorCode.diagnosis(e).orElse(KnownFailure.STORE_FAILED);
      problem.setText(
          texts.get("lists.failed", ErrorCode.of(e).text()) + " " + texts.remedy(known));
    });
  }

  void key(KeyEvent event) {
    if (entry.isOpen()) {
      entry.key(event);
    } else if (event.getEventType() == KeyEvent.KEY_PRESSED && event.getCode() == KeyCode.ESCAPE) {
      event.consume();
      escape();
    }
  }

  /** Closes the innermost thing that is open. */
  private void escape() {
    if (exchange.isOpen()) {
      exchange.close();
    } else if (searching.isOpen()) {
      closePad();
    } else {
      tools.navigator().back();
    }
  }
}
