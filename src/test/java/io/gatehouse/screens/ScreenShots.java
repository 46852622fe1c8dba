package io.gatehouse.screens;

import io.gatehouse.camera.CameraException;
import io.gatehouse.camera.CameraFault;
import io.gatehouse.camera.Frame;
import io.gatehouse.camera.PreviewFeed;
import io.gatehouse.camera.RealPreviewFeed;
import io.gatehouse.camera.demo.DemoLight;
import io.gatehouse.camera.demo.DemoVehicle;
import io.gatehouse.common.Threads;
import io.gatehouse.decide.Outcome;
import io.gatehouse.lane.LaneNotice;
import io.gatehouse.lane.LaneState;
import io.gatehouse.lane.LaneState.Mark;
import io.gatehouse.lane.LaneState.PendingVehicle;
import io.gatehouse.parking.Direction;
import io.gatehouse.plate.Plate;
import io.gatehouse.plate.PlateGrammar;
import io.gatehouse.plate.PlateKind;
import io.gatehouse.plate.VietnamGrammar;
import io.gatehouse.settings.Settings;
import io.gatehouse.settings.Settings.Language;
import io.gatehouse.settings.Settings.Theme;
import io.gatehouse.store.Passage;
import io.gatehouse.support.FakeLane;
import io.gatehouse.support.FakePassageStore;
import io.gatehouse.support.FakeTime;
import io.gatehouse.support.LaneStates;
import io.gatehouse.support.NoBooks;
import io.gatehouse.sync.NoCentral;
import io.gatehouse.ui.KioskShell;
import io.gatehouse.ui.common.BackgroundWork;
import io.gatehouse.ui.common.SetupSupport;
import io.gatehouse.ui.common.StorageStatus;
import io.gatehouse.ui.common.Theming;
import io.gatehouse.ui.common.Tones;
import io.gatehouse.ui.common.UiContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;

/**
 * Draws every screen in every size, language and theme into {@code target/screens}, with vehicles
 * of the demo. Run: {@code ./mvnw test-compile exec:exec@screens}; an argument restricts it to the
 * names that contain it.
 */
public final class ScreenShots {

  private static final Instant NOW = Instant.parse("2026-11-21T02:41:12Z");
  private static final Path FOLDER = Path.of("target", "screens");
  private static final int[][] SIZES = {{1280, 720}, {800, 480}, {720, 1280}};

  private final PlateGrammar grammar = new VietnamGrammar();
  private final Map<String, BiConsumer<FakeLane, KioskShell>> screens = new TreeMap<>();
  private final DemoShot motorbike;
  private final DemoShot car;
  private final DemoShot dusk;
  private final FakeTime time = new FakeTime(NOW);
  private final FakePassageStore store = new FakePassageStore();

  private ScreenShots() throws InterruptedException, CameraException {
    motorbike =
        DemoShot.of(7, DemoLight.DAY, false, v -> v.plate().plate().kind() == PlateKind.MOTORBIKE);
    car = DemoShot.of(11, DemoLight.DAY, false, v -> v.plate().plate().lines() == 1);
    dusk =
        DemoShot.of(5, DemoLight.DUSK, true, v -> v.plate().plate().kind() == PlateKind.MOTORBIKE);
    screens.put("live", (lane, shell) -> lane.show(vehicle(lane.state(), motorbike, 5)));
    screens.put("live-car", (lane, shell) -> lane.show(waiting(vehicle(lane.state(), car, -1))));
    screens.put("live-idle", (lane, shell) -> lane.show(LaneStates.nobody(lane.state())));
    Plate plate =
        grammar.parse(
            motorbike.vehicle().plate().text(), motorbike.vehicle().plate().plate().lines());
    new GateScenes(store, plate, motorbike, NOW)
        .scenes()
        .forEach((name, scene) ->
            screens.put(
                name,
                (lane, shell) -> lane.show(scene.apply(vehicle(lane.state(), motorbike, -1)))));
    screens.put(
        "exit-sheet",
        (lane, shell) -> {
          screens.get("exit").accept(lane, shell);
          tap(shell, "#reject", 0);
        });
    screens.put(
        "live-barrier",
        (lane, shell) -> {
          lane.show(waiting(vehicle(lane.state(), dusk, 4)));
          tap(shell, "#open-barrier", 0);
        });
    screens.put(
        "live-more",
        (lane, shell) -> {
          lane.show(vehicle(lane.state(), motorbike, -1));
          lane.change(s -> LaneStates.counted(LaneStates.nobody(s), 1, 1));
          lane.change(s -> LaneStates.counted(withNewPassage(s, motorbike), 1, 2));
        });
    screens.put("live-unread", (lane, shell) -> lane.show(unread(lane.state(), motorbike)));
    screens.put(
        "live-stored",
        (lane, shell) -> {
          lane.show(vehicle(lane.state(), dusk, -1));
          lane.change(s -> LaneStates.nobody(withNewPassage(s, motorbike)));
        });
    screens.put(
        "live-lost",
        (lane, shell) -> lane.show(LaneStates.cameraLost(lane.state(), CameraFault.STALLED)));
    screens.put(
        "live-notice",
        (lane, shell) ->
            lane.show(
                LaneStates.notice(
                    waiting(vehicle(lane.state(), dusk, 4)), LaneNotice.Kind.STORE_FAILED)));
    screens.put(
        "live-explain",
        (lane, shell) -> {
          lane.show(vehicle(lane.state(), motorbike, 5));
          tap(shell, ".status-item", 2);
        });
    screens.put(
        "live-saving",
        (lane, shell) -> {
          lane.show(vehicle(lane.state(), motorbike, 5));
          tap(shell, ".confirm", 0);
        });
    screens.put(
        "keypad",
        (lane, shell) -> {
          lane.show(vehicle(lane.state(), motorbike, 5));
          tap(shell, "#correct", 0);
        });
    screens.put("menu", (lane, shell) -> tap(shell, "#menu", 0));
    screens.put("keypad-hand", (lane, shell) -> tap(shell, "#byHand", 0));
  }

  /**
   * Draws the screens.
   *
   * @param arguments at most one: part of the names to draw
   */
  public static void main(String[] arguments) throws Exception {
    String wanted = arguments.length > 0 ? arguments[0] : "";
    ScreenShots shots = new ScreenShots();
    CompletableFuture<Void> drawn = new CompletableFuture<>();
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
    Platform.exit();
  }

  private void drawAll(String wanted) {
    for (Theme theme : Theme.values()) {
      for (Language language : Language.values()) {
        for (int[] size : SIZES) {
          screens.forEach((name, prepare) -> {
            String file =
                "%s-%dx%d-%s%s.png"
                    .formatted(
                        name,
                        size[0],
                        size[1],
                        language.name().toLowerCase(Locale.ROOT),
                        theme == Theme.LIGHT ? "-light" : "");
            if (file.contains(wanted)) {
              draw(file, prepare, size, language, theme);
            }
          });
        }
      }
    }
  }

  private void draw(
      String file,
      BiConsumer<FakeLane, KioskShell> prepare,
      int[] size,
      Language language,
      Theme theme) {
    FakeLane lane = FakeLane.empty();
    lane.change(s -> LaneStates.recent(s, recent()));
    Frame shown =
        file.contains("car")
            ? car.frame()
            : file.contains("notice") || file.contains("stored") || file.contains("barrier")
                ? dusk.frame()
                : motorbike.frame();
    RealPreviewFeed feed = new RealPreviewFeed();
    PreviewFeed repeating =
        target -> {
          feed.accept(shown);
          return feed.paintNewest(target);
        };
    lane.preview(repeating);
    Settings settings =
        Settings.defaults()
            .withLanguage(language)
            .withTheme(theme)
            .withGuard("Nguyễn Văn An")
            .withSound(false);
    UiContext context =
        new UiContext(
            lane,
            store,
            NoBooks.books(),
            grammar,
            settings,
            changed -> {},
            () -> new StorageStatus(OptionalLong.of(63), 41_000_000_000L, true),
            time,
            ZoneId.of("Asia/Ho_Chi_Minh"),
            SetupSupport.none(),
            new NoCentral(),
            new Threads((thread, e) -> {}));
    try (KioskShell shell =
        new KioskShell(
            context, new BackgroundWork(Runnable::run, Runnable::run), wantedNow -> Tones.SILENT)) {
      StillScreen.write(shell, size, FOLDER.resolve(file), s -> prepare.accept(lane, s));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      feed.close();
    }
  }

  private static void tap(KioskShell shell, String selector, int index) {
    shell.root().applyCss();
    List<Node> found = new ArrayList<>(shell.root().lookupAll(selector));
    ((Button) found.get(index)).fire();
  }

  private LaneState vehicle(LaneState s, DemoShot shot, int doubtful) {
    DemoVehicle vehicle = shot.vehicle();
    Plate plate = grammar.parse(vehicle.plate().text(), vehicle.plate().plate().lines());
    List<Passage> visits = new ArrayList<>();
    visits.add(passage(80, plate, Direction.OUT, Outcome.AUTOMATIC, Duration.ofMinutes(911)));
    visits.add(passage(81, plate, Direction.IN, Outcome.AUTOMATIC, Duration.ofMinutes(949)));
    PendingVehicle pending =
        LaneStates.pending(
            LaneStates.proposal(
                vehicle.number(),
                plate,
                vehicle.plate().colour(),
                LaneStates.reads(plate.text(), doubtful, 'A', '6'),
                shot.plateBox()),
            Optional.of(shot.crop()),
            shot.picture(),
            visits);
    Mark mark = new Mark(shot.plateBox(), plate.display(), 0.81f);
    return LaneStates.current(LaneStates.marks(s, List.of(mark)), pending);
  }

  private LaneState waiting(LaneState s) {
    PendingVehicle second = vehicle(s, dusk, -1).current().orElseThrow();
    PendingVehicle third = vehicle(s, motorbike, -1).current().orElseThrow();
    return LaneStates.vehicles(s, s.current(), List.of(second, third));
  }

  private LaneState unread(LaneState s, DemoShot shot) {
    PendingVehicle pending =
        LaneStates.pending(
            LaneStates.proposal(
                3,
                grammar.parse("", 0),
                shot.vehicle().plate().colour(),
                List.of(),
                shot.plateBox()),
            Optional.empty(),
            shot.picture(),
            List.of());
    return LaneStates.current(s, pending);
  }

  private LaneState withNewPassage(LaneState s, DemoShot shot) {
    List<Passage> recent = new ArrayList<>(s.recent());
    Plate plate = grammar.parse(shot.vehicle().plate().text(), 2);
    recent.addFirst(passage(99, plate, Direction.IN, Outcome.CONFIRMED, Duration.ZERO));
    return LaneStates.recent(s, recent);
  }

  private List<Passage> recent() {
    return List.of(
        passage(
            1,
            grammar.parse("29A12345", 1),
            Direction.IN,
            Outcome.CONFIRMED,
            Duration.ofMinutes(1)),
        passage(
            2,
            grammar.parse("59P168480", 2),
            Direction.OUT,
            Outcome.AUTOMATIC,
            Duration.ofMinutes(2)),
        passage(
            3,
            grammar.parse("51G39012", 1),
            Direction.IN,
            Outcome.CORRECTED,
            Duration.ofMinutes(4)),
        passage(
            4,
            grammar.parse("29MĐ120246", 2),
            Direction.IN,
            Outcome.AUTOMATIC,
            Duration.ofMinutes(5)),
        passage(
            5,
            grammar.parse("65S21379", 2),
            Direction.OUT,
            Outcome.REJECTED,
            Duration.ofMinutes(8)),
        passage(
            6, grammar.parse("80001NG01", 1), Direction.IN, Outcome.TYPED, Duration.ofMinutes(10)),
        passage(
            7,
            grammar.parse("30A16848", 1),
            Direction.OUT,
            Outcome.CONFIRMED,
            Duration.ofMinutes(14)));
  }

  private static Passage passage(
      int number, Plate plate, Direction way, Outcome outcome, Duration ago) {
    return LaneStates.passage(number, plate, way, outcome, NOW.minus(ago));
  }
}
