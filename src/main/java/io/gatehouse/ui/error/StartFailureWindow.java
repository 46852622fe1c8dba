package io.gatehouse.ui.error;

import io.gatehouse.settings.Settings.Language;
import io.gatehouse.settings.Settings.Theme;
import io.gatehouse.ui.common.ScreenLayout;
import io.gatehouse.ui.common.ScreenLoader;
import io.gatehouse.ui.common.Texts;
import io.gatehouse.ui.common.Theming;
import java.util.concurrent.CompletableFuture;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Tells why the kiosk could not start, in a window of its own: there is no lane to go on with. */
public final class StartFailureWindow {

  private static final double WIDTH = 1280;
  private static final double HEIGHT = 720;

  private final FailureReport report;
  private final Language language;
  private final Theme theme;
  private final CompletableFuture<Void> closed = new CompletableFuture<>();

  public StartFailureWindow(Throwable failure, Language language, Theme theme) {
    this.report = FailureReport.of(failure);
    this.language = language;
    this.theme = theme;
  }

  /** Done when the guard has closed the window. */
  public CompletableFuture<Void> closed() {
    return closed;
  }

  /** Shows the window. On the screen's thread, with JavaFX running. */
  public void show() {
    Theming.loadFonts();
    Stage stage = new Stage();
    Rectangle2D display = Screen.getPrimary().getVisualBounds();
    Scene scene =
        new Scene(
            root(stage::close),
            Math.min(WIDTH, display.getWidth()),
            Math.min(HEIGHT, display.getHeight()));
    Theming.style(scene);
    stage.setTitle("Gatehouse");
    stage.setScene(scene);
    stage.setOnHidden(hidden -> closed.complete(null));
    stage.show();
  }

  /** The window's contents. */
  Parent root(Runnable onClose) {
    Texts texts = new Texts(language);
    ErrorView view = ErrorView.atStart(report, texts, new ScreenLoader(texts), onClose);
    BorderPane root = new BorderPane(view.root());
    root.getStyleClass().add("kiosk");
    root.addEventFilter(KeyEvent.ANY, view::key);
    root.layoutBoundsProperty()
        .subscribe(bounds -> {
          for (ScreenLayout layout : ScreenLayout.values()) {
            root.getStyleClass().remove(layout.styleClass());
          }
          ScreenLayout now = ScreenLayout.of(bounds.getWidth(), bounds.getHeight());
          root.getStyleClass().add(now.styleClass());
        });
    Theming.apply(theme, root);
    return root;
  }
}
