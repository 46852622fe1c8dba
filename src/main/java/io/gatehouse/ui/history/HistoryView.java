package io.gatehouse.ui.history;

import io.gatehouse.common.ErrorCode;
import io.gatehouse.common.KnownFailure;
import io.gatehouse.store.Passage;
import io.gatehouse.ui.common.FxDelay;
import io.gatehouse.ui.common.Photo;
import io.gatehouse.ui.common.PictureLoader;
import io.gatehouse.ui.common.Screen;
import io.gatehouse.ui.common.ScreenLayout;
import io.gatehouse.ui.common.ScreenTools;
import io.gatehouse.ui.common.SearchPad;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.geometry.Insets;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The passages: what is looked for, the list, and the open one beside it, below it or over it as
 * the display allows. One view is kept, so that filter and place in the list outlive a correction.
 */
public final class HistoryView implements Screen {

  private static final int THUMBNAILS_KEPT = 300;
  private static final double GAP = 8;
  private static final int PHOTOS_KEPT = 6;

  /** The next page is fetched when one scrolls so near to the end of the last. */
  private static final int ROWS_AHEAD = 12;

  private final ScreenTools tools;
  private final HistoryViewModel model;
  private final PassageViewModel passageModel;
  private final PassageWords words;
  private final PictureLoader<Photo> thumbnails;
  private final FilterView filter;
  private final PassageView passage;
  private final ViewerView viewer;
  private final SearchPad pad;
  private final Parent root;

  @FXML private StackPane layers;
  @FXML private BorderPane body;
  @FXML private VBox listCard;
  @FXML private ListView<Passage> list;
  @FXML private VBox empty;
  @FXML private Label emptyText;
  @FXML private Button searchAllDays;
  @FXML private HBox problemBox;
  @FXML private Label problem;
  @FXML private HBox footer;
  @FXML private Label count;

  /**
   * @param pictures runs the loading of pictures, in the background
   */
  public HistoryView(ScreenTools tools, Executor pictures) {
    this.tools = tools;
    this.words = new PassageWords(tools.texts(), tools.formats(), tools.context().grammar());
    this.model =
        new HistoryViewModel(
            tools.context().store(),
            tools.work(),
            new FxDelay(),
            tools.context().time(),
            tools.context().zone());
    this.passageModel =
        new PassageViewModel(
            tools.context().store(),
            tools.context().books().holds(),
            tools.context().books().stays(),
            tools.context().grammar(),
            tools.work(),
            tools.context().time(),
            () -> tools.settings().get().guard(),
            model::replace);
    this.thumbnails = loader(THUMBNAILS_KEPT, pictures);
    PictureLoader<Photo> photos = loader(PHOTOS_KEPT, pictures);
    this.pad = new SearchPad(tools.texts(), this::padKey, this::closePad);
    this.filter = new FilterView(model, words, tools, this::openPad);
    this.viewer = new ViewerView(model, words, photos, tools);
    this.passage =
        new PassageView(passageModel, words, tools, photos, model::closeSelected, this::openViewer);
    this.root = tools.loader().load(this);
  }

  private PictureLoader<Photo> loader(int kept, Executor pictures) {
    return new PictureLoader<>(
        tools.context().store(), Photo::decode, kept, pictures, tools.work()::onScreen);
  }

  @Override
  public Parent root() {
    return root;
  }

  /** Opens a passage, in whatever day it lies. */
  public void open(UUID id) {
    model.open(id);
  }

  @Override
  public void shown() {
    model.refresh();
  }

  @Override
  public void hidden() {
    viewer.close();
    closePad();
  }

  @FXML
  private void initialize() {
    listCard.getChildren().addFirst(filter.root());
    listCard.getChildren().add(pad);
    layers.getChildren().addAll(passage.root(), viewer.root());
    list.setItems(model.passages());
    list.setCellFactory(view -> cell());
    list.getSelectionModel().selectedItemProperty().subscribe(this::rowSelected);
    list.setPlaceholder(new Label());
    footer.managedProperty().bind(footer.visibleProperty());
    empty.managedProperty().bind(empty.visibleProperty());
    problemBox.managedProperty().bind(problemBox.visibleProperty());
    model.selectedProperty().subscribe(this::selectionChanged);
    model.countProperty().subscribe(now -> searched());
    model.filterProperty().subscribe(now -> searched());
    model.failureProperty().subscribe(this::showProblem);
    tools.texts().languageProperty().subscribe(language -> relabel());
    tools.layout().subscribe(layout -> arrange());
  }

  private PassageCell cell() {
    PassageCell cell = new PassageCell(words, thumbnails);
    cell.indexProperty()
        .subscribe(index -> {
          if (index.intValue() >= model.passages().size() - ROWS_AHEAD) {
            Platform.runLater(model::more); // not while the list is laying itself out
          }
        });
    cell.setOnMouseClicked(tap -> {
      if (cell.getItem() != null) {
        model.select(cell.getItem());
      }
    });
    return cell;
  }

  @FXML
  private void goUp() {
    page(-1);
  }

  @FXML
  private void goDown() {
    page(1);
  }

  @FXML
  private void showAllDays() {
    model.day(new DayChoice.All());
  }

  @FXML
  private void searchAgain() {
    model.refresh();
  }

  /** By as many rows as fit, less one that stays in view. */
  private void page(int step) {
    double rowHeight = list.getFixedCellSize();
    int rows = Math.max(1, (int) (list.getHeight() / rowHeight) - 1);
    int first = firstRow();
    list.scrollTo(
        Math.clamp(first + (long) step * rows, 0, Math.max(0, model.passages().size() - 1)));
  }

  private int firstRow() {
    int first = Integer.MAX_VALUE;
    for (var node : list.lookupAll(".list-cell")) {
      if (node instanceof PassageCell cell && cell.getItem() != null && cell.isVisible()) {
        first = cell.getBoundsInParent().getMaxY() > 1 ? Math.min(first, cell.getIndex()) : first;
      }
    }
    return first == Integer.MAX_VALUE ? 0 : first;
  }

  private void rowSelected(Passage row) {
    if (row != null && !model.selectedProperty().get().equals(Optional.of(row))) {
      model.select(row);
    }
  }

  private void selectionChanged(Optional<Passage> selected) {
    selected.ifPresentOrElse(passageModel::show, passageModel::clear);
    if (selected.isPresent()) {
      selectRow(selected.get());
    } else {
      list.getSelectionModel().clearSelection();
    }
    arrange();
  }

  private void selectRow(Passage selected) {
    int at = model.passages().indexOf(selected);
    if (at >= 0 && list.getSelectionModel().getSelectedIndex() != at) {
      list.getSelectionModel().select(at);
    }
  }

  /** A new answer or a new question: the line below the list, and what is said in its place. */
  private void searched() {
    Optional<HistoryViewModel.Count> now = model.countProperty().get();
    count.setText(
        now.map(c ->
                tools
                    .texts()
                    .get(
                        c.exact() ? "history.count" : "history.count.atleast",
                        tools.formats().number(c.matches()),
                        tools.formats().number(c.total()),
                        tools.formats().number(c.millis())))
            .orElse(""));
    boolean nothing = now.map(c -> c.matches() == 0).orElse(false);
    boolean allDays = model.filter().day() instanceof DayChoice.All;
    empty.setVisible(nothing);
    emptyText.setText(tools.texts().get(allDays ? "history.empty" : "history.empty.day"));
    searchAllDays.setVisible(!allDays);
    if (tools.layout().getValue() == ScreenLayout.WIDE) {
      selectFirst();
    }
    model.selectedProperty().get().ifPresent(this::selectRow);
  }

  /** Where there is room for it beside the list, the first of those found is open at once. */
  private void selectFirst() {
    boolean stillThere =
        model.selectedProperty().get().map(model.passages()::contains).orElse(false);
    if (!stillThere && !model.passages().isEmpty()) {
      model.select(model.passages().getFirst());
    }
  }

  private void showProblem(Optional<Exception> failure) {
    problemBox.setVisible(failure.isPresent());
    failure.ifPresent(e -> {
      KnownFailure known = ErrorCode.diagnosis(e).orElse(KnownFailure.STORE_FAILED);
      problem.setText(
          tools.texts().get("history.search.failed", ErrorCode.of(e).text())
              + " "
              + tools.texts().remedy(known));
    });
  }

  private void relabel() {
    list.refresh();
    searched();
    showProblem(model.failureProperty().get());
  }

  private void openViewer() {
    if (model.selectedProperty().get().map(Passage::hasPicture).orElse(false)) {
      viewer.open();
    }
  }

  private void openPad() {
    pad.setVisible(true);
    filter.closePanel();
    arrange();
  }

  private void closePad() {
    pad.setVisible(false);
    arrange();
  }

  private void padKey(String key) {
    String text = model.filter().text();
    if (!key.isEmpty()) {
      model.type(text + key);
    } else if (!text.isEmpty()) {
      model.type(text.substring(0, text.length() - 1));
    }
  }

  /** Places the open passage for the shape of the display. */
  private void arrange() {
    if (body == null) {
      return;
    }
    boolean open = model.selectedProperty().get().isPresent();
    footer.setVisible(!pad.isVisible() || tools.layout().getValue() != ScreenLayout.COMPACT);
    body.setRight(null);
    body.setBottom(null);
    layers.getChildren().remove(passage.root());
    passage.root().setVisible(true);
    switch (tools.layout().getValue()) {
      case WIDE -> {
        BorderPane.setMargin(passage.root(), new Insets(0, 0, 0, GAP));
        body.setRight(passage.root());
        passage.root().setVisible(open);
      }
      case PORTRAIT -> {
        if (open && !pad.isVisible()) {
          BorderPane.setMargin(passage.root(), new Insets(GAP, 0, 0, 0));
          body.setBottom(passage.root());
        }
      }
      case COMPACT -> {
        if (open) {
          layers.getChildren().add(1, passage.root());
        }
      }
    }
  }

  @Override
  public void key(KeyEvent event) {
    if (event.getEventType() == KeyEvent.KEY_TYPED) {
      typed(event);
    } else if (event.getEventType() == KeyEvent.KEY_PRESSED) {
      if (viewer.isOpen()) {
        viewer.key(event);
      } else {
        pressed(event);
      }
    }
  }

  /** A letter or digit goes into the search, wherever the focus is. */
  private void typed(KeyEvent event) {
    String typed = event.getCharacter();
    boolean plain =
        typed.length() == 1
            && Character.isLetterOrDigit(typed.charAt(0))
            && !event.isControlDown()
            && !event.isAltDown();
    if (plain && !viewer.isOpen() && !filter.searchFocused()) {
      model.type(model.filter().text() + typed);
      event.consume();
    }
  }

  private void pressed(KeyEvent event) {
    KeyCode code = event.getCode();
    if (code == KeyCode.ESCAPE) {
      escape();
      event.consume();
    } else if (code == KeyCode.F && event.isControlDown()) {
      filter.focusSearch();
      event.consume();
    } else if (code == KeyCode.F2) {
      passage.startCorrection();
      event.consume();
    } else if (code == KeyCode.DOWN && !list.isFocused()) {
      list.requestFocus();
      event.consume();
    } else if (code == KeyCode.ENTER && list.isFocused()) {
      openViewer();
      event.consume();
    }
  }

  /** Closes the innermost thing that is open. */
  private void escape() {
    if (pad.isVisible()) {
      closePad();
    } else if (filter.panelOpen()) {
      filter.closePanel();
    } else if (tools.layout().getValue() != ScreenLayout.WIDE
        && model.selectedProperty().get().isPresent()) {
      model.closeSelected();
    } else {
      tools.navigator().back();
    }
  }
}
