package io.gatehouse.ui.vehicles;

import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.lists.ListKind;
import io.gatehouse.parking.lists.ListRows;
import io.gatehouse.ui.common.ScreenTools;
import io.gatehouse.ui.common.TextEditorView;
import io.gatehouse.ui.common.Texts;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** One entry of a list being written: every field a target for a thumb, the keys over it all. */
final class EntryView {

  private final ListsViewModel model;
  private final VehicleWords words;
  private final Texts texts;
  private final TextEditorView editor;
  private final Parent root;

  @FXML private StackPane layers;
  @FXML private Label title;
  @FXML private Label check;
  @FXML private VBox rows;
  @FXML private Button remove;
  @FXML private Button save;

  /**
   * Is closed first.
   *
   * @param editor over the whole screen, which its keys need
   */
  EntryView(ListsViewModel model, VehicleWords words, ScreenTools tools, TextEditorView editor) {
    this.model = model;
    this.words = words;
    this.texts = tools.texts();
    this.editor = editor;
    this.root = tools.loader().load(this);
  }

  Parent root() {
    return root;
  }

  boolean isOpen() {
    return root.isVisible();
  }

  @FXML
  private void initialize() {
    layers.managedProperty().bind(layers.visibleProperty());
    remove.managedProperty().bind(remove.visibleProperty());
    model.formProperty().subscribe(this::show);
    model.saidProperty().subscribe(said -> model.formProperty().get().ifPresent(this::showCheck));
    texts.languageProperty().subscribe(language -> show(model.formProperty().get()));
  }

  @FXML
  private void cancel() {
    model.cancel();
  }

  @FXML
  private void save() {
    model.save();
  }

  @FXML
  private void remove() {
    model.remove();
  }

  private void show(Optional<EntryForm> open) {
    layers.setVisible(open.isPresent());
    if (open.isEmpty()) {
      editor.close();
      return;
    }
    EntryForm form = open.get();
    title.setText(texts.get(form.id().isPresent() ? "entry.change" : "entry.new"));
    remove.setVisible(form.id().isPresent());
    showCheck(form);
    rows.getChildren().clear();
    FlowPane kinds = flow();
    for (ListKind kind : ListKind.values()) {
      kinds
          .getChildren()
          .add(chip(texts.of(kind), form.kind() == kind, "entry-" + kind, f -> f.withKind(kind)));
    }
    FlowPane vehicles = flow();
    for (VehicleKind kind : VehicleKind.values()) {
      boolean counted = form.counted(model.grammar()) == kind;
      vehicles
          .getChildren()
          .add(chip(texts.of(kind), counted, "entry-" + kind, f -> f.withVehicle(kind)));
    }
    rows.getChildren()
        .addAll(
            kinds,
            text("plate", form.plate(), this::plateFault, EntryForm::withPlate),
            vehicles,
            text("owner", form.owner(), text -> Optional.empty(), EntryForm::withOwner),
            text("phone", form.phone(), text -> Optional.empty(), EntryForm::withPhone),
            days(form),
            text("note", form.note(), text -> Optional.empty(), EntryForm::withNote));
  }

  private void showCheck(EntryForm form) {
    Optional<EntryForm.Fault> fault = form.fault(model.grammar());
    save.setDisable(fault.isPresent());
    check.setText(
        model.saidProperty().get() == ListsViewModel.Said.LISTED_ALREADY
            ? texts.get("entry.listed")
            : fault.map(f -> texts.get("entry.fault." + f)).orElse(""));
  }

  private Optional<String> plateFault(String written) {
    return model.grammar().parse(written, 0).isEmpty()
        ? Optional.of(texts.get("entry.fault.NO_PLATE"))
        : Optional.empty();
  }

  private Node days(EntryForm form) {
    FlowPane days = flow();
    days.getChildren()
        .add(day("from", Optional.of(form.from()), (f, day) -> f.withFrom(day.orElse(f.from()))));
    days.getChildren().add(day("to", form.to(), EntryForm::withTo));
    for (int months : new int[] {1, 3, 12}) {
      Button longer = new Button(texts.get("entry.months", months));
      longer.setId("entry-months-" + months);
      longer.setOnAction(tap -> model.change(f -> f.extended(months, model.today())));
      days.getChildren().add(longer);
    }
    if (form.kind() != ListKind.SUBSCRIBER) {
      Button endless = new Button(texts.get("lists.noend"));
      endless.setOnAction(tap -> model.change(f -> f.withTo(Optional.empty())));
      days.getChildren().add(endless);
    }
    return days;
  }

  private interface DayChange {
    EntryForm apply(EntryForm form, Optional<LocalDate> day);
  }

  private Button day(String key, Optional<LocalDate> day, DayChange change) {
    String written = day.map(words::day).orElse("");
    return field(
        key,
        day.map(words::day).orElseGet(() -> texts.get("lists.noend")),
        () ->
            editor.open(
                texts.get("entry." + key),
                written,
                text ->
                    ListRows.day(text).isPresent()
                        ? Optional.empty()
                        : Optional.of(texts.get("entry.day.wrong")),
                text -> model.change(f -> change.apply(f, ListRows.day(text)))));
  }

  private interface TextChange {
    EntryForm apply(EntryForm form, String text);
  }

  private Button text(
      String key, String value, Function<String, Optional<String>> whatIsWrong, TextChange change) {
    Button button =
        field(
            key,
            value,
            () ->
                editor.open(
                    texts.get("entry." + key),
                    value,
                    whatIsWrong,
                    text -> model.change(f -> change.apply(f, text))));
    button.setMaxWidth(Double.MAX_VALUE);
    return button;
  }

  private Button field(String key, String value, Runnable onTap) {
    Label name = new Label(texts.get("entry." + key));
    name.getStyleClass().add("field-name");
    Button button = new Button(value.isEmpty() ? "–" : value, name);
    button.setId("entry-field-" + key);
    button.getStyleClass().add("field");
    button.setOnAction(tap -> onTap.run());
    return button;
  }

  private ToggleButton chip(
      String word, boolean chosen, String id, UnaryOperator<EntryForm> change) {
    ToggleButton chip = new ToggleButton(word);
    chip.setId(id);
    chip.setSelected(chosen);
    if (chosen) {
      chip.setGraphic(new FontIcon("mdi2c-check"));
    }
    chip.setMinWidth(Region.USE_PREF_SIZE);
    chip.setOnAction(tap -> model.change(change));
    return chip;
  }

  private static FlowPane flow() {
    FlowPane flow = new FlowPane();
    flow.getStyleClass().add("chip-flow");
    return flow;
  }

  void key(KeyEvent event) {
    if (editor.isVisible()) {
      editor.key(event);
    } else if (event.getEventType() == KeyEvent.KEY_PRESSED && event.getCode() == KeyCode.ESCAPE) {
      event.consume();
      model.cancel();
    }
  }
}
