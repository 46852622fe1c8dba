package io.gatehouse.ui;

import io.gatehouse.common.ErrorCode;
import io.gatehouse.ui.common.BackgroundWork;
import io.gatehouse.ui.common.SineTones;
import io.gatehouse.ui.common.Theming;
import io.gatehouse.ui.common.UiContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The kiosk's window. Fills a small display, such as the kiosk's own; on a bigger one it is a
 * window of 1280x720. F11 switches, Ctrl+Q closes.
 */
public final class KioskWindow {

  private static final Logger log = LoggerFactory.getLogger(KioskWindow.class);
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 720;

  private final UiContext context;
  private final CompletableFuture<Void> shown = new CompletableFuture<>();
  private final CompletableFuture<Void> closed = new CompletableFuture<>();
  private Stage stage;

  public KioskWindow(UiContext context) {
    this.context = context;
  }

  /**
   * Starts JavaFX and shows the window; returns at once. Once in a process.
   *
   * @throws UnsupportedOperationException when there is no display
   */
  public void open() {
    Platform.startup(this::showOrFail);
  }

  /** Done when the first picture is on the screen; failed when the window could not be made. */
  public CompletableFuture<Void> shown() {
    return shown;
  }

  /** Done when the window was closed, by the guard or by {@link #close()}. */
  public CompletableFuture<Void> closed() {
    return closed;
  }

  /** Closes the window, from any thread. */
  public void close() {
    Platform.runLater(() -> {
      if (stage != null) {
        stage.close();
      }
    });
  }

  private void showOrFail() {
    try {
      show();
    } catch (RuntimeException e) { // a window that cannot be made must end the kiosk, not hang it
      shown.completeExceptionally(e);
      closed.completeExceptionally(e);
    }
  }

  private void show() {
    Theming.loadFonts();
    ExecutorService worker = context.threads().single("ui-work");
    ExecutorService loudspeaker = context.threads().single("ui-tones");
    KioskShell shell =
        new KioskShell(
            context,
            new BackgroundWork(worker, Platform::runLater),
            wanted -> new SineTones(loudspeaker, wanted));
    Thread.currentThread()
        .setUncaughtExceptionHandler((thread, e) -> {
          log.error("a screen failed ({})", ErrorCode.of(e), e);
          Platform.runLater(() -> shell.failed(e)); // not while the failed pulse still runs
        });
    Scene scene = new Scene(shell.root(), WIDTH, HEIGHT);
    Theming.style(scene);
    Stage window = new Stage();
    window.setTitle("Gatehouse");
    window.setScene(scene);
    window.setFullScreenExitHint("");
    window.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
    window.setOnHidden(hidden -> {
      shell.close();
      worker.shutdownNow();
      closed.complete(null);
    });
    scene
        .getAccelerators()
        .put(
            new KeyCodeCombination(KeyCode.F11),
            () -> window.setFullScreen(!window.isFullScreen()));
    scene
        .getAccelerators()
        .put(new KeyCodeCombination(KeyCode.Q, KeyCombination.CONTROL_DOWN), window::close);
    fit(window);
    stage = window;
    window.show();
    shell.start();
    shown.complete(null);
  }

  private static void fit(Stage window) {
    Rectangle2D display = Screen.getPrimary().getBounds();
    boolean small = display.getWidth() <= WIDTH || display.getHeight() <= HEIGHT;
    boolean upright = display.getHeight() > display.getWidth();
    if (small || upright) {
      window.setFullScreen(true);
    }
  }
}
