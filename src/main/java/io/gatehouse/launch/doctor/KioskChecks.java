package io.gatehouse.launch.doctor;

import io.gatehouse.barrier.BarrierAddress;
import io.gatehouse.barrier.BarrierException;
import io.gatehouse.barrier.BarrierProbe;
import io.gatehouse.camera.Camera;
import io.gatehouse.camera.CameraException;
import io.gatehouse.camera.Cameras;
import io.gatehouse.camera.Frame;
import io.gatehouse.camera.FrameFactory;
import io.gatehouse.camera.FramePool;
import io.gatehouse.camera.FrameSource;
import io.gatehouse.common.KnownFailure;
import io.gatehouse.common.TimeSource;
import io.gatehouse.plate.Confusions;
import io.gatehouse.settings.Settings;
import io.gatehouse.settings.SettingsProblem;
import io.gatehouse.settings.SettingsStore;
import io.gatehouse.store.DataFolder;
import io.gatehouse.store.KioskStore;
import io.gatehouse.store.PassageQuery;
import io.gatehouse.store.StoreException;
import io.gatehouse.sync.CentralProbe;
import io.gatehouse.sync.SyncService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What this kiosk works with: its data folder, settings, database, camera, barrier, central. */
public final class KioskChecks {

  private static final long LITTLE_SPACE = 2L << 30;
  private static final double GIB = 1 << 30;

  private final Path data;
  private final Optional<String> camera;
  private final Cameras cameras;
  private final TimeSource time;

  /**
   * @param camera a URI, or empty for the one in the settings
   */
  public KioskChecks(Path data, Optional<String> camera, Cameras cameras, TimeSource time) {
    this.data = data;
    this.camera = camera;
    this.cameras = cameras;
    this.time = time;
  }

  public List<Check> all() {
    return List.of(
        Check.of("disk", this::disk),
        Check.of("settings", this::settings),
        Check.of("database", this::database),
        Check.of("camera", this::camera),
        Check.of("barrier", this::barrier),
        Check.of("central", this::central));
  }

  private Finding disk() {
    Path existing = data.toAbsolutePath();
    while (!Files.exists(existing)) {
      existing = existing.getParent();
    }
    long free = existing.toFile().getUsableSpace();
    String state = "%.1f GB free for %s".formatted(free / GIB, data);
    return free < LITTLE_SPACE
        ? Finding.note(state, "Make room: without it pictures are dropped, passages are kept.")
        : Finding.ok(state);
  }

  private Finding settings() {
    if (!Files.exists(settingsFile())) {
      return Finding.ok("none yet, the defaults hold");
    }
    List<SettingsProblem> problems = SettingsStore.open(settingsFile(), time).problems();
    return problems.isEmpty()
        ? Finding.ok(settingsFile().toString())
        : Finding.note(problems.getFirst().line(), "");
  }

  private Finding database() throws StoreException {
    try (DataFolder folder = DataFolder.open(data);
        KioskStore store = KioskStore.open(folder, time, Confusions::fold)) {
      long passages = store.passages().search(PassageQuery.newest(1)).total();
      String state = "%d passages in %s".formatted(passages, data);
      return store.recovery().happened()
          ? Finding.note(state + "; " + store.recovery().line(), "")
          : Finding.ok(state);
    } catch (StoreException e) {
      if (e.failure() == KnownFailure.SECOND_KIOSK) {
        return Finding.note("in use by a running kiosk", "That is well; stop it to check deeper.");
      }
      throw e;
    }
  }

  private Finding camera() throws CameraException, InterruptedException {
    Camera chosen = cameras.camera(camera.orElseGet(() -> current().camera()));
    try (FramePool pool = new FramePool();
        FrameSource source = chosen.open(new FrameFactory(pool, time))) {
      Optional<Frame> first = source.next();
      if (first.isEmpty()) {
        return Finding.fault(chosen.label() + " gives no picture", "Check what it points to.");
      }
      try (Frame frame = first.get()) {
        return Finding.ok("%s, %dx%d".formatted(chosen.label(), frame.width(), frame.height()));
      }
    }
  }

  private Finding barrier() throws InterruptedException {
    String address = current().barrier();
    try {
      return BarrierProbe.look(address, time)
          .map(Finding::ok)
          .orElseGet(() -> Finding.note("none", "Choose one in the settings when there is one."));
    } catch (BarrierException e) {
      return Finding.fault(
          "%s: %s".formatted(BarrierAddress.shown(address), e.getMessage()),
          "Check its power and wires, then its address in the settings; docs/barrier.md.");
    }
  }

  private Finding central() {
    Settings settings = current();
    if (settings.centralUrl().isBlank()) {
      return Finding.ok("none set; passages stay on this machine");
    }
    String where = settings.centralUrl();
    return switch (CentralProbe.ask(
        where, settings.centralCertificate(), data.resolve(SyncService.TOKEN_FILE), time)) {
      case CentralProbe.Answer.Knows(boolean encrypted) ->
          encrypted
              ? Finding.ok(where + " knows this gate")
              : Finding.note(
                  where + " knows this gate", "Use https: others can read what is sent.");
      case CentralProbe.Answer.NotEnrolled() ->
          Finding.fault(
              where + " is set, this gate is not enrolled",
              "Enrol it: menu, Central, or gatehouse enrol URL CODE.");
      case CentralProbe.Answer.Trouble(io.gatehouse.sync.Trouble trouble) ->
          Finding.fault(
              "%s: %s".formatted(where, trouble.line()),
              trouble.kind() == io.gatehouse.sync.Trouble.Kind.TOKEN
                  ? "Enrol this gate again: menu, Central."
                  : "Check the network, the address and the certificate; passages wait here.");
    };
  }

  private Settings current() {
    return SettingsStore.open(settingsFile(), time).current();
  }

  private Path settingsFile() {
    return data.resolve("settings.json");
  }
}
