package io.gatehouse.ui.vehicles;

import io.gatehouse.ui.common.FxDelay;
import io.gatehouse.ui.common.Photo;
import io.gatehouse.ui.common.PictureLoader;
import io.gatehouse.ui.common.Screen;
import io.gatehouse.ui.common.ScreenTools;
import io.gatehouse.ui.common.TextEditorView;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/**
 * Who is inside, and the lists: two tabs. One view is kept, so that a round outlives a look away.
 */
public final class VehiclesView implements Screen {

  private static final int THUMBNAILS_KEPT = 300;

  /** The tabs. */
  private enum Tab {
    INSIDE,
    LISTS
  }

  private final ScreenTools tools;
  private final InsideView inside;
  private final ListsView lists;
  private final Map<Tab, ToggleButton> buttons = new EnumMap<>(Tab.class);
  private final TextEditorView editor;
  private final Parent root;
  private Tab tab = Tab.INSIDE;

  @FXML private StackPane layers;
  @FXML private HBox tabs;
  @FXML private StackPane content;

  /**
   * Shows who is inside first.
   *
   * @param pictures runs the loading of pictures, in the background
   */
  public VehiclesView(ScreenTools tools, Executor pictures) {
    this.tools = tools;
    this.editor = new TextEditorView(tools.texts());
    VehicleWords words = new VehicleWords(tools.texts(), tools.formats());
    InsideViewModel insideModel =
        new InsideViewModel(
            tools.context().books().stays(),
            tools.work(),
            new FxDelay(),
            tools.context().time(),
            tools.settings()::get);
    PictureLoader<Photo> thumbnails =
        new PictureLoader<>(
            tools.context().store(),
            Photo::decode,
            THUMBNAILS_KEPT,
            pictures,
            tools.work()::onScreen);
    this.inside = new InsideView(insideModel, words, tools, thumbnails);
    ExchangeFolders folders = ExchangeFolders.of(tables(tools.context().setup().dataFolder()));
    this.lists =
        new ListsView(
            new ListsViewModel(tools, new FxDelay()),
            new ExchangeViewModel(tools, folders),
            words,
            tools,
            editor);
    this.root = tools.loader().load(this);
  }

  private static Path tables(String dataFolder) {
    return Path.of(dataFolder.isEmpty() ? "." : dataFolder).resolve("tables").toAbsolutePath();
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void shown() {
    show(tab);
  }

  @Override
  public void hidden() {
    editor.close();
    inside.closePad();
    lists.closePad();
  }

  @Override
  public void key(KeyEvent event) {
    switch (tab) {
      case INSIDE -> inside.key(event);
      case LISTS -> lists.key(event);
    }
  }

  @FXML
  private void initialize() {
    layers.getChildren().add(editor);
    for (Tab each : Tab.values()) {
      ToggleButton button = new ToggleButton();
      button.setId("vehicles-tab-" + each);
      button.textProperty().bind(tools.texts().bound("vehicles.tab." + each));
      button.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(button, Priority.ALWAYS);
      button.setOnAction(tap -> show(each));
      buttons.put(each, button);
      tabs.getChildren().add(button);
    }
  }

  private void show(Tab next) {
    tab = next;
    buttons.forEach((each, button) -> button.setSelected(each == next));
    switch (next) {
      case INSIDE -> {
        content.getChildren().setAll(inside.root());
        inside.shown();
      }
      case LISTS -> {
        content.getChildren().setAll(lists.root());
        lists.shown();
      }
    }
  }
}
