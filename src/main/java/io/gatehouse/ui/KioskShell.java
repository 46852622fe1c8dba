package io.gatehouse.ui;

import io.gatehouse.plate.PlateAlphabet;
import io.gatehouse.settings.Settings;
import io.gatehouse.ui.common.BackgroundWork;
import io.gatehouse.ui.common.Duty;
import io.gatehouse.ui.common.ExplainPanel;
import io.gatehouse.ui.common.Formats;
import io.gatehouse.ui.common.LaneWatch;
import io.gatehouse.ui.common.Navigator;
import io.gatehouse.ui.common.Place;
import io.gatehouse.ui.common.Screen;
import io.gatehouse.ui.common.ScreenLayout;
import io.gatehouse.ui.common.ScreenLoader;
import io.gatehouse.ui.common.ScreenParts;
import io.gatehouse.ui.common.ScreenTools;
import io.gatehouse.ui.common.StatusBarView;
import io.gatehouse.ui.common.StatusBarViewModel;
import io.gatehouse.ui.common.Texts;
import io.gatehouse.ui.common.Theming;
import io.gatehouse.ui.common.Tones;
import io.gatehouse.ui.common.UiContext;
import io.gatehouse.ui.error.FailureReport;
import io.gatehouse.ui.people.PermissionPane;
import io.gatehouse.ui.people.PermissionViewModel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/**
 * All that is in the window: the status bar, under it one screen at a time, and over them the card
 * that explains. Needs no window, so that it can be drawn and tested in any size.
 */
public final class KioskShell implements Navigator, AutoCloseable {

  private static final int REMEMBERED = 16;

  private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>(new Place.Live());
  private final ReadOnlyObjectWrapper<ScreenLayout> layout =
      new ReadOnlyObjectWrapper<>(ScreenLayout.WIDE);
  private final Deque<Place> way = new ArrayDeque<>();
  private final ObjectProperty<Settings> settings;
  private final Texts texts;
  private final LaneWatch lane;
  private final BorderPane frame = new BorderPane();
  private final StackPane root = new StackPane();
  private final StatusBarView statusBar;
  private final ExplainPanel explain;
  private final Duty duty;
  private final UiContext context;
  private final PermissionViewModel permission;
  private final PermissionPane asking;
  private final Screens screens;
  private Screen current;

  /**
   * Call {@link Theming#loadFonts()} before.
   *
   * @param tones makes the tones, given whether they are wanted now
   */
  public KioskShell(
      UiContext context, BackgroundWork work, Function<BooleanSupplier, Tones> tones) {
    this.context = context;
    settings = new SimpleObjectProperty<>(context.settings());
    texts = new Texts(context.settings().language());
    lane = new LaneWatch(context.lane(), work::onScreen);
    Formats formats = new Formats(texts, context.time(), context.zone());
    duty = new Duty(context, work, settings);
    permission = new PermissionViewModel(new ScreenParts(context, texts, formats, work, duty));
    ScreenTools tools =
        new ScreenTools(
            context,
            texts,
            formats,
            new ScreenLoader(texts),
            this,
            work,
            PlateAlphabet.load(),
            tones.apply(() -> settings.get().sound()),
            lane,
            settings,
            permission,
            duty,
            layout.getReadOnlyProperty());
    explain = new ExplainPanel(texts.bound("explain.close"));
    statusBar = new StatusBarView(new StatusBarViewModel(tools), tools, explain::show);
    screens = new Screens(tools);
    frame.setTop(statusBar.root());
    asking = new PermissionPane(permission, texts, layout.getReadOnlyProperty());
    root.getChildren().addAll(frame, explain, asking);
    root.getStyleClass().add("kiosk");
    root.layoutBoundsProperty()
        .subscribe(bounds -> layout.set(ScreenLayout.of(bounds.getWidth(), bounds.getHeight())));
    layout.subscribe(this::markLayout);
    settings.subscribe(this::applySettings);
    root.addEventFilter(MouseEvent.MOUSE_PRESSED, this::tappedSomewhere);
    root.addEventFilter(KeyEvent.ANY, this::key);
    open(begin());
    duty.stateProperty().subscribe((before, now) -> dutyChanged(before, now));
    duty.refresh();
  }

  /** The scene's root. */
  public Parent root() {
    return root;
  }

  /** Starts the clock; from now on the screen in view is alive. */
  public void start() {
    statusBar.start();
  }

  @Override
  public void go(Place next) {
    way.push(place.get());
    if (way.size() > REMEMBERED) {
      way.removeLast();
    }
    open(next);
  }

  @Override
  public void back() {
    open(way.isEmpty() ? begin() : way.pop());
  }

  @Override
  public void home() {
    way.clear();
    open(begin());
  }

  /** The lane, but for a kiosk that nobody has set up. */
  private Place begin() {
    return context.setup().isFirstSetUpDue() ? new Place.FirstSteps() : new Place.Live();
  }

  /** Something failed that nobody caught: says so, once, and lets the guard go on. */
  void failed(Throwable failure) {
    if (!(place.get() instanceof Place.Failure)) {
      FailureReport report = FailureReport.of(failure);
      go(new Place.Failure(report.code(), report.known(), report.detail()));
    }
  }

  @Override
  public ReadOnlyObjectProperty<Place> placeProperty() {
    return place.getReadOnlyProperty();
  }

  /** Stops the screen in view, the clock and the subscription to the lane. */
  @Override
  public void close() {
    current.hidden();
    statusBar.stop();
    lane.close();
  }

  private void open(Place wanted) {
    boolean stranger = duty.asksForSignIn() && !(wanted instanceof Place.Failure);
    Place next = stranger ? new Place.SignIn() : wanted;
    permission.cancel();
    Screen screen = screens.at(next);
    if (current != null) {
      current.hidden();
    }
    current = screen;
    place.set(next);
    explain.hidePanel();
    frame.setCenter(screen.root());
    // keys go to the focused node: without one they would pass the screens by
    screen.root().setFocusTraversable(true);
    screen.root().requestFocus();
    screen.shown();
  }

  /** Who leaves is followed by who signs in; who has signed in goes to the lane. */
  private void dutyChanged(Duty.State before, Duty.State now) {
    boolean firstOneAdded =
        place.get() instanceof Place.FirstSteps && before instanceof Duty.State.NoPeople;
    if (firstOneAdded) {
      return; // who has just chosen a PIN finishes the set-up before signing in with it
    }
    boolean signingIn = place.get() instanceof Place.SignIn;
    if (now instanceof Duty.State.Nobody != signingIn) {
      home();
    }
  }

  private void key(KeyEvent event) {
    if (asking.asks()) {
      asking.key(event);
    } else {
      current.key(event);
    }
  }

  private void markLayout(ScreenLayout now) {
    for (ScreenLayout each : ScreenLayout.values()) {
      root.getStyleClass().remove(each.styleClass());
    }
    root.getStyleClass().add(now.styleClass());
  }

  private void applySettings(Settings now) {
    Theming.apply(now.theme(), root);
    if (texts.language() != now.language()) {
      texts.setLanguage(now.language());
    }
  }

  private void tappedSomewhere(MouseEvent press) {
    boolean inside =
        explain
            .localToScene(explain.getBoundsInLocal())
            .contains(press.getSceneX(), press.getSceneY());
    if (explain.isVisible() && !inside) {
      explain.hidePanel();
    }
  }
}
