package io.gatehouse.screens;

import io.gatehouse.common.Threads;
import io.gatehouse.decide.Outcome;
import io.gatehouse.parking.Direction;
import io.gatehouse.plate.PlateColour;
import io.gatehouse.plate.PlateGrammar;
import io.gatehouse.settings.Settings;
import io.gatehouse.settings.Settings.Language;
import io.gatehouse.settings.Settings.Theme;
import io.gatehouse.store.Passage;
import io.gatehouse.support.DrawnLane;
import io.gatehouse.support.FakeGrammar;
import io.gatehouse.support.FakeLane;
import io.gatehouse.support.FakePassageStore;
import io.gatehouse.support.FakeTime;
import io.gatehouse.support.NoBooks;
import io.gatehouse.support.Passages;
import io.gatehouse.sync.NoCentral;
import io.gatehouse.ui.KioskShell;
import io.gatehouse.ui.common.BackgroundWork;
import io.gatehouse.ui.common.Place;
import io.gatehouse.ui.common.SetupSupport;
import io.gatehouse.ui.common.StorageStatus;
import io.gatehouse.ui.common.Theming;
import io.gatehouse.ui.common.Tones;
import io.gatehouse.ui.common.UiContext;
import io.gatehouse.ui.error.FailureReport;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.slf4j.LoggerFactory;

/** Draws the history, the settings and the error screen in every size, language and theme. */
final class HistoryShots {

  private static final Instant NOW = Instant.parse("2026-03-10T02:41:30Z");
  private static final Path OUT = Path.of("target", "screens");

  private record Size(int width, int height) {}

  private static final List<Size> SIZES =
      List.of(new Size(1280, 720), new Size(800, 480), new Size(720, 1000));

  private final String wanted;

  private HistoryShots(String wanted) {
    this.wanted = wanted;
  }

  public static void main(String[] args) throws Exception {
    HistoryShots shots = new HistoryShots(args.length == 0 ? "" : args[0]);
    CompletableFuture<Void> started = new CompletableFuture<>();
    Platform.startup(() -> started.complete(null));
    started.get();
    Platform.setImplicitExit(false);
    try {
      ScreenThread.onScreen(Theming::loadFonts);
      Files.createDirectories(OUT);
      for (Size size : SIZES) {
        shots.draw(size, Language.VI, Theme.DARK);
      }
      shots.draw(SIZES.getFirst(), Language.EN, Theme.LIGHT);
      shots.draw(SIZES.get(1), Language.EN, Theme.LIGHT);
      shots.draw(SIZES.get(2), Language.EN, Theme.DARK);
    } finally {
      // or its threads would keep a run that failed
      Platform.exit();
    }
  }

  private void draw(Size size, Language language, Theme theme) throws Exception {
    String suffix =
        "-%dx%d-%s-%s.png"
            .formatted(size.width, size.height, language, theme)
            .toLowerCase(java.util.Locale.ROOT);
    shot("history" + suffix, size, language, theme, kiosk -> {});
    shot("history-search" + suffix, size, language, theme, kiosk -> kiosk.tap("#search"));
    shot("history-filters" + suffix, size, language, theme, kiosk -> kiosk.fire("#all-filters"));
    shot("history-open" + suffix, size, language, theme, kiosk -> kiosk.select(2));
    shot(
        "history-viewer" + suffix,
        size,
        language,
        theme,
        kiosk -> {
          kiosk.select(0);
          kiosk.settle();
          kiosk.tap("#passage-picture");
          kiosk.settle();
          kiosk.fire("#viewer-in");
          kiosk.fire("#viewer-in");
        });
    shot("settings-lane" + suffix, size, language, theme, kiosk -> kiosk.go(new Place.Setup()));
    shot(
        "settings-camera" + suffix,
        size,
        language,
        theme,
        kiosk -> {
          kiosk.go(new Place.Setup());
          kiosk.fire("#settings-tab-CAMERA");
        });
    shot(
        "settings-system" + suffix,
        size,
        language,
        theme,
        kiosk -> {
          kiosk.go(new Place.Setup());
          kiosk.fire("#settings-tab-SYSTEM");
        });
    shot(
        "settings-keyboard" + suffix,
        size,
        language,
        theme,
        kiosk -> {
          kiosk.go(new Place.Setup());
          kiosk.fire("#settings-tab-CAMERA");
          kiosk.fire("#camera-NETWORK");
        });
    FailureReport report = FailureReport.of(new IllegalStateException("disk 7"));
    shot(
        "error" + suffix,
        size,
        language,
        theme,
        kiosk -> kiosk.go(new Place.Failure(report.code(), report.known(), report.detail())));
    shot(
        "history-empty" + suffix,
        size,
        language,
        theme,
        kiosk -> ((TextField) kiosk.scene.lookup("#search")).setText("XYZ"));
  }

  /** A kiosk that is being drawn. */
  private record Kiosk(KioskShell shell, Scene scene) {
    void fire(String selector) {
      ScreenThread.onScreen(() -> ((ButtonBase) scene.lookup(selector)).fire());
    }

    void tap(String selector) {
      ScreenThread.onScreen(() -> click(scene.lookup(selector)));
    }

    void select(int row) {
      ScreenThread.onScreen(() -> {
        var list = (javafx.scene.control.ListView<?>) scene.lookup("#passages");
        list.getSelectionModel().select(row);
      });
    }

    void go(Place place) {
      ScreenThread.onScreen(() -> shell.go(place));
    }

    void settle() {
      ScreenThread.settle();
    }

    private static void click(Node node) {
      Point2D at = node.localToScene(10, 10);
      Event.fireEvent(
          node,
          new MouseEvent(
              MouseEvent.MOUSE_CLICKED,
              10,
              10,
              at.getX(),
              at.getY(),
              MouseButton.PRIMARY,
              1,
              false,
              false,
              false,
              false,
              true,
              false,
              false,
              true,
              false,
              true,
              null));
    }
  }

  private void shot(String name, Size size, Language language, Theme theme, Consumer<Kiosk> act) {
    if (!name.contains(wanted)) {
      return;
    }
    FakePassageStore store = new FakePassageStore();
    PlateGrammar grammar = new FakeGrammar();
    fill(store, grammar);
    Settings settings =
        Settings.defaults().withLanguage(language).withTheme(theme).withGuard("Nguyễn Văn An");
    UiContext context =
        new UiContext(
            FakeLane.empty(),
            store,
            NoBooks.books(),
            grammar,
            settings,
            changed -> {},
            () -> new StorageStatus(OptionalLong.of(63), 4_200_000_000L, true),
            new FakeTime(NOW),
            ZoneId.of("Asia/Ho_Chi_Minh"),
            SetupSupport.none(),
            new NoCentral(),
            new Threads((thread, e) ->
                LoggerFactory.getLogger(HistoryShots.class).error("a thread failed", e)));
    CompletableFuture<Kiosk> made = new CompletableFuture<>();
    CompletableFuture<Stage> stages = new CompletableFuture<>();
    ScreenThread.onScreen(() -> {
      KioskShell shell =
          new KioskShell(
              context,
              new BackgroundWork(Runnable::run, Platform::runLater),
              sound -> Tones.SILENT);
      Scene scene = new Scene(shell.root(), size.width, size.height);
      Theming.style(scene);
      Stage stage = new Stage();
      stage.setScene(scene);
      stage.show();
      shell.start();
      shell.go(new Place.History(Optional.empty()));
      made.complete(new Kiosk(shell, scene));
      stages.complete(stage);
    });
    Kiosk kiosk = made.join();
    ScreenThread.settle();
    act.accept(kiosk);
    ScreenThread.settle();
    ScreenThread.onScreen(() -> {
      WritableImage image = kiosk.scene.snapshot(null);
      try {
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", OUT.resolve(name).toFile());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      kiosk.shell.close();
      stages.join().close();
    });
  }

  private static void fill(FakePassageStore store, PlateGrammar grammar) {
    Color red = new Color(0x8a3030);
    Color silver = new Color(0x9aa6b2);
    Color blue = new Color(0x2f5d8a);
    Passage first =
        row(store, grammar, "59P168480", red)
            .readAs("59P168480", 6)
            .store("59P168480", NOW.minusSeconds(18));
    assert first != null;
    row(store, grammar, "59P168480", red)
        .going(Direction.OUT)
        .by(Outcome.AUTOMATIC)
        .guardedBy("auto")
        .store("59P168480", NOW.minusSeconds(400));
    Passage third =
        row(store, grammar, "59P168480", red)
            .by(Outcome.CORRECTED)
            .readAs("59PT68480", 3)
            .store("59P168480", NOW.minusSeconds(2_000));
    try {
      store.correct(
          third.id(), grammar.parse("59P168486", 2), "Trần Thị Bình", NOW.minusSeconds(900));
      store.correct(
          third.id(), grammar.parse("59P168480", 2), "Nguyễn Văn An", NOW.minusSeconds(60));
      store.correct(
          third.id(), grammar.parse("59P168481", 2), "Nguyễn Văn An", NOW.minusSeconds(30));
    } catch (io.gatehouse.store.StoreException e) {
      throw new IllegalStateException(e);
    }
    new Passages(store, grammar)
        .on(PlateColour.YELLOW, 1)
        .with(DrawnLane.pictures("51F-684.81", "", silver))
        .store("51F68481", NOW.minusSeconds(5_900));
    new Passages(store, grammar)
        .on(PlateColour.WHITE, 1)
        .by(Outcome.TYPED)
        .going(Direction.OUT)
        .store("30A16848", NOW.minusSeconds(6_200));
    new Passages(store, grammar)
        .on(PlateColour.BLUE, 1)
        .by(Outcome.REJECTED)
        .with(DrawnLane.pictures("80A-664.10", "", blue))
        .store("80A66410", NOW.minusSeconds(7_000));
    for (int i = 0; i < 200; i++) {
      row(store, grammar, "65S2" + (66_480 + i), i % 3 == 0 ? blue : red)
          .by(i % 4 == 0 ? Outcome.AUTOMATIC : Outcome.CONFIRMED)
          .going(i % 2 == 0 ? Direction.IN : Direction.OUT)
          .store("65S2" + (66_480 + i), NOW.minusSeconds(7_200 + i * 300L));
    }
  }

  private static Passages row(
      FakePassageStore store, PlateGrammar grammar, String text, Color colour) {
    var plate = grammar.parse(text, 2);
    return new Passages(store, grammar)
        .on(PlateColour.WHITE, 2)
        .with(DrawnLane.pictures(plate.upper(), plate.lower(), colour));
  }
}
