package io.gatehouse.support;

import io.gatehouse.common.Threads;
import io.gatehouse.plate.PlateAlphabet;
import io.gatehouse.plate.VietnamGrammar;
import io.gatehouse.settings.Settings;
import io.gatehouse.store.ParkingBooks;
import io.gatehouse.sync.CentralLink;
import io.gatehouse.sync.NoCentral;
import io.gatehouse.ui.common.BackgroundWork;
import io.gatehouse.ui.common.Duty;
import io.gatehouse.ui.common.Formats;
import io.gatehouse.ui.common.LaneWatch;
import io.gatehouse.ui.common.ScreenLayout;
import io.gatehouse.ui.common.ScreenLoader;
import io.gatehouse.ui.common.ScreenTools;
import io.gatehouse.ui.common.SetupSupport;
import io.gatehouse.ui.common.StorageStatus;
import io.gatehouse.ui.common.Texts;
import io.gatehouse.ui.common.UiContext;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What screens and their view models are built with in tests: fakes, and all work done inline. */
public final class TestKiosk {

  public final FakeLane lane = FakeLane.empty();
  public final FakeTime time = new FakeTime();
  public final FakePassageStore store = new FakePassageStore();
  public final RecordingNavigator navigator = new RecordingNavigator();
  public final RecordingTones tones = new RecordingTones();
  public final RecordingPermission permission = new RecordingPermission();
  public final Texts texts = new Texts(Settings.Language.VI);
  public final List<Settings> saved = new ArrayList<>();

  /** Set it before the context is asked for. */
  public ParkingBooks books = NoBooks.books();

  /** The same. */
  public Settings settings = Settings.defaults();

  /** The same. */
  public CentralLink central = new NoCentral();

  public UiContext context() {
    return new UiContext(
        lane,
        store,
        books,
        new VietnamGrammar(),
        settings,
        saved::add,
        () -> new StorageStatus(OptionalLong.of(63), 41_000_000_000L, true),
        time,
        ZoneId.of("Asia/Ho_Chi_Minh"),
        SetupSupport.none(),
        central,
        new Threads((thread, e) -> {}));
  }

  public static BackgroundWork inline() {
    return new BackgroundWork(Runnable::run, Runnable::run);
  }

  /** For view models that are tested without a screen. */
  public ScreenTools tools() {
    ObjectProperty<ScreenLayout> layout = new SimpleObjectProperty<>(ScreenLayout.WIDE);
    ObjectProperty<Settings> settings = new SimpleObjectProperty<>(Settings.defaults());
    UiContext context = context();
    return new ScreenTools(
        context,
        texts,
        new Formats(texts, time, ZoneId.of("Asia/Ho_Chi_Minh")),
        new ScreenLoader(texts),
        navigator,
        inline(),
        PlateAlphabet.load(),
        tones,
        new LaneWatch(lane, Runnable::run),
        settings,
        permission,
        new Duty(context, inline(), settings),
        layout);
  }
}
