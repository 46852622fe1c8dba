package io.gatehouse.screens;

import io.gatehouse.settings.Settings;
import io.gatehouse.settings.Settings.Language;
import io.gatehouse.settings.Settings.Theme;
import io.gatehouse.store.DataFolder;
import io.gatehouse.store.KioskStore;
import io.gatehouse.support.TestKiosk;
import io.gatehouse.ui.KioskShell;
import io.gatehouse.ui.common.Place;
import io.gatehouse.ui.common.Theming;
import io.gatehouse.ui.common.Tones;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.scene.control.ButtonBase;

/**
 * Draws the tariffs in every size, both languages, dark and light, on a database of its own. An
 * argument restricts it to the names that contain it.
 */
final class TariffShots {

  private static final Path FOLDER = Path.of("target", "screens");
  private static final int[][] SIZES = {{1280, 720}, {800, 480}, {720, 1280}};

  private final Map<String, Consumer<KioskShell>> screens = new TreeMap<>();
  private final TestKiosk kiosk;
  private int drawn;

  private TariffShots(TestKiosk kiosk) {
    this.kiosk = kiosk;
    screens.put("tariff", shell -> {});
    screens.put("tariff-car", shell -> tap(shell, "tariff-kind-CAR", "tariff-range-72"));
    screens.put("tariff-pad", shell -> tap(shell, "tariff-FIRST_DONG", "pad-5", "pad-000"));
    screens.put("tariff-problem", shell -> tap(shell, "tariff-NIGHT_FROM", "pad-2", "pad-7"));
    screens.put("tariff-presets", shell -> tap(shell, "tariff-presets"));
    screens.put(
        "tariff-saved",
        shell ->
            tap(
                shell,
                "tariff-kind-CAR",
                "tariff-DAY_CAP",
                // other prices in every picture: saving the same would be no change
                "pad-" + (drawn++ % 9 + 1),
                "pad-0",
                "pad-000",
                "pad-done",
                "tariff-save"));
    screens.put("tariff-versions", shell -> tap(shell, "tariff-versions"));
  }

  public static void main(String[] arguments) throws Exception {
    String wanted = arguments.length > 0 ? arguments[0] : "";
    TestKiosk kiosk = new TestKiosk();
    Path folder = Files.createTempDirectory("tariffs");
    CompletableFuture<Void> drawn = new CompletableFuture<>();
    try (DataFolder data = DataFolder.open(folder);
        KioskStore store = KioskStore.open(data, kiosk.time, UnaryOperator.identity())) {
      kiosk.books = store.books();
      TariffShots shots = new TariffShots(kiosk);
      Platform.startup(() -> {
        try {
          Theming.loadFonts();
          shots.drawAll(wanted);
          drawn.complete(null);
        } catch (RuntimeException e) { // ends the program with this, not with a hanging thread
          drawn.completeExceptionally(e);
        }
      });
      drawn.get();
    }
    Platform.exit();
  }

  private void drawAll(String wanted) {
    for (int[] size : SIZES) {
      screens.forEach((name, prepare) -> {
        draw(wanted, name, prepare, size, Language.VI, Theme.DARK);
        draw(wanted, name, prepare, size, Language.EN, Theme.LIGHT);
      });
    }
  }

  private void draw(
      String wanted,
      String name,
      Consumer<KioskShell> prepare,
      int[] size,
      Language language,
      Theme theme) {
    String file =
        "%s-%dx%d-%s-%s.png"
            .formatted(name, size[0], size[1], language, theme)
            .toLowerCase(Locale.ROOT);
    if (!file.contains(wanted)) {
      return;
    }
    kiosk.time.advance(Duration.ofSeconds(1));
    kiosk.settings =
        Settings.defaults().withGuard("Trần Thị Bình").withLanguage(language).withTheme(theme);
    try (KioskShell shell =
        new KioskShell(kiosk.context(), TestKiosk.inline(), sound -> Tones.SILENT)) {
      StillScreen.write(
          shell,
          size,
          FOLDER.resolve(file),
          s -> {
            s.go(new Place.Tariffs());
            StillScreen.layOut(s);
            prepare.accept(s);
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void tap(KioskShell shell, String... ids) {
    for (String id : ids) {
      shell.root().applyCss();
      ((ButtonBase) shell.root().lookup("#" + id)).fire();
    }
  }
}
