package io.gatehouse.ui.menu;

import io.gatehouse.ui.common.Place;
import io.gatehouse.ui.common.Screen;
import io.gatehouse.ui.common.ScreenTools;
import io.gatehouse.ui.common.TilesPane;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** Large tiles that lead to the other screens. */
public final class MenuView implements Screen {

  private final MenuViewModel model;
  private final ScreenTools tools;
  private final Parent root;

  @FXML private TilesPane tiles;
  @FXML private HBox notice;

  public MenuView(MenuViewModel model, ScreenTools tools) {
    this.model = model;
    this.tools = tools;
    this.root = tools.loader().load(this);
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void shown() {
    layTiles();
  }

  @Override
  public void key(KeyEvent event) {
    tools.leaveOnEscape(event);
  }

  @FXML
  private void initialize() {
    tools.texts().languageProperty().subscribe(language -> layTiles());
    tools.duty().stateProperty().subscribe(now -> layTiles());
  }

  @FXML
  private void goPeople() {
    tools.navigator().go(new Place.People());
  }

  private void layTiles() {
    notice.setVisible(model.nobodyWorksHere());
    notice.setManaged(notice.isVisible());
    tiles.getChildren().setAll(model.tiles().stream().map(this::tile).toList());
  }

  private Button tile(MenuTile tile) {
    boolean locked = model.locked(tile);
    String word = tools.texts().get(tile.key());
    Button button = new Button(word);
    button.setId(tile.key().replace('.', '-'));
    button.getStyleClass().add("tile");
    button.setContentDisplay(ContentDisplay.TOP);
    button.setGraphic(locked ? withLock(tile.icon()) : new FontIcon(tile.icon()));
    button.setAccessibleText(locked ? word + ", " + tools.texts().get("menu.locked") : word);
    button.setOnAction(tap -> model.open(tile));
    return button;
  }

  private static StackPane withLock(String icon) {
    FontIcon lock = new FontIcon("mdi2l-lock");
    lock.getStyleClass().add("tile-lock");
    return new StackPane(new FontIcon(icon), lock);
  }
}
