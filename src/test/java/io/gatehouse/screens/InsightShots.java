package io.gatehouse.screens;

import io.gatehouse.common.Threads;
import io.gatehouse.plate.VietnamGrammar;
import io.gatehouse.settings.Settings;
import io.gatehouse.settings.Settings.Language;
import io.gatehouse.settings.Settings.Theme;
import io.gatehouse.store.BusyMonth;
import io.gatehouse.store.DataFolder;
import io.gatehouse.store.KioskStore;
import io.gatehouse.support.FakeLane;
import io.gatehouse.support.FakeTime;
import io.gatehouse.sync.NoCentral;
import io.gatehouse.ui.KioskShell;
import io.gatehouse.ui.common.BackgroundWork;
import io.gatehouse.ui.common.Place;
import io.gatehouse.ui.common.SetupSupport;
import io.gatehouse.ui.common.StorageStatus;
import io.gatehouse.ui.common.Theming;
import io.gatehouse.ui.common.Tones;
import io.gatehouse.ui.common.UiContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.control.ButtonBase;

/**
 * Draws the figures of a busy month into {@code target/screens}; an argument restricts it to the
 * names that contain it.
 */
public final class InsightShots {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Instant NOW = Instant.parse("2026-11-20T09:41:12Z");
  private static final Path FOLDER = Path.of("target", "screens");
  private static final int DAYS = 60;

  private final Map<String, List<String>> screens = new LinkedHashMap<>();
  private final KioskStore store;
  private final Path data;

  private InsightShots(KioskStore store, Path data) {
    this.store = store;
    this.data = data;
    screens.put("insight-day", List.of());
    screens.put("insight-inside", List.of("#insight-INSIDE"));
    screens.put("insight-week", List.of("#insight-tab-WEEK", "#insight-REVENUE"));
    screens.put("insight-month", List.of("#insight-tab-MONTH", "#insight-back", "#insight-export"));
    screens.put("insight-reading", List.of("#insight-tab-READING"));
    screens.put(
        "insight-misread",
        List.of("#insight-tab-READING", "#insight-back", "#insight-panel-MISREAD"));
    screens.put("insight-light", List.of("#insight-tab-READING", "#insight-panel-LIGHT"));
    screens.put("insight-brightness", List.of("#insight-tab-READING", "#insight-panel-BRIGHTNESS"));
  }

  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("gatehouse-shots");
    try (DataFolder data = DataFolder.open(folder);
        KioskStore store = KioskStore.open(data, new FakeTime(NOW), plate -> plate)) {
      BusyMonth.fill(store, ZONE, NOW, DAYS, true);
      InsightShots shots = new InsightShots(store, folder);
      CompletableFuture<Void> drawn = new CompletableFuture<>();
      Platform.startup(() -> {
        try {
          Theming.loadFonts();
          shots.drawAll(args.length > 0 ? args[0] : "");
          drawn.complete(null);
        } catch (RuntimeException e) { // ends the program with this, not with a hanging thread
          drawn.completeExceptionally(e);
        }
      });
      drawn.get();
    }
    System.exit(0);
  }

  private void drawAll(String wanted) {
    int[][] sizes = {{1280, 720}, {800, 480}, {720, 1280}};
    for (int[] size : sizes) {
      for (Language language : Language.values()) {
        Theme theme = language == Language.VI ? Theme.DARK : Theme.LIGHT;
        screens.forEach((name, taps) -> {
          String file =
              "%s-%dx%d-%s.png"
                  .formatted(name, size[0], size[1], language.name().toLowerCase(Locale.ROOT));
          if (file.contains(wanted)) {
            draw(file, taps, size, language, theme);
          }
        });
      }
    }
  }

  private void draw(String file, List<String> taps, int[] size, Language language, Theme theme) {
    UiContext context =
        new UiContext(
            FakeLane.empty(),
            store.passages(),
            store.books(),
            new VietnamGrammar(),
            Settings.defaults().withLanguage(language).withTheme(theme).withGuard("Nguyễn Văn An"),
            changed -> {},
            () -> new StorageStatus(OptionalLong.of(63), 41_000_000_000L, true),
            new FakeTime(NOW),
            ZONE,
            new SetupSupport("1", data.toString(), "demo", List.of(), Optional.empty()),
            new NoCentral(),
            new Threads((thread, e) -> {}));
    try (KioskShell shell =
        new KioskShell(
            context, new BackgroundWork(Runnable::run, Runnable::run), wanted -> Tones.SILENT)) {
      StillScreen.write(
          shell,
          size,
          FOLDER.resolve(file),
          s -> {
            s.go(new Place.Insight());
            StillScreen.layOut(s);
            for (String tap : taps) {
              ((ButtonBase) s.root().lookup(tap)).fire();
              StillScreen.layOut(s);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
