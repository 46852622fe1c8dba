package io.gatehouse.ui.setup;

import static org.awaitility.Awaitility.await;

import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import io.gatehouse.plate.VietnamGrammar;
import io.gatehouse.settings.Settings;
import io.gatehouse.settings.SettingsStore;
import io.gatehouse.settings.SetupProgress;
import io.gatehouse.settings.SetupStep;
import io.gatehouse.store.DataFolder;
import io.gatehouse.store.KioskStore;
import io.gatehouse.support.FakeLane;
import io.gatehouse.support.Fx;
import io.gatehouse.support.ShellTaps;
import io.gatehouse.sync.NoCentral;
import io.gatehouse.ui.KioskShell;
import io.gatehouse.ui.common.BackgroundWork;
import io.gatehouse.ui.common.FirstSetUp;
import io.gatehouse.ui.common.Place;
import io.gatehouse.ui.common.SetupSupport;
import io.gatehouse.ui.common.StorageStatus;
import io.gatehouse.ui.common.Texts;
import io.gatehouse.ui.common.Theming;
import io.gatehouse.ui.common.Tones;
import io.gatehouse.ui.common.UiContext;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A technician at a new kiosk, in a process of its own: goes on with the set-up where it is, over
 * the real store, settings and screens, and says what he sees: {@code begins PLACE}, {@code signed
 * in}, {@code at STEP}, {@code finished PLACE}.
 */
public final class SetupProcess {

  static final String CAMERA = "v4l2:/dev/video2";
  static final String BARRIER = "gpio:17?pulse=1s";
  static final String NAME = "Trần Thị Bình";
  static final String PIN = "471147";

  private static final Duration PATIENT = Duration.ofSeconds(30);

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final TimeSource time = TimeSource.system();
  private final Threads threads = new Threads((thread, failure) -> failure.printStackTrace());
  private final SettingsStore settings;
  private final SetupProgress progress;
  private final DataFolder folder;
  private final KioskStore store;
  private final KioskShell shell;

  private SetupProcess(Path data) throws Exception {
    settings = SettingsStore.open(data.resolve("settings.json"), time);
    progress = SetupProgress.in(data, true);
    folder = DataFolder.open(data);
    out.println("opening");
    store = KioskStore.open(folder, time, text -> text);
    BackgroundWork work = new BackgroundWork(threads.single("work"), Platform::runLater);
    shell =
        Fx.call(() -> {
          Theming.loadFonts();
          KioskShell made = new KioskShell(context(data), work, wanted -> Tones.SILENT);
          Theming.style(new Scene(made.root(), 800, 480));
          return made;
        });
  }

  /**
   * Sets up until it is killed, or to the end.
   *
   * @param args the data folder
   */
  public static void main(String[] args) throws Exception {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    try {
      new SetupProcess(Path.of(args[0])).setUp();
    } catch (Throwable e) {
      e.printStackTrace();
      Runtime.getRuntime().halt(1); // JavaFX's thread would keep it alive, and who reads waiting
    }
  }

  private void setUp() throws Exception {
    if (store.books().staff().people().isEmpty()) {
      out.println("begins " + place().getClass().getSimpleName());
    } else {
      until(() -> place() instanceof Place.SignIn);
      out.println("begins SignIn");
      signIn();
    }
    while (progress.isDue()) {
      SetupStep step = progress.step();
      out.println("at " + step);
      until(() -> Fx.call(() -> ShellTaps.title(shell)).equals(title(step)));
      decide(step);
      tap("#setup-next");
      until(() -> !progress.isDue() || progress.step() != step);
    }
    until(() -> !(place() instanceof Place.FirstSteps));
    out.println("finished " + place().getClass().getSimpleName());
    Thread.currentThread().join();
  }

  private void signIn() throws Exception {
    until(() -> sees(".person-tile"));
    tap(".person-tile");
    digits();
    until(() -> !(place() instanceof Place.SignIn) || sees("#float-later"));
    Fx.run(shell::home); // the drawer's cash is asked for
    until(() -> place() instanceof Place.FirstSteps || !progress.isDue());
    out.println("signed in");
  }

  private void decide(SetupStep step) throws Exception {
    switch (step) {
      case LANE, PICTURE, CENTRAL -> {}
      case CAMERA -> {
        if (!settings.current().camera().equals(CAMERA)) {
          tap("#camera-USB");
          type(CAMERA);
        }
      }
      case BARRIER -> {
        if (!settings.current().barrier().equals(BARRIER)) {
          tap("#barrier-GPIO");
          type(BARRIER);
        }
      }
      case TARIFF -> {
        until(() -> sees("#setup-tariff-MALL"));
        tap("#setup-tariff-MALL");
      }
      case PEOPLE -> {
        if (store.books().staff().people().isEmpty()) {
          tap("#setup-supervisor");
          type(NAME);
          digits();
          digits();
          until(() -> !store.books().staff().people().isEmpty());
        }
      }
    }
  }

  private String title(SetupStep step) {
    return new Texts(settings.current().language()).get("setup." + step);
  }

  private Place place() throws Exception {
    return Fx.call(() -> shell.placeProperty().get());
  }

  private boolean sees(String selector) throws Exception {
    return Fx.call(() -> ShellTaps.has(shell, selector));
  }

  private void tap(String selector) throws Exception {
    Fx.run(() -> ShellTaps.tap(shell, selector));
  }

  private void type(String text) throws Exception {
    Fx.run(() -> ShellTaps.type(shell, text));
  }

  private void digits() throws Exception {
    Fx.run(() -> {
      ShellTaps.digits(shell, PIN);
      ShellTaps.tap(shell, "#pin-enter");
    });
  }

  private void until(Callable<Boolean> holds) throws Exception {
    try {
      await().atMost(PATIENT).until(holds);
    } catch (ConditionTimeoutException e) {
      System.err.println("it waits before " + Fx.call(() -> ShellTaps.words(shell)));
      throw e;
    }
  }

  private UiContext context(Path data) {
    Settings now = settings.current();
    return new UiContext(
        FakeLane.empty(),
        store.passages(),
        store.books(),
        new VietnamGrammar(),
        now,
        settings::save,
        () -> new StorageStatus(OptionalLong.of(63), 41_000_000_000L, true),
        time,
        ZoneId.of("Asia/Ho_Chi_Minh"),
        new SetupSupport(
            "",
            data.toString(),
            "",
            List.of(),
            Optional.empty(),
            Optional.of(new FirstSetUp(progress, where -> Optional.empty()))),
        new NoCentral(),
        threads);
  }
}
