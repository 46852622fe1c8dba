package io.gatehouse.ui.live;

import io.gatehouse.common.ErrorCode;
import io.gatehouse.common.KnownFailure;
import io.gatehouse.lane.LaneControl;
import io.gatehouse.lane.LaneState;
import io.gatehouse.lane.LaneState.Mark;
import io.gatehouse.lane.LaneState.PendingVehicle;
import io.gatehouse.parking.Direction;
import io.gatehouse.parking.gate.Assessment;
import io.gatehouse.parking.stay.StayChange;
import io.gatehouse.store.Passage;
import io.gatehouse.ui.common.KeypadRequest;
import io.gatehouse.ui.common.Place;
import io.gatehouse.ui.common.ScreenTools;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The lane as the guard works on it: what is proposed, what he chose, and what became of it. On the
 * screen's thread.
 */
public final class LiveViewModel {

  /** A second tap sooner than this is a trembling thumb, not a decision on the next vehicle. */
  private static final Duration DOUBLE_TAP = Duration.ofMillis(600);

  /** A fee that has stood for less was not read. */
  private static final Duration SEEN = Duration.ofMillis(400);

  private static final long NO_VEHICLE = -1;

  private final ScreenTools tools;
  private final LaneControl lane;
  private final CardMaker cards;
  private final LaneMessages messages;
  private final GateDesk books;
  private final GateActions actions;
  private final HandEntry handEntry;
  private final HandOpening handOpening;
  private final ReadOnlyObjectWrapper<Optional<VehicleCard>> card =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<List<WaitingVehicle>> waiting =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<GateCard>> gate =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<List<RecentPassage>> recent =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<LaneState> state = new ReadOnlyObjectWrapper<>();

  private long vehicle = NO_VEHICLE;
  private String read = "";
  private String chosen = "";
  private boolean deciding;
  private boolean typed;
  private Optional<Long> decidedNanos = Optional.empty();
  private Optional<Long> feeNanos = Optional.empty();

  public LiveViewModel(ScreenTools tools) {
    this.tools = tools;
    this.lane = tools.context().lane();
    this.cards = new CardMaker(tools);
    this.messages = new LaneMessages(tools);
    this.books = new GateDesk(tools, this::booksAnswered);
    this.actions = new GateActions(tools);
    this.handEntry = new HandEntry(tools, actions, this::follow);
    this.handOpening = new HandOpening(tools, actions, messages);
    tools.lane().stateProperty().subscribe(this::show);
    tools.texts().languageProperty().addListener((at, before, now) -> show(tools.lane().state()));
    tools.layout().addListener((at, before, now) -> show(tools.lane().state()));
  }

  public ReadOnlyObjectProperty<Optional<VehicleCard>> cardProperty() {
    return card.getReadOnlyProperty();
  }

  /** What the books say of the vehicle; empty without one, or before they have answered. */
  ReadOnlyObjectProperty<Optional<GateCard>> gateProperty() {
    return gate.getReadOnlyProperty();
  }

  /** Further ways to decide, while the guard looks at them. */
  ReadOnlyObjectProperty<Optional<Sheet>> sheetProperty() {
    return actions.sheetProperty();
  }

  void closeSheet() {
    actions.close();
    lane.hold(false);
  }

  public ReadOnlyObjectProperty<List<WaitingVehicle>> waitingProperty() {
    return waiting.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<List<RecentPassage>> recentProperty() {
    return recent.getReadOnlyProperty();
  }

  /** What is to be said over the picture: the barrier, the camera, failures. */
  public ReadOnlyObjectProperty<List<Strip>> stripsProperty() {
    return messages.stripsProperty();
  }

  /** For the marks over the preview. */
  public ReadOnlyObjectProperty<LaneState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  public List<Mark> marks() {
    return state.get().marks();
  }

  /** Once a second: what counts in seconds. */
  public void tick() {
    messages.tick();
  }

  /** Takes another character at a doubtful place; the proposal stays as it is meanwhile. */
  public void choose(int position, char character) {
    if (card.get().isEmpty() || deciding || position >= chosen.length()) {
      return;
    }
    lane.hold(true);
    chosen = chosen.substring(0, position) + character + chosen.substring(position + 1);
    showCard();
  }

  /** The one large button: confirms the plate shown, or asks for it when none was read. */
  public void confirm() {
    if (card.get().isEmpty() || deciding || tooSoon()) {
      return;
    }
    if (card.get().get().confirmable()) {
      letThrough();
    } else {
      correct();
    }
  }

  private void letThrough() {
    if (unseen()) {
      return;
    }
    switch (gate.get().map(GateCard::act).orElse(GateCard.Act.LET_IN)) {
      case WAIT -> {}
      case UNBOOKED -> decide(chosen, unbooked());
      case LET_IN, LET_IN_AGAIN -> decide(chosen, books.change());
      case LET_IN_DENIED -> actions.askForDenied(() -> decide(chosen, books.change()));
      case PAID, LET_OUT ->
          books
              .chosenCandidate()
              .ifPresent(own -> decide(own.stay().plate(), Optional.of(own.paid())));
      case WITHOUT_ENTRY -> otherWays();
    }
  }

  /** Whether the fee has only just come up: a thumb on its way did not mean it. */
  private boolean unseen() {
    long now = tools.context().time().nanos();
    return feeNanos.filter(then -> now - then < SEEN.toNanos()).isPresent();
  }

  /** Of a fee that nobody was told none is written down as paid; the stay stays open. */
  private Optional<StayChange> unbooked() {
    return state.get().direction() == Direction.OUT
        ? Optional.of(new StayChange.None())
        : Optional.empty();
  }

  /** Opens the further ways to let the vehicle out; in a lane that leads in, turns it away. */
  public void otherWays() {
    if (card.get().isEmpty() || deciding || tooSoon()) {
      return;
    }
    if (books.assessment().orElse(null) instanceof Assessment.Exit exit && !chosen.isEmpty()) {
      lane.hold(true);
      actions.offerExit(
          chosen,
          exit,
          books.chosenCandidate(),
          (plate, change) -> decide(plate, Optional.of(change)),
          Optional.of(this::reject));
    } else {
      reject();
    }
  }

  /** Takes another of the stays that the vehicle may belong to. */
  void take(UUID stay) {
    if (!deciding) {
      lane.hold(true);
      books.choose(stay);
      showCard();
    }
  }

  public void reject() {
    if (card.get().isEmpty() || deciding || tooSoon()) {
      return;
    }
    follow(lane.reject(beginDecision(), "", guard()));
  }

  /** Opens the keypad on the vehicle's plate. */
  public void correct() {
    correct(chosen);
  }

  /**
   * Opens the keypad with a first character typed: on the vehicle, or by hand when there is none.
   */
  public void type(char first) {
    if (card.get().isPresent()) {
      correct(String.valueOf(first));
    } else {
      handEntry.open(String.valueOf(first));
    }
  }

  /** Opens the keypad for a vehicle that was not proposed. */
  public void enterByHand() {
    handEntry.open("");
  }

  /** Asks why the barrier is to open though no vehicle passes. */
  void openBarrier() {
    if (!deciding) {
      handOpening.offer();
    }
  }

  /** Brings a waiting vehicle to the front. */
  public void workOn(long waitingVehicle) {
    if (!deciding) {
      lane.hold(false);
      lane.workOn(waitingVehicle);
    }
  }

  /** The next of the waiting vehicles comes to the front. */
  public void workOnNext() {
    if (!waiting.get().isEmpty()) {
      workOn(waiting.get().getFirst().vehicle());
    }
  }

  /** Takes the guard's choices back. */
  public void undo() {
    if (!deciding && !chosen.equals(read)) {
      chosen = read;
      lane.hold(false);
      showCard();
    }
  }

  public void dismissNotice() {
    messages.dismiss();
    lane.dismissNotice();
  }

  /** Shows a passage in the history. */
  public void open(UUID passage) {
    tools.navigator().go(new Place.History(Optional.of(passage)));
  }

  private void correct(String start) {
    Optional<PendingVehicle> current = state.get().current();
    if (current.isEmpty() || deciding) {
      return;
    }
    PendingVehicle pending = current.get();
    long corrected = pending.proposal().vehicle();
    lane.hold(true);
    KeypadRequest request =
        new KeypadRequest(
            start,
            pending.proposal().plate().lines(),
            pending.proposal().characters(),
            pending.crop(),
            Optional.of(pending.picture()),
            text -> corrected(corrected, text),
            () -> lane.hold(false));
    tools.navigator().go(new Place.Keypad(request));
  }

  private void corrected(long corrected, String text) {
    if (vehicle == corrected && gate.get().isPresent()) {
      chosen = text;
      typed = true;
      lane.hold(true);
      showCard();
      booksAnswered();
    } else if (vehicle == corrected) {
      decide(text, Optional.empty());
    } else {
      lane.hold(false);
      follow(lane.confirm(corrected, text, guard()));
    }
  }

  /** What was typed for a vehicle that wants in needs no second tap, unless something is to say. */
  private void booksAnswered() {
    showCard();
    if (typed && gate.get().filter(g -> g.act() == GateCard.Act.LET_IN).isPresent()) {
      decide(chosen, books.change());
    }
  }

  private void decide(String text, Optional<StayChange> change) {
    chosen = text;
    typed = false;
    follow(lane.confirm(beginDecision(), text, change, guard()));
  }

  /** Answers the tap on the screen before anything else is done. */
  private long beginDecision() {
    deciding = true;
    decidedNanos = Optional.of(tools.context().time().nanos());
    showCard();
    return vehicle;
  }

  private void follow(CompletableFuture<Passage> decision) {
    lane.hold(false);
    long decided = vehicle;
    CompletableFuture<Passage> _ =
        decision.whenComplete(
            (passage, failure) -> tools.work().onScreen(() -> ended(decided, failure)));
  }

  private void ended(long decided, Throwable failure) {
    if (vehicle == decided) {
      deciding = false;
    }
    if (failure != null) {
      messages.failed(
          ErrorCode.diagnosis(failure).orElse(KnownFailure.STORE_FAILED), ErrorCode.of(failure));
    }
    showCard();
  }

  private boolean tooSoon() {
    long now = tools.context().time().nanos();
    return decidedNanos.filter(then -> now - then < DOUBLE_TAP.toNanos()).isPresent();
  }

  private void show(LaneState next) {
    state.set(next);
    Optional<PendingVehicle> current = next.current();
    long shown = current.map(p -> p.proposal().vehicle()).orElse(NO_VEHICLE);
    String text = current.map(p -> p.proposal().plate().text()).orElse("");
    if (shown != vehicle) {
      vehicle = shown;
      deciding = false;
      typed = false;
      feeNanos = Optional.empty();
      gate.set(Optional.empty());
      chosen = text;
      actions.otherVehicle();
      if (shown != NO_VEHICLE) {
        tools.tones().vehicle();
      }
    } else if (chosen.equals(read)) {
      chosen = text; // a better proposal replaces what the guard did not touch
    }
    read = text;
    waiting.set(cards.waiting(next));
    recent.set(cards.recent(next));
    messages.show(next);
    showCard();
  }

  private void showCard() {
    LaneState now = state.get();
    boolean wasLoud = gate.get().filter(GateCard::isLoud).isPresent();
    Optional<String> feeBefore = gate.get().map(GateCard::fee);
    gate.set(now.current().flatMap(p -> books.card(p, chosen)));
    Optional<String> fee = gate.get().map(GateCard::fee);
    if (feeBefore.isPresent() && !fee.equals(feeBefore)) {
      feeNanos = Optional.of(tools.context().time().nanos());
    }
    if (!wasLoud && gate.get().filter(GateCard::isLoud).isPresent()) {
      tools.tones().warning();
    }
    card.set(
        now.current().map(p -> cards.card(p, chosen, now.direction(), deciding || p.storing())));
  }

  private String guard() {
    return tools.settings().get().guard();
  }
}
