package io.gatehouse.ui.settings;

import io.gatehouse.settings.Settings;
import io.gatehouse.settings.WholeNumber;
import io.gatehouse.ui.common.ScreenTools;
import io.gatehouse.ui.common.TextEditorView;
import io.gatehouse.ui.common.Texts;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The rows of a tab: name and use of a setting at the left, what changes it at the right. */
final class SettingsRows {

  private final ScreenTools tools;
  private final Texts texts;
  private final SettingsViewModel model;
  private final TextEditorView editor;
  private final VBox box;
  private final Runnable again;

  /**
   * @param box takes the rows
   * @param again shows the tab anew, after a choice
   */
  SettingsRows(
      ScreenTools tools, SettingsViewModel model, TextEditorView editor, VBox box, Runnable again) {
    this.tools = tools;
    this.texts = tools.texts();
    this.model = model;
    this.editor = editor;
    this.box = box;
    this.again = again;
  }

  void add(Node... nodes) {
    box.getChildren().addAll(nodes);
  }

  void again() {
    again.run();
  }

  void number(String key, int value, BiFunction<Settings, Integer, Settings> change) {
    WholeNumber range = WholeNumber.Of.setting(key);
    Button button = new Button(tools.formats().number(value));
    button.setId("setting-" + key);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setGraphic(new FontIcon("mdi2p-pencil"));
    button.setOnAction(tap ->
        editor.open(
            texts.get("settings." + key),
            Integer.toString(value),
            text ->
                range(range, text).isPresent()
                    ? Optional.empty()
                    : Optional.of(
                        texts.get(
                            "settings.number.range",
                            tools.formats().number(range.from()),
                            tools.formats().number(range.to()))),
            text ->
                range(range, text)
                    .ifPresent(number -> model.change(s -> change.apply(s, number)))));
    row(key, button);
  }

  private static Optional<Integer> range(WholeNumber range, String text) {
    return Optional.of(text.strip())
        .filter(digits -> digits.matches("\\d{1,9}"))
        .map(Integer::valueOf)
        .filter(number -> number >= range.from() && number <= range.to());
  }

  void row(String key, Node control) {
    Label name = new Label(texts.get("settings." + key));
    name.getStyleClass().add("strong");
    Label does = new Label(texts.get("settings." + key + ".does"));
    does.getStyleClass().add("muted");
    does.setWrapText(true);
    VBox words = new VBox(name, does);
    words.getStyleClass().add("setting-words");
    HBox row = new HBox(words, control);
    row.getStyleClass().add("setting");
    HBox.setHgrow(words, Priority.ALWAYS);
    box.getChildren().add(row);
  }

  void fact(String key, String value) {
    Label name = new Label(texts.get("settings.fact." + key));
    name.getStyleClass().add("muted");
    name.setMinWidth(190);
    Label text = new Label(value.isEmpty() ? "–" : value);
    text.setWrapText(true);
    HBox.setHgrow(text, Priority.ALWAYS);
    box.getChildren().add(new HBox(name, text));
  }

  Button textButton(String key, String value, BiFunction<Settings, String, Settings> change) {
    Button button = new Button(value.isEmpty() ? texts.get("settings.none") : value);
    button.setId("setting-" + key);
    button.setMaxWidth(320);
    button.setGraphic(new FontIcon("mdi2p-pencil"));
    button.setOnAction(tap ->
        editor.open(
            texts.get("settings." + key),
            value,
            text -> Optional.empty(),
            text -> model.change(s -> change.apply(s, text))));
    return button;
  }

  <T> Node choices(
      T[] all, T chosen, Function<T, String> words, BiFunction<Settings, T, Settings> change) {
    HBox chips = new HBox();
    chips.getStyleClass().add("choices");
    chips.setMinWidth(Region.USE_PREF_SIZE);
    for (T each : all) {
      ToggleButton chip = new ToggleButton(words.apply(each));
      chip.setSelected(each.equals(chosen));
      chip.setOnAction(tap -> {
        model.change(s -> change.apply(s, each));
        again.run();
      });
      chips.getChildren().add(chip);
    }
    return chips;
  }

  Node toggle(String key, boolean on, BiFunction<Settings, Boolean, Settings> change) {
    ToggleButton button = new ToggleButton(texts.get(on ? "settings.on" : "settings.off"));
    button.setId("setting-" + key);
    button.setGraphic(new FontIcon(on ? "mdi2t-toggle-switch" : "mdi2t-toggle-switch-off-outline"));
    button.setSelected(on);
    button.setOnAction(tap -> model.change(s -> change.apply(s, !on)));
    button.setMinWidth(Region.USE_PREF_SIZE); // long words beside it must not cut its own
    return button;
  }
}
