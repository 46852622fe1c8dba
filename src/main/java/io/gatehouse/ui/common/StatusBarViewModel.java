package io.gatehouse.ui.common;

import io.gatehouse.camera.CameraFault;
import io.gatehouse.camera.CameraStatus;
import io.gatehouse.lane.LaneState;
import io.gatehouse.settings.Settings;
import io.gatehouse.settings.Settings.Language;
import io.gatehouse.ui.common.StatusItem.Level;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the status bar says: each item in words, with what it means and what to do. */
public final class StatusBarViewModel {

  private static final Logger log = LoggerFactory.getLogger(StatusBarViewModel.class);
  private static final long STORAGE_EVERY_NANOS = 60_000_000_000L;
  private static final long FEW_DAYS = 7;
  private static final double GIGABYTE = 1e9;

  private final ScreenTools tools;
  private final ReadOnlyStringWrapper lane = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper guard = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper clock = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<StatusItem> camera = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<StatusItem> sync = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<StatusItem> disk = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper calling = new ReadOnlyIntegerWrapper();
  private Optional<StorageStatus> storage = Optional.empty();
  private long storageAskedNanos;
  private boolean storageAsked;

  public StatusBarViewModel(ScreenTools tools) {
    this.tools = tools;
    tools.lane().stateProperty().addListener((at, before, now) -> showLane(now));
    tools.texts().languageProperty().addListener((at, before, now) -> showAll());
    tools.settings().addListener((at, before, now) -> showAll());
    tools.navigator().placeProperty().addListener((at, before, now) -> showCalling());
    showAll();
  }

  /** Once a second: the clock, and from time to time the disk. */
  public void tick() {
    clock.set(tools.formats().clock(tools.context().time().now()));
    sync.set(syncItem());
    long now = tools.context().time().nanos();
    if (!storageAsked || now - storageAskedNanos >= STORAGE_EVERY_NANOS) {
      storageAsked = true;
      storageAskedNanos = now;
      tools
          .work()
          .run(() -> tools.context().storage().get(), this::storageKnown, this::storageFailed);
    }
  }

  /** The other language, from now on and for the next start. */
  public void switchLanguage() {
    ObjectProperty<Settings> settings = tools.settings();
    Language other = settings.get().language() == Language.VI ? Language.EN : Language.VI;
    Settings changed = settings.get().withLanguage(other);
    settings.set(changed);
    tools
        .work()
        .run(
            () -> {
              tools.context().settingsSaver().save(changed);
              return changed;
            },
            saved -> {},
            failed -> log.warn("the language could not be kept: {}", failed.getMessage()));
  }

  public ReadOnlyStringProperty laneProperty() {
    return lane.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty guardProperty() {
    return guard.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty clockProperty() {
    return clock.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<StatusItem> cameraProperty() {
    return camera.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<StatusItem> syncProperty() {
    return sync.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<StatusItem> diskProperty() {
    return disk.getReadOnlyProperty();
  }

  /** How many vehicles call the guard to the lane: none while he is there. */
  public ReadOnlyIntegerProperty callingProperty() {
    return calling.getReadOnlyProperty();
  }

  private void showAll() {
    String name = tools.settings().get().guard();
    guard.set(name.isBlank() ? "" : tools.texts().get("status.guard", name));
    clock.set(tools.formats().clock(tools.context().time().now()));
    sync.set(syncItem());
    disk.set(diskItem());
    showLane(tools.lane().state());
  }

  private void showLane(LaneState state) {
    lane.set(state.lane());
    camera.set(cameraItem(state.camera()));
    showCalling();
  }

  /** At the keypad he works on the current vehicle; only the others call. */
  private void showCalling() {
    LaneState state = tools.lane().state();
    int current = state.current().isPresent() ? 1 : 0;
    calling.set(
        switch (tools.navigator().placeProperty().get()) {
          case Place.Live live -> 0;
          case Place.Keypad keypad -> state.waiting().size();
          default -> state.waiting().size() + current;
        });
  }

  private StatusItem cameraItem(CameraStatus status) {
    Texts texts = tools.texts();
    long fps = Math.round(status.framesPerSecond());
    String title = texts.get("status.camera.title");
    String phase = texts.of(status.phase());
    return switch (status.phase()) {
      case LIVE -> liveItem(status, fps);
      case LOADING ->
          new StatusItem(
              Level.NEUTRAL,
              phase,
              phase,
              title,
              texts.get("status.camera.loading.meaning"),
              detail(status));
      case CONNECTING ->
          new StatusItem(
              Level.NEUTRAL,
              phase,
              phase,
              title,
              texts.get("status.camera.connecting.meaning"),
              "");
      case RECONNECTING ->
          new StatusItem(Level.BAD, phase, phase, title, faultText(status), remedyText(status));
      case ENDED ->
          new StatusItem(
              Level.NEUTRAL, phase, phase, title, texts.get("status.camera.ended.meaning"), "");
    };
  }

  private StatusItem liveItem(CameraStatus status, long fps) {
    Texts texts = tools.texts();
    boolean whole = status.message().isEmpty();
    return new StatusItem(
        whole ? Level.GOOD : Level.WARNING,
        texts.get("status.camera.live", fps),
        texts.get("status.camera.fps", fps),
        texts.get("status.camera.title"),
        whole
            ? texts.get("status.camera.live.meaning", fps)
            : texts.get("status.camera.impaired.meaning", fps),
        whole ? "" : texts.get("status.camera.impaired.remedy") + " " + detail(status));
  }

  /** What is of use to the technician alone, in the words of the camera's own part. */
  private String detail(CameraStatus status) {
    return status.message().isEmpty()
        ? ""
        : tools.texts().get("status.camera.detail", tools.texts().of(status.note()));
  }

  private String faultText(CameraStatus status) {
    return status
        .fault()
        .map(CameraFault::failure)
        .map(tools.texts()::of)
        .orElseGet(() -> tools.texts().of(status.phase()));
  }

  private String remedyText(CameraStatus status) {
    String remedy = status.fault().map(CameraFault::failure).map(tools.texts()::remedy).orElse("");
    return (remedy + " " + detail(status)).strip();
  }

  private StatusItem syncItem() {
    return SyncWords.item(tools.texts(), tools.context().central().state());
  }

  private void storageKnown(StorageStatus status) {
    storage = Optional.of(status);
    disk.set(diskItem());
  }

  private void storageFailed(Exception e) {
    log.warn("the disk's state is not known: {}", e.getMessage());
    storage = Optional.empty();
    disk.set(diskItem());
  }

  private StatusItem diskItem() {
    Texts texts = tools.texts();
    String title = texts.get("status.disk.title");
    if (storage.isEmpty()) {
      return new StatusItem(
          Level.NEUTRAL,
          texts.get("status.disk.unknown"),
          "–",
          title,
          texts.get("status.disk.unknown.meaning"),
          "");
    }
    StorageStatus status = storage.get();
    String free = texts.get("status.disk.free", status.freeBytes() / GIGABYTE);
    if (!status.writable()) {
      String text = texts.get("status.disk.readonly");
      return new StatusItem(
          Level.BAD,
          text,
          text,
          title,
          texts.get("status.disk.readonly.meaning"),
          texts.get("status.disk.readonly.remedy"));
    }
    if (status.daysLeft().isEmpty()) {
      return new StatusItem(
          Level.GOOD, free, free, title, texts.get("status.disk.meaning.free", free), "");
    }
    long days = status.daysLeft().getAsLong();
    boolean few = days < FEW_DAYS;
    return new StatusItem(
        few ? Level.WARNING : Level.GOOD,
        texts.get("status.disk.days", days),
        texts.get("format.days", days),
        title,
        texts.get("status.disk.meaning.days", days, free),
        few ? texts.get("status.disk.remedy") : "");
  }
}
