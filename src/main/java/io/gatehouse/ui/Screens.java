package io.gatehouse.ui;

import io.gatehouse.ui.common.KeypadRequest;
import io.gatehouse.ui.common.Place;
import io.gatehouse.ui.common.Screen;
import io.gatehouse.ui.common.ScreenTools;
import io.gatehouse.ui.error.ErrorView;
import io.gatehouse.ui.error.FailureReport;
import io.gatehouse.ui.history.HistoryView;
import io.gatehouse.ui.insight.InsightView;
import io.gatehouse.ui.insight.InsightViewModel;
import io.gatehouse.ui.keypad.KeypadView;
import io.gatehouse.ui.keypad.KeypadViewModel;
import io.gatehouse.ui.live.LiveView;
import io.gatehouse.ui.live.LiveViewModel;
import io.gatehouse.ui.menu.MenuView;
import io.gatehouse.ui.menu.MenuViewModel;
import io.gatehouse.ui.people.AuditView;
import io.gatehouse.ui.people.AuditViewModel;
import io.gatehouse.ui.people.PeopleView;
import io.gatehouse.ui.people.PeopleViewModel;
import io.gatehouse.ui.people.SignInView;
import io.gatehouse.ui.people.SignInViewModel;
import io.gatehouse.ui.settings.SettingsView;
import io.gatehouse.ui.setup.FirstStepsView;
import io.gatehouse.ui.shift.HandOverView;
import io.gatehouse.ui.shift.HandOverViewModel;
import io.gatehouse.ui.shift.OpeningView;
import io.gatehouse.ui.shift.OpeningViewModel;
import io.gatehouse.ui.shift.ShiftView;
import io.gatehouse.ui.shift.ShiftViewModel;
import io.gatehouse.ui.shift.ShiftsView;
import io.gatehouse.ui.shift.ShiftsViewModel;
import io.gatehouse.ui.sync.SyncView;
import io.gatehouse.ui.sync.SyncViewModel;
import io.gatehouse.ui.tariff.TariffView;
import io.gatehouse.ui.vehicles.VehiclesView;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;

/** Makes the screen for each place. The lane's and the history's are made once and kept. */
final class Screens {

  private final ScreenTools tools;
  private final LiveView live;
  private final HistoryView history;
  private final Executor pictures;
  private Optional<SettingsView> settings = Optional.empty();
  private Optional<TariffView> tariffs = Optional.empty();
  private Optional<VehiclesView> vehicles = Optional.empty();

  Screens(ScreenTools tools) {
    this.tools = tools;
    this.live = new LiveView(new LiveViewModel(tools), tools);
    this.pictures = tools.context().threads().single("ui-pictures");
    this.history = new HistoryView(tools, pictures);
  }

  Screen at(Place place) {
    return switch (place) {
      case Place.Live live -> this.live;
      case Place.Keypad keypad -> keypad(keypad.request());
      case Place.History(Optional<UUID> passage) -> {
        passage.ifPresent(history::open);
        yield history;
      }
      case Place.Vehicles vehicles -> vehicles();
      case Place.Menu menu -> new MenuView(new MenuViewModel(tools), tools);
      case Place.Tariffs tariffs -> tariffs();
      case Place.SignIn signIn -> new SignInView(new SignInViewModel(tools), tools);
      case Place.People people -> new PeopleView(new PeopleViewModel(tools), tools);
      case Place.Audit audit -> new AuditView(new AuditViewModel(tools), tools);
      case Place.Shift shift -> new ShiftView(new ShiftViewModel(tools), tools);
      case Place.Opening opening -> new OpeningView(new OpeningViewModel(tools), tools);
      case Place.HandOver handOver -> new HandOverView(new HandOverViewModel(tools), tools);
      case Place.Shifts shifts -> new ShiftsView(new ShiftsViewModel(tools), tools);
      case Place.Insight insight -> new InsightView(new InsightViewModel(tools), tools);
      case Place.Sync sync -> new SyncView(new SyncViewModel(tools), tools);
      case Place.Setup setup -> settings();
      case Place.FirstSteps steps -> firstSteps();
      case Place.Failure failure ->
          ErrorView.whileRunning(
              new FailureReport(failure.code(), failure.known(), failure.detail()),
              tools.texts(),
              tools.loader(),
              tools.navigator()::back);
    };
  }

  /** Seldom needed, so made when it first is; kept, because it follows language and settings. */
  private Screen settings() {
    SettingsView view = settings.orElseGet(() -> new SettingsView(tools));
    settings = Optional.of(view);
    return view;
  }

  private Screen firstSteps() {
    return tools
        .context()
        .setup()
        .first()
        .<Screen>map(setUp -> new FirstStepsView(tools, setUp))
        .orElse(live);
  }

  /** Kept, so that a change half made survives a look at the lane. */
  private Screen tariffs() {
    TariffView view = tariffs.orElseGet(() -> new TariffView(tools));
    tariffs = Optional.of(view);
    return view;
  }

  /** Kept, so that a round through the lot survives a look at the lane. */
  private Screen vehicles() {
    VehiclesView view = vehicles.orElseGet(() -> new VehiclesView(tools, pictures));
    vehicles = Optional.of(view);
    return view;
  }

  private Screen keypad(KeypadRequest request) {
    KeypadViewModel model =
        new KeypadViewModel(request, tools.context().grammar(), tools.texts(), tools.navigator());
    return new KeypadView(model, tools);
  }
}
