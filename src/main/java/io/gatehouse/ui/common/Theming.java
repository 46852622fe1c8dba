package io.gatehouse.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.gatehouse.settings.Settings.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** The look: AtlantaFX's Primer in dark or light, our own style sheet, and the Inter typeface. */
public final class Theming {

  private static final String FONTS = "/com/formdev/flatlaf/fonts/inter/";
  private static final List<String> WEIGHTS =
      List.of("Inter-Regular.otf", "Inter-SemiBold.otf", "Inter-Bold.otf");

  /** What all screens share, and the screen that is always there; the others bring their own. */
  private static final List<String> SHEETS = List.of("gatehouse", "live", "keypad");

  private Theming() {}

  /** Loads the typeface; once, before the first scene is made. */
  public static void loadFonts() {
    for (String file : WEIGHTS) {
      try (InputStream font = Theming.class.getResourceAsStream(FONTS + file)) {
        if (font == null || Font.loadFont(font, 12) == null) {
          throw new IllegalStateException("cannot load the font " + FONTS + file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the font " + FONTS + file, e);
      }
    }
  }

  /** Puts our style sheets on a scene. */
  public static void style(Scene scene) {
    for (String sheet : SHEETS) {
      scene
          .getStylesheets()
          .add(Theming.class.getResource("/css/" + sheet + ".css").toExternalForm());
    }
  }

  /** Switches all scenes to a theme; {@code root} is marked so that our style sheet knows it. */
  public static void apply(Theme theme, Parent root) {
    Application.setUserAgentStylesheet(
        switch (theme) {
          case DARK -> new PrimerDark().getUserAgentStylesheet();
          case LIGHT -> new PrimerLight().getUserAgentStylesheet();
        });
    root.getStyleClass().removeAll("dark", "light");
    root.getStyleClass().add(theme == Theme.DARK ? "dark" : "light");
  }
}
