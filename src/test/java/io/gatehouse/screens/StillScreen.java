package io.gatehouse.screens;

import io.gatehouse.ui.KioskShell;
import io.gatehouse.ui.common.PreviewView;
import io.gatehouse.ui.common.Theming;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Scene;
import javax.imageio.ImageIO;

/** Draws a kiosk that stands still, without a window; for the screen's thread. */
final class StillScreen {

  private StillScreen() {}

  /**
   * Starts the kiosk, brings it where it is wanted, and writes what it shows.
   *
   * @param size width and height
   * @param prepare once it has been laid out
   */
  static void write(KioskShell shell, int[] size, Path file, Consumer<KioskShell> prepare)
      throws IOException {
    Scene scene = new Scene(shell.root(), size[0], size[1]);
    Theming.style(scene);
    shell.start();
    layOut(shell);
    prepare.accept(shell);
    layOut(shell);
    // the preview asks for its width once it has been laid out
    shell.root().lookupAll(".preview").forEach(StillScreen::paint);
    layOut(shell);
    shell.root().lookupAll(".preview").forEach(StillScreen::paint);
    Files.createDirectories(file.toAbsolutePath().getParent());
    ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", file.toFile());
  }

  /** Twice: what is shown for the first time asks for its size with the first. */
  static void layOut(KioskShell shell) {
    shell.root().getScene().snapshot(null);
    shell.root().getScene().snapshot(null);
  }

  private static void paint(Node preview) {
    if (preview instanceof PreviewView view) {
      view.paintNewest();
    }
  }
}
