package io.gatehouse.ui;

import io.gatehouse.settings.Settings.Language;
import io.gatehouse.settings.Settings.Theme;
import io.gatehouse.ui.common.BackgroundWork;
import io.gatehouse.ui.common.SineTones;
import io.gatehouse.ui.common.Texts;
import io.gatehouse.ui.common.Theming;
import io.gatehouse.ui.common.UiContext;
import io.gatehouse.ui.error.StartFailurePane;
import java.awt.image.BufferedImage;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The kiosk's window. Opens at once and says that the kiosk starts; what it is to show comes when
 * it is ready: the kiosk, or why there is none. Fills a small display, such as the kiosk's own; on
 * a bigger one it is a window of 1280x720. F11 switches, Ctrl+Q closes.
 */
public final class KioskWindow {

  private static final Logger log = LoggerFactory.getLogger(KioskWindow.class);
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 720;

  private final Language language;
  private final Theme theme;
  private final CompletableFuture<Void> opened = new CompletableFuture<>();
  private final CompletableFuture<Void> closed = new CompletableFuture<>();
  private volatile boolean closing;

  // the screen's thread only
  private Stage stage;
  private Scene scene;
  private Runnable endShell = () -> {};

  public KioskWindow(Language language, Theme theme) {
    this.language = language;
    this.theme = theme;
  }

  /**
   * Starts JavaFX and opens the window; returns at once. Once in a process.
   *
   * @throws UnsupportedOperationException when there is no display
   */
  public void open() {
    Platform.startup(() -> orFail(this::openStage));
  }

  /** Done when the first picture is on the screen; failed when the window could not be made. */
  public CompletableFuture<Void> opened() {
    return opened;
  }

  /** Done when the window was closed, by the guard or by {@link #close()}. */
  public CompletableFuture<Void> closed() {
    return closed;
  }

  /**
   * Shows the kiosk, from any thread.
   *
   * @return done when it is on the screen
   */
  public CompletableFuture<Void> show(UiContext context) {
    CompletableFuture<Void> shown = new CompletableFuture<>();
    Platform.runLater(() -> orFail(() -> showKiosk(context, shown)));
    return shown;
  }

  /** Takes the kiosk off the screen, from any thread, and says that it starts again. */
  public void showStarting() {
    Platform.runLater(() ->
        orFail(() -> {
          endShell.run();
          endShell = () -> {};
          scene.setRoot(starting());
        }));
  }

  /** Shows why there is no kiosk, from any thread; the button there closes the window. */
  public void showFailure(Throwable failure) {
    Platform.runLater(() ->
        orFail(() ->
            scene.setRoot(new StartFailurePane(failure, language, theme).root(stage::close))));
  }

  /** Closes the window, from any thread. */
  public void close() {
    closing = true;
    Platform.runLater(() -> {
      if (stage != null) {
        stage.close();
      }
    });
  }

  /**
   * What the window shows, from any thread.
   *
   * @return failed when there is no window
   */
  public CompletableFuture<BufferedImage> picture() {
    CompletableFuture<BufferedImage> taken = new CompletableFuture<>();
    Platform.runLater(() -> {
      try {
        taken.complete(pixels(scene.snapshot(null)));
      } catch (RuntimeException e) { // whoever waits for it must not wait for ever
        taken.completeExceptionally(e);
      }
    });
    return taken;
  }

  private static BufferedImage pixels(WritableImage shown) {
    int width = (int) shown.getWidth();
    int height = (int) shown.getHeight();
    int[] line = new int[width];
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      shown
          .getPixelReader()
          .getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), line, 0, width);
      picture.setRGB(0, y, width, 1, line, 0, width);
    }
    return picture;
  }

  private void orFail(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) { // a window that cannot be made must end the kiosk, not hang it
      opened.completeExceptionally(e);
      closed.completeExceptionally(e);
    }
  }

  /** At a signal JavaFX ends by itself, and may take its pipeline from under a last pulse. */
  private void failed(Throwable why) {
    if (closing) {
      log.debug("a screen failed while the window closed", why);
    } else {
      log.error("a screen failed", why);
    }
  }

  private void openStage() {
    Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> failed(e));
    Theming.loadFonts();
    scene = new Scene(starting(), WIDTH, HEIGHT);
    Theming.style(scene);
    stage = new Stage();
    stage.setTitle("Gatehouse");
    stage.setScene(scene);
    stage.setFullScreenExitHint("");
    stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
    stage.setOnHidden(hidden -> {
      endShell.run();
      closed.complete(null);
    });
    scene
        .getAccelerators()
        .put(new KeyCodeCombination(KeyCode.F11), () -> stage.setFullScreen(!stage.isFullScreen()));
    scene
        .getAccelerators()
        .put(new KeyCodeCombination(KeyCode.Q, KeyCombination.CONTROL_DOWN), stage::close);
    fit(stage);
    stage.show();
    afterNextPicture(opened);
  }

  private Parent starting() {
    StartingPane pane = new StartingPane(new Texts(language));
    Theming.apply(theme, pane.root());
    return pane.root();
  }

  private void showKiosk(UiContext context, CompletableFuture<Void> shown) {
    ExecutorService worker = context.threads().single("ui-work");
    ExecutorService loudspeaker = context.threads().single("ui-tones");
    KioskShell shell =
        new KioskShell(
            context,
            new BackgroundWork(worker, Platform::runLater),
            wanted -> new SineTones(loudspeaker, wanted));
    endShell =
        () -> {
          shell.close();
          worker.shutdownNow();
          loudspeaker.shutdownNow();
        };
    scene.setRoot(shell.root());
    shell.start();
    afterNextPicture(shown);
  }

  private static void afterNextPicture(CompletableFuture<Void> done) {
    new AnimationTimer() {
      private int pulses;

      @Override
      public void handle(long now) {
        if (++pulses == 2) {
          stop();
          done.complete(null);
        }
      }
    }.start();
  }

  private static void fit(Stage window) {
    Rectangle2D display = Screen.getPrimary().getBounds();
    boolean small = display.getWidth() <= WIDTH || display.getHeight() <= HEIGHT;
    boolean upright = display.getHeight() > display.getWidth();
    if (small || upright) {
      // where no window manager is, being full screen changes no size
      window.setX(display.getMinX());
      window.setY(display.getMinY());
      window.setWidth(display.getWidth());
      window.setHeight(display.getHeight());
      window.setFullScreen(true);
    }
  }
}
