package io.gatehouse.screens;

import io.gatehouse.settings.Settings;
import io.gatehouse.settings.Settings.Language;
import io.gatehouse.settings.Settings.Theme;
import io.gatehouse.support.FakeCentralLink;
import io.gatehouse.support.TestKiosk;
import io.gatehouse.sync.SyncState.Phase;
import io.gatehouse.sync.Trouble;
import io.gatehouse.ui.KioskShell;
import io.gatehouse.ui.common.Place;
import io.gatehouse.ui.common.Theming;
import io.gatehouse.ui.common.Tones;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.control.ButtonBase;

/**
 * Draws the screen of the central server into {@code target/screens}, in each state that it can be
 * in. An argument restricts it to the names that contain it.
 */
public final class SyncShots {

  private static final Path FOLDER = Path.of("target", "screens");
  private static final int[][] SIZES = {{1280, 720}, {800, 480}, {720, 1280}};

  private SyncShots() {}

  public static void main(String[] args) throws Exception {
    String wanted = args.length == 0 ? "" : args[0];
    Files.createDirectories(FOLDER);
    CompletableFuture<Void> started = new CompletableFuture<>();
    Platform.startup(() -> started.complete(null));
    started.get();
    Theming.loadFonts();
    for (int[] size : SIZES) {
      for (Language language : Language.values()) {
        for (Map.Entry<String, FakeCentralLink> scene : scenes().entrySet()) {
          String file =
              "%s-%dx%d-%s.png"
                  .formatted(
                      scene.getKey(), size[0], size[1], language.name().toLowerCase(Locale.ROOT));
          if (file.contains(wanted)) {
            ScreenThread.onScreen(() -> draw(file, scene.getValue(), size, language));
          }
        }
      }
    }
    System.exit(0);
  }

  private static Map<String, FakeCentralLink> scenes() {
    Map<String, FakeCentralLink> scenes = new LinkedHashMap<>();
    scenes.put("sync-none", new FakeCentralLink());
    scenes.put("sync-done", new FakeCentralLink().is(Phase.SENDING, 0, Optional.empty()));
    scenes.put("sync-sending", new FakeCentralLink().is(Phase.SENDING, 3_412, Optional.empty()));
    scenes.put(
        "sync-retrying",
        new FakeCentralLink()
            .parks(9, "422: the same id with another body")
            .is(
                Phase.RETRYING,
                112,
                Optional.of(
                    new Trouble(
                        Trouble.Kind.NO_CONNECTION,
                        "Failed to connect to central.example/203.0.113.7:443"))));
    scenes.put(
        "sync-denied",
        new FakeCentralLink()
            .is(
                Phase.DENIED,
                12,
                Optional.of(new Trouble(Trouble.Kind.TOKEN, "token was revoked"))));
    scenes.put("sync-code", new FakeCentralLink().is(Phase.NOT_ENROLLED, 25, Optional.empty()));
    return scenes;
  }

  private static void draw(String file, FakeCentralLink link, int[] size, Language language) {
    TestKiosk kiosk = new TestKiosk();
    kiosk.central = link;
    kiosk.settings =
        Settings.defaults()
            .withLanguage(language)
            .withTheme(language == Language.VI ? Theme.DARK : Theme.LIGHT)
            .withCentral(
                link.state().phase() == Phase.OFF ? "" : "https://central.example:8443", "");
    try (KioskShell shell =
        new KioskShell(kiosk.context(), TestKiosk.inline(), wanted -> Tones.SILENT)) {
      StillScreen.write(
          shell,
          size,
          FOLDER.resolve(file),
          s -> {
            s.go(new Place.Sync());
            StillScreen.layOut(s);
            if (file.startsWith("sync-code")) {
              ((ButtonBase) s.root().lookup("#sync-enrol")).fire();
            }
          });
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
