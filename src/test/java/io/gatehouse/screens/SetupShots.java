package io.gatehouse.screens;

import io.gatehouse.camera.Frame;
import io.gatehouse.camera.RealPreviewFeed;
import io.gatehouse.camera.Region;
import io.gatehouse.camera.demo.DemoLight;
import io.gatehouse.common.Threads;
import io.gatehouse.lane.LaneState;
import io.gatehouse.parking.insight.PictureQuality;
import io.gatehouse.plate.VietnamGrammar;
import io.gatehouse.settings.Settings;
import io.gatehouse.settings.Settings.Language;
import io.gatehouse.settings.SetupProgress;
import io.gatehouse.settings.SetupStep;
import io.gatehouse.store.DataFolder;
import io.gatehouse.store.KioskStore;
import io.gatehouse.support.FakeLane;
import io.gatehouse.support.FakeTime;
import io.gatehouse.support.LaneStates;
import io.gatehouse.sync.NoCentral;
import io.gatehouse.ui.KioskShell;
import io.gatehouse.ui.common.BackgroundWork;
import io.gatehouse.ui.common.FirstSetUp;
import io.gatehouse.ui.common.Place;
import io.gatehouse.ui.common.SetupSupport;
import io.gatehouse.ui.common.StorageStatus;
import io.gatehouse.ui.common.Theming;
import io.gatehouse.ui.common.Tones;
import io.gatehouse.ui.common.UiContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.control.ButtonBase;

/**
 * Draws the steps of the first set-up, and the barrier's settings, into {@code target/screens}. An
 * argument restricts it to the names that contain it.
 */
public final class SetupShots {

  private static final Path FOLDER = Path.of("target", "screens");
  private static final int[][] SIZES = {{1280, 720}, {800, 480}, {720, 1280}};

  private final FakeTime time = new FakeTime();
  private final DemoShot shot;
  private final KioskStore store;
  private final Path data;
  private final Map<String, Picture> screens = new LinkedHashMap<>();

  /** A picture: where the set-up is, the settings, and what is tapped. */
  private record Picture(Optional<SetupStep> step, String barrier, Consumer<KioskShell> prepare) {}

  private SetupShots(KioskStore store, Path data) throws Exception {
    this.store = store;
    this.data = data;
    this.shot = DemoShot.of(7, DemoLight.DAY, false, v -> v.plate().plate().lines() == 2);
    for (SetupStep step : SetupStep.values()) {
      screens.put(
          "setup-" + step.name().toLowerCase(Locale.ROOT),
          new Picture(Optional.of(step), "gpio:17?loop=22&close=27", shell -> {}));
    }
    screens.put(
        "setup-people-pin",
        new Picture(
            Optional.of(SetupStep.PEOPLE),
            "screen:",
            shell -> {
              tap(shell, "#setup-supervisor");
              StillScreen.layOut(shell);
              ((javafx.scene.control.TextField) shell.root().lookup("#editor-field"))
                  .setText("Trần Thị Bình");
              tap(shell, ".touch-keyboard .done");
            }));
    screens.put(
        "settings-barrier",
        new Picture(
            Optional.empty(),
            "shelly:192.168.1.20?loop=0",
            shell -> {
              shell.go(new Place.Setup());
              ((ButtonBase) shell.root().lookup("#settings-tab-BARRIER")).fire();
            }));
  }

  /** Draws them all, or those whose name contains the argument. */
  public static void main(String[] arguments) throws Exception {
    String wanted = arguments.length > 0 ? arguments[0] : "";
    Path data = Files.createTempDirectory("setup-shots");
    CompletableFuture<Void> drawn = new CompletableFuture<>();
    try (DataFolder folder = DataFolder.open(data);
        KioskStore store = KioskStore.open(folder, new FakeTime(), t -> t)) {
      SetupShots shots = new SetupShots(store, data);
      Platform.startup(() -> {
        try {
          Theming.loadFonts();
          shots.drawAll(wanted);
          drawn.complete(null);
        } catch (Exception e) { // ends the program with this, not with a hanging thread
          drawn.completeExceptionally(e);
        }
      });
      drawn.get();
      Platform.exit();
    }
  }

  private void drawAll(String wanted) throws Exception {
    for (Language language : Language.values()) {
      for (int[] size : SIZES) {
        for (Map.Entry<String, Picture> screen : screens.entrySet()) {
          String file =
              "%s-%dx%d-%s.png"
                  .formatted(
                      screen.getKey(), size[0], size[1], language.name().toLowerCase(Locale.ROOT));
          if (file.contains(wanted)) {
            draw(file, screen.getValue(), size, language);
          }
        }
      }
    }
  }

  private void draw(String file, Picture picture, int[] size, Language language) throws Exception {
    Path site = Files.createTempDirectory("setup-site");
    SetupProgress progress = SetupProgress.in(site, picture.step().isPresent());
    if (picture.step().isPresent()) {
      progress.reached(picture.step().get());
    }
    FakeLane lane = FakeLane.empty();
    RealPreviewFeed feed = new RealPreviewFeed();
    Frame shown = shot.frame();
    lane.preview(target -> {
      feed.accept(shown);
      return feed.paintNewest(target);
    });
    Region plate = shot.plateBox();
    lane.change(s ->
        LaneStates.marks(
            s,
            List.of(new LaneState.Mark(plate, shot.vehicle().plate().plate().display(), 0.97f))));
    Settings settings =
        Settings.defaults()
            .withLanguage(language)
            .withSound(false)
            .withCamera("rtsp://10.0.0.7:554/stream1")
            .withBarrier(picture.barrier());
    UiContext context =
        new UiContext(
            lane,
            store.passages(),
            store.books(),
            new VietnamGrammar(),
            settings,
            changed -> {},
            () -> new StorageStatus(OptionalLong.of(63), 41_000_000_000L, true),
            time,
            ZoneId.of("Asia/Ho_Chi_Minh"),
            new SetupSupport(
                "",
                data.toString(),
                "",
                List.of(),
                Optional.empty(),
                Optional.of(
                    new FirstSetUp(
                        progress, where -> Optional.of(new PictureQuality(0.07f, 104))))),
            new NoCentral(),
            new Threads((thread, e) -> {}));
    try (KioskShell shell =
        new KioskShell(
            context, new BackgroundWork(Runnable::run, Runnable::run), wanted -> Tones.SILENT)) {
      StillScreen.write(shell, size, FOLDER.resolve(file), picture.prepare());
    } finally {
      feed.close();
    }
  }

  private static void tap(KioskShell shell, String selector) {
    StillScreen.layOut(shell);
    ((ButtonBase) shell.root().lookup(selector)).fire();
  }
}
