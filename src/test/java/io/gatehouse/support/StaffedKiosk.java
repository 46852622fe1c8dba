package io.gatehouse.support;

import io.gatehouse.common.Threads;
import io.gatehouse.parking.audit.AuditEntry;
import io.gatehouse.parking.people.Actor;
import io.gatehouse.parking.people.Person;
import io.gatehouse.parking.people.Pin;
import io.gatehouse.parking.people.PinHash;
import io.gatehouse.parking.people.Role;
import io.gatehouse.parking.shift.Shift;
import io.gatehouse.plate.PlateAlphabet;
import io.gatehouse.plate.VietnamGrammar;
import io.gatehouse.settings.Settings;
import io.gatehouse.store.DataFolder;
import io.gatehouse.store.KioskStore;
import io.gatehouse.store.ParkingBooks;
import io.gatehouse.store.StoreException;
import io.gatehouse.sync.NoCentral;
import io.gatehouse.ui.common.BackgroundWork;
import io.gatehouse.ui.common.Duty;
import io.gatehouse.ui.common.Formats;
import io.gatehouse.ui.common.LaneWatch;
import io.gatehouse.ui.common.ScreenLayout;
import io.gatehouse.ui.common.ScreenLoader;
import io.gatehouse.ui.common.ScreenParts;
import io.gatehouse.ui.common.ScreenTools;
import io.gatehouse.ui.common.SetupSupport;
import io.gatehouse.ui.common.StorageStatus;
import io.gatehouse.ui.common.Texts;
import io.gatehouse.ui.common.UiContext;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A kiosk with a real store and the people in it; all work is done inline. */
public final class StaffedKiosk implements AutoCloseable {

  /** Of everybody whom {@link #add} added. */
  public static final String PIN = "471147";

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  public final FakeTime time = new FakeTime();
  public final FakeLane lane = FakeLane.empty();
  public final RecordingNavigator navigator = new RecordingNavigator();
  public final RecordingPermission permission = new RecordingPermission();
  public final Texts texts = new Texts(Settings.Language.EN);
  public final List<Settings> saved = new ArrayList<>();
  public final ObjectProperty<Settings> settings =
      new SimpleObjectProperty<>(Settings.defaults().withLanguage(Settings.Language.EN));
  public final KioskStore store;
  public final Duty duty;

  private final Path data;
  private final DataFolder folder;

  public StaffedKiosk(Path data) throws StoreException {
    this.data = data;
    folder = DataFolder.open(data);
    store = KioskStore.open(folder, time, text -> text);
    duty = new Duty(context(), TestKiosk.inline(), settings);
  }

  public ParkingBooks books() {
    return store.books();
  }

  public Person add(String name, Role role) {
    try {
      PinHash hash = PinHash.of(Pin.of(PIN), 10, new SecureRandom());
      return books().staff().add(name, role, hash, Actor.named(""), time.now());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** The person begins a shift. */
  public Shift onDuty(Person person) throws StoreException {
    Shift shift = books().shifts().begin(person, "Cổng A", time.now());
    duty.signedIn(person, shift);
    return shift;
  }

  /** What was written down, newest first: kind, who, who allowed it, details. */
  public List<String> trail() throws StoreException {
    return books().audit().before(Long.MAX_VALUE, Set.of(), 100).stream()
        .map(AuditEntry::event)
        .map(e -> "%s %s [%s] %s".formatted(e.kind(), e.who().name(), e.approvedBy(), e.details()))
        .toList();
  }

  public UiContext context() {
    return new UiContext(
        lane,
        store.passages(),
        store.books(),
        new VietnamGrammar(),
        settings.get(),
        saved::add,
        () -> new StorageStatus(OptionalLong.of(63), 41_000_000_000L, true),
        time,
        ZONE,
        new SetupSupport("", data.toString(), "", List.of(), Optional.empty()),
        new NoCentral(),
        new Threads((thread, e) -> {}));
  }

  public ScreenParts parts() {
    return new ScreenParts(
        context(), texts, new Formats(texts, time, ZONE), TestKiosk.inline(), duty);
  }

  public ScreenTools tools() {
    return tools(TestKiosk.inline());
  }

  public ScreenTools tools(BackgroundWork work) {
    ObjectProperty<ScreenLayout> layout = new SimpleObjectProperty<>(ScreenLayout.WIDE);
    return new ScreenTools(
        context(),
        texts,
        new Formats(texts, time, ZONE),
        new ScreenLoader(texts),
        navigator,
        work,
        PlateAlphabet.load(),
        new RecordingTones(),
        new LaneWatch(lane, Runnable::run),
        settings,
        permission,
        duty,
        layout);
  }

  @Override
  public void close() {
    store.close();
    folder.close();
  }
}
