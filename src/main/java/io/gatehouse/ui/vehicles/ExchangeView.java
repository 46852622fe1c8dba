package io.gatehouse.ui.vehicles;

import io.gatehouse.common.ErrorCode;
import io.gatehouse.parking.lists.ListRows;
import io.gatehouse.store.ListFile;
import io.gatehouse.store.ListImport;
import io.gatehouse.ui.common.Formats;
import io.gatehouse.ui.common.ScreenTools;
import io.gatehouse.ui.common.Texts;
import java.nio.file.Path;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Tables in and out: a folder, its files, and what a file would bring before it is taken in. */
final class ExchangeView {

  private static final int ROWS_SHOWN = 200;

  private final ExchangeViewModel model;
  private final VehicleWords words;
  private final Texts texts;
  private final Formats formats;
  private final Runnable onChange;
  private final Parent root;

  @FXML private StackPane layers;
  @FXML private FlowPane folders;
  @FXML private Label where;
  @FXML private VBox rows;
  @FXML private Button write;
  @FXML private Button take;

  /**
   * Is closed first.
   *
   * @param onChange told when the lists have changed
   */
  ExchangeView(ExchangeViewModel model, VehicleWords words, ScreenTools tools, Runnable onChange) {
    this.model = model;
    this.words = words;
    this.texts = tools.texts();
    this.formats = tools.formats();
    this.onChange = onChange;
    this.root = tools.loader().load(this);
  }

  Parent root() {
    return root;
  }

  boolean isOpen() {
    return root.isVisible();
  }

  void open() {
    layers.setVisible(true);
    model.open();
  }

  @FXML
  void close() {
    layers.setVisible(false);
  }

  @FXML
  private void initialize() {
    layers.managedProperty().bind(layers.visibleProperty());
    layers.setVisible(false);
    take.managedProperty().bind(take.visibleProperty());
    write.managedProperty().bind(write.visibleProperty());
    model.places().subscribe(this::showFolders);
    model.folderProperty().subscribe(chosen -> showFolders());
    model.files().subscribe(this::show);
    model
        .stateProperty()
        .subscribe(state -> {
          show();
          if (state instanceof ExchangeViewModel.State.TakenIn) {
            onChange.run();
          }
        });
    texts.languageProperty().subscribe(language -> show());
  }

  @FXML
  private void write() {
    model.write();
  }

  @FXML
  private void take() {
    model.takeIn();
  }

  private void showFolders() {
    folders.getChildren().clear();
    Path chosen = model.folderProperty().get();
    for (Path place : model.places()) {
      ToggleButton chip = new ToggleButton(place.getFileName().toString());
      chip.setGraphic(new FontIcon("mdi2f-folder-outline"));
      chip.setSelected(place.equals(chosen));
      chip.setOnAction(tap -> {
        model.choose(place);
        showFolders();
      });
      folders.getChildren().add(chip);
    }
    where.setText(chosen == null ? "" : chosen.toString());
  }

  private void show() {
    rows.getChildren().clear();
    take.setVisible(false);
    write.setVisible(true);
    switch (model.stateProperty().get()) {
      case ExchangeViewModel.State.Choosing() -> showFiles();
      case ExchangeViewModel.State.Working() -> line("exchange.working", "muted");
      case ExchangeViewModel.State.Read(Path file, ListRows.Read read) -> showRead(file, read);
      case ExchangeViewModel.State.TakenIn(ListImport done, int bad) -> {
        line(
            "exchange.taken",
            "check-good",
            formats.number(done.added()),
            formats.number(done.changed()),
            formats.number(done.unchanged()));
        if (bad > 0) {
          line("exchange.left", "check", formats.number(bad));
        }
      }
      case ExchangeViewModel.State.Written(Path file, int entries) ->
          line("exchange.written", "check-good", formats.number(entries), file.toString());
      case ExchangeViewModel.State.Unusable(Path file, ListFile.Fault fault) ->
          add(file.getFileName() + ": " + texts.get("exchange.fault." + fault), "check");
      case ExchangeViewModel.State.Failed(Exception why) ->
          line("exchange.failed", "check", ErrorCode.of(why).text());
    }
  }

  private void showFiles() {
    line(model.files().isEmpty() ? "exchange.nofiles" : "exchange.choose", "muted");
    for (Path file : model.files()) {
      Button button = new Button(file.getFileName().toString());
      button.setId("table-" + model.files().indexOf(file));
      button.setGraphic(new FontIcon("mdi2f-file-table-outline"));
      button.getStyleClass().add("field");
      button.setMaxWidth(Double.MAX_VALUE);
      button.setOnAction(tap -> model.read(file));
      rows.getChildren().add(button);
    }
  }

  private void showRead(Path file, ListRows.Read read) {
    int good = read.entries().size();
    add(
        file.getFileName()
            + ": "
            + texts.get("exchange.read", formats.number(good), formats.number(read.bad().size())),
        "strong");
    read.bad().stream().limit(ROWS_SHOWN).forEach(row -> add(words.row(row), "check"));
    write.setVisible(false);
    take.setVisible(good > 0);
    take.setText(texts.get("exchange.take", formats.number(good)));
  }

  private void line(String key, String styleClass, Object... arguments) {
    add(texts.get(key, arguments), styleClass);
  }

  private void add(String text, String styleClass) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().add(styleClass);
    rows.getChildren().add(label);
  }
}
