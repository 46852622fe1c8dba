package io.gatehouse.ui.error;

import io.gatehouse.settings.Settings.Language;
import io.gatehouse.settings.Settings.Theme;
import io.gatehouse.ui.common.ScreenLayout;
import io.gatehouse.ui.common.ScreenLoader;
import io.gatehouse.ui.common.Texts;
import io.gatehouse.ui.common.Theming;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;

/** Tells why the kiosk could not start: there is no lane to go on with. */
public final class StartFailurePane {

  private final FailureReport report;
  private final Language language;
  private final Theme theme;

  public StartFailurePane(Throwable failure, Language language, Theme theme) {
    this.report = FailureReport.of(failure);
    this.language = language;
    this.theme = theme;
  }

  /** The window's contents; the button there runs {@code onClose}. */
  public Parent root(Runnable onClose) {
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
