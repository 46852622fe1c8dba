package io.gatehouse.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.camera.Region;
import io.gatehouse.lane.LaneState.Lookup;
import io.gatehouse.lane.LaneState.PendingVehicle;
import io.gatehouse.parking.Direction;
import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.gate.Assessment;
import io.gatehouse.parking.gate.ExitCandidate;
import io.gatehouse.parking.lists.ListKind;
import io.gatehouse.parking.lists.ListVerdict;
import io.gatehouse.parking.people.Action;
import io.gatehouse.parking.stay.Settlement;
import io.gatehouse.parking.stay.StayChange;
import io.gatehouse.parking.stay.StayEnd;
import io.gatehouse.plate.PlateColour;
import io.gatehouse.support.Assessments;
import io.gatehouse.support.FakeLane.Call;
import io.gatehouse.support.LaneStates;
import io.gatehouse.support.TestKiosk;
import io.gatehouse.ui.common.Place;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GateFlowTest {

  private static final String PLATE = "59P112345";

  private final TestKiosk kiosk = new TestKiosk();
  private LiveViewModel model;

  @BeforeEach
  void open() {
    model = new LiveViewModel(kiosk.tools());
  }

  @Test
  void theFeeIsShownAndOneTapTakesIt() {
    wantsOut(1, Assessments.exit(PLATE, Assessments.candidate(PLATE, 0, 4_000)));

    assertThat(gate().fee()).isEqualTo("4.000 ₫");
    assertThat(gate().duration()).isEqualTo("2 giờ 29 phút");
    assertThat(gate().act()).isEqualTo(GateCard.Act.PAID);
    assertThat(gate().compare()).contains(Assessments.stay(PLATE).id());
    assertThat(gate().notices()).isEmpty();
    model.confirm();

    assertThat(decisions()).containsExactly(new Call.Confirm(1, PLATE, ""));
    assertThat(kiosk.lane.changes())
        .containsExactly(
            new StayChange.Closes(
                Assessments.stay(PLATE).id(),
                VehicleKind.MOTORBIKE,
                StayEnd.LEFT,
                Settlement.paid(4_000, "t1")));
  }

  @Test
  void ofPlatesThatOnlyResembleNoneIsTakenForGranted() {
    wantsOut(
        1,
        Assessments.exit(
            PLATE,
            Assessments.candidate("59P112346", 1, 4_000),
            Assessments.candidate("59P112845", 1, 6_000)));

    assertThat(gate().act()).isEqualTo(GateCard.Act.WITHOUT_ENTRY);
    assertThat(gate().notices()).extracting(GateCard.Notice::loud).containsExactly(true);
    assertThat(gate().fee()).isEmpty();

    model.take(Assessments.stay("59P112845").id());
    assertThat(gate().fee()).isEqualTo("6.000 ₫");
    assertThat(gate().notices().getFirst().text()).contains("KHÁC");
    kiosk.time.advance(Duration.ofMillis(500));
    model.confirm();

    assertThat(decisions()).containsExactly(new Call.Confirm(1, "59P112845", ""));
    assertThat(kiosk.lane.changes()).hasSize(1);
  }

  @Test
  void withoutAnEntryAReasonIsAskedForAndKept() {
    wantsOut(1, Assessments.exit(PLATE));

    model.confirm();
    Sheet sheet = model.sheetProperty().get().orElseThrow();
    assertThat(decisions()).isEmpty();
    option(sheet, "Lượt vào bị sót").take().run();

    assertThat(model.sheetProperty().get()).isEmpty();
    assertThat(kiosk.lane.changes())
        .containsExactly(
            new StayChange.WithoutEntry(
                VehicleKind.MOTORBIKE,
                StayEnd.NO_ENTRY,
                new Settlement(0, 0, Settlement.Method.NOTHING_DUE, "t1", "", "Lượt vào bị sót")));
  }

  @Test
  void aLostTicketCostsItsPriceAndNeedsASupervisor() {
    wantsOut(1, Assessments.exit(PLATE));

    model.confirm();
    Sheet.Option lost = option(model.sheetProperty().get().orElseThrow(), "Mất vé");
    assertThat(lost.detail()).isEqualTo("50.000 ₫");
    lost.take().run();

    StayChange.WithoutEntry change = (StayChange.WithoutEntry) kiosk.lane.changes().getFirst();
    assertThat(change.end()).isEqualTo(StayEnd.LOST_TICKET);
    assertThat(change.settlement().paidDong()).isEqualTo(50_000);
  }

  @Test
  void aFreePassWaivesTheFeeAndKeepsWhatItWas() {
    wantsOut(1, Assessments.exit(PLATE, Assessments.candidate(PLATE, 0, 4_000)));

    model.otherWays();
    option(model.sheetProperty().get().orElseThrow(), "Miễn phí lượt này").take().run();

    StayChange.Closes change = (StayChange.Closes) kiosk.lane.changes().getFirst();
    assertThat(change.settlement().feeDong()).isEqualTo(4_000);
    assertThat(change.settlement().paidDong()).isZero();
    assertThat(change.settlement().method()).isEqualTo(Settlement.Method.FREE_PASS);
  }

  @Test
  void aTypedPlateIsLookedUpBeforeItIsCharged() {
    wantsOut(1, Assessments.exit(PLATE));
    kiosk.lane.booksSay(
        Assessments.exit("59P154321", Assessments.candidate("59P154321", 0, 8_000)));

    model.correct();
    keypad().request().done().accept("59P154321");

    assertThat(kiosk.lane.calls()).contains(new Call.Assess(1, "59P154321"));
    assertThat(decisions()).isEmpty();
    assertThat(gate().fee()).isEqualTo("8.000 ₫");
    kiosk.time.advance(Duration.ofMillis(500));
    model.confirm();
    assertThat(decisions()).containsExactly(new Call.Confirm(1, "59P154321", ""));
  }

  @Test
  void aPlateThatIsInsideAlreadyIsSaidLoudlyAndCanBeLetInAgain() {
    Assessment twice =
        Assessments.entry(PLATE, ListVerdict.NONE, Optional.of(Assessments.stay(PLATE)));
    comes(1, PLATE, Direction.IN, twice);

    assertThat(gate().act()).isEqualTo(GateCard.Act.LET_IN_AGAIN);
    assertThat(kiosk.tones.warnings()).isEqualTo(1);
    assertThat(gate().notices().getFirst().loud()).isTrue();
    assertThat(gate().compare()).contains(Assessments.stay(PLATE).id());
    model.confirm();
    assertThat(kiosk.lane.changes()).containsExactly(new StayChange.Opens(VehicleKind.MOTORBIKE));
  }

  @Test
  void aTypedEntryWithNothingOddNeedsNoSecondTap() {
    comes(1, PLATE, Direction.IN, Assessments.entry(PLATE));
    kiosk.lane.booksSay(Assessments.entry("59P154321"));

    model.correct();
    keypad().request().done().accept("59P154321");

    assertThat(decisions()).containsExactly(new Call.Confirm(1, "59P154321", ""));
  }

  @Test
  void aDeniedVehicleIsLetInByASupervisorOnly() {
    kiosk.permission.lock(Action.LISTS);
    Assessment denied =
        Assessments.entry(PLATE, Assessments.listed(ListKind.DENIED, PLATE), Optional.empty());
    comes(1, PLATE, Direction.IN, denied);

    assertThat(gate().act()).isEqualTo(GateCard.Act.LET_IN_DENIED);
    model.confirm();

    assertThat(decisions()).isEmpty();
  }

  @Test
  void whoLeavesByHandIsLookedUpToo() {
    kiosk.lane.change(s -> LaneStates.turned(LaneStates.nobody(s), Direction.OUT));
    ExitCandidate own = Assessments.candidate(PLATE, 0, 4_000);
    kiosk.lane.booksSay(Assessments.exit(PLATE, own));

    model.enterByHand();
    keypad().request().done().accept(PLATE);
    model.sheetProperty().get().orElseThrow().options().getFirst().take().run();

    assertThat(decisions()).containsExactly(new Call.ByHand(PLATE, ""));
    assertThat(kiosk.lane.changes()).containsExactly(own.paid());
  }

  @Test
  void tapBeforeTheBooksHaveAnsweredLetsNobodyOutOnAFeeUnseen() {
    looksUp(1, Lookup.RUNNING);
    assertThat(gate().act()).isEqualTo(GateCard.Act.WAIT);
    model.confirm();
    assertThat(decisions()).isEmpty();

    wantsOut(1, Assessments.exit(PLATE, Assessments.candidate(PLATE, 0, 4_000)));
    model.confirm(); // the thumb was on its way when the fee came up
    assertThat(decisions()).isEmpty();

    kiosk.time.advance(Duration.ofMillis(400));
    model.confirm();
    assertThat(decisions()).containsExactly(new Call.Confirm(1, PLATE, ""));
    assertThat(kiosk.lane.changes()).hasSize(1);
  }

  @Test
  void feeThatChangesUnderTheThumbIsNotTaken() {
    wantsOut(1, Assessments.exit(PLATE, Assessments.candidate(PLATE, 0, 4_000)));
    kiosk.time.advance(Duration.ofSeconds(5));
    wantsOut(1, Assessments.exit(PLATE, Assessments.candidate(PLATE, 0, 8_000)));
    model.confirm();
    assertThat(decisions()).isEmpty();

    kiosk.time.advance(Duration.ofMillis(400));
    model.confirm();
    StayChange.Closes change = (StayChange.Closes) kiosk.lane.changes().getFirst();
    assertThat(change.settlement().paidDong()).isEqualTo(8_000);
  }

  @Test
  void booksThatCannotBeReadKeepNobodyInAndNothingCountsAsPaid() {
    looksUp(1, Lookup.FAILED);
    assertThat(gate().act()).isEqualTo(GateCard.Act.UNBOOKED);
    assertThat(gate().notices()).extracting(GateCard.Notice::loud).containsExactly(true);
    model.confirm();

    assertThat(decisions()).containsExactly(new Call.Confirm(1, PLATE, ""));
    assertThat(kiosk.lane.changes()).containsExactly(new StayChange.None());
  }

  @Test
  void typedPlateThatCannotBeLookedUpDoesNotWaitForEver() {
    wantsOut(1, Assessments.exit(PLATE));
    kiosk.lane.booksFail();
    model.correct();
    keypad().request().done().accept("59P154321");

    assertThat(gate().act()).isEqualTo(GateCard.Act.UNBOOKED);
    model.confirm();
    assertThat(decisions()).containsExactly(new Call.Confirm(1, "59P154321", ""));
  }

  private void looksUp(long vehicle, Lookup lookup) {
    PendingVehicle pending = LaneStates.lookedUp(plain(vehicle, PLATE), lookup);
    kiosk.lane.change(s -> LaneStates.turned(LaneStates.current(s, pending), Direction.OUT));
  }

  private void wantsOut(long vehicle, Assessment.Exit exit) {
    comes(vehicle, exit.plate(), Direction.OUT, exit);
  }

  private void comes(long vehicle, String text, Direction direction, Assessment said) {
    PendingVehicle pending = LaneStates.assessed(plain(vehicle, text), said);
    kiosk.lane.change(s -> LaneStates.turned(LaneStates.current(s, pending), direction));
  }

  private PendingVehicle plain(long vehicle, String text) {
    return LaneStates.pending(
        LaneStates.proposal(
            vehicle,
            kiosk.context().grammar().parse(text, 2),
            PlateColour.WHITE,
            LaneStates.reads(text, -1),
            new Region(10, 10, 100, 60)),
        Optional.empty(),
        new byte[0],
        List.of());
  }

  private static Sheet.Option option(Sheet sheet, String text) {
    return sheet.options().stream()
        .filter(option -> option.text().equals(text))
        .findFirst()
        .orElseThrow();
  }

  private GateCard gate() {
    return model.gateProperty().get().orElseThrow();
  }

  private Place.Keypad keypad() {
    return (Place.Keypad) kiosk.navigator.placeProperty().get();
  }

  private List<Call> decisions() {
    return kiosk.lane.calls().stream()
        .filter(call -> !(call instanceof Call.Hold) && !(call instanceof Call.Assess))
        .toList();
  }
}
