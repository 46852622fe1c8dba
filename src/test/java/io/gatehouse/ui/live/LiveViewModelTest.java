package io.gatehouse.ui.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gatehouse.camera.CameraFault;
import io.gatehouse.camera.Region;
import io.gatehouse.decide.Outcome;
import io.gatehouse.lane.LaneNotice;
import io.gatehouse.lane.LaneState.PendingVehicle;
import io.gatehouse.parking.Direction;
import io.gatehouse.plate.PlateColour;
import io.gatehouse.store.Passage;
import io.gatehouse.store.StoreException;
import io.gatehouse.support.FakeLane.Call;
import io.gatehouse.support.LaneStates;
import io.gatehouse.support.TestKiosk;
import io.gatehouse.ui.common.Place;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveViewModelTest {

  private final TestKiosk kiosk = new TestKiosk();
  private LiveViewModel model;

  @BeforeEach
  void open() {
    model = new LiveViewModel(kiosk.tools());
  }

  private PendingVehicle pending(long vehicle, String text, int doubtful, char... others) {
    return LaneStates.pending(
        LaneStates.proposal(
            vehicle,
            kiosk.context().grammar().parse(text, 2),
            PlateColour.WHITE,
            LaneStates.reads(text, doubtful, others),
            new Region(10, 10, 100, 60)),
        Optional.empty(),
        new byte[0],
        List.of());
  }

  private void comes(long vehicle, String text, int doubtful, char... others) {
    kiosk.lane.change(s -> LaneStates.current(s, pending(vehicle, text, doubtful, others)));
  }

  private VehicleCard card() {
    return model.cardProperty().get().orElseThrow();
  }

  private List<Call> decisions() {
    return kiosk.lane.calls().stream().filter(call -> !(call instanceof Call.Hold)).toList();
  }

  @Test
  void tapIsAnsweredBeforeTheStoreHasAnswered() {
    comes(1, "59P168480", -1);

    model.confirm();

    assertThat(card().storing()).isTrue();
    assertThat(decisions()).containsExactly(new Call.Confirm(1, "59P168480", ""));
  }

  @Test
  void doubleTapConfirmsNeitherTwiceNorTheNextVehicle() {
    comes(1, "59P168480", -1);
    model.confirm();
    model.confirm();
    comes(2, "30A12345", -1);
    kiosk.time.advance(Duration.ofMillis(200));
    model.confirm();

    assertThat(decisions()).containsExactly(new Call.Confirm(1, "59P168480", ""));

    kiosk.time.advance(Duration.ofMillis(500));
    model.confirm();
    assertThat(decisions()).contains(new Call.Confirm(2, "30A12345", ""));
  }

  @Test
  void misreadIsMendedWithTwoTaps() {
    comes(1, "59P168480", 6, 'A', '6');

    model.choose(6, '6');
    model.confirm();

    assertThat(decisions()).containsExactly(new Call.Confirm(1, "59P168680", ""));
  }

  @Test
  void choiceHoldsTheProposalAndClearsTheDoubt() {
    comes(1, "59P168480", 6, 'A', '6');
    assertThat(card().face().doubtful()).containsExactly(6);

    model.choose(6, '6');

    assertThat(kiosk.lane.calls()).containsExactly(new Call.Hold(true));
    assertThat(card().face().doubtful()).isEmpty();
    assertThat(card().face().plate().display()).isEqualTo("59P1-686.80");
  }

  @Test
  void betterProposalReplacesOnlyWhatTheGuardDidNotTouch() {
    comes(1, "59P168480", 6, '6');
    comes(1, "59P168481", 6, '6');
    assertThat(card().chosen()).isEqualTo("59P168481");

    model.choose(6, '6');
    comes(1, "59P168489", 6, '6');
    assertThat(card().chosen()).isEqualTo("59P168681");

    model.undo();
    assertThat(card().chosen()).isEqualTo("59P168489");
  }

  @Test
  void failureIsSaidWithItsCodeAndTheVehicleCanBeConfirmedAgain() {
    comes(1, "59P168480", -1);
    model.confirm();

    kiosk.lane.answer().completeExceptionally(new StoreException("disk is read-only"));

    assertThat(card().storing()).isFalse();
    assertThat(model.stripsProperty().get())
        .singleElement()
        .satisfies(strip -> assertThat(strip.text()).contains("GH-K5"))
        .satisfies(strip -> assertThat(strip.dismissable()).isTrue());
    kiosk.time.advance(Duration.ofSeconds(1));
    model.confirm();
    assertThat(decisions()).hasSize(2);
    model.dismissNotice();
    assertThat(model.stripsProperty().get()).isEmpty();
  }

  @Test
  void vehicleWithoutAPlateIsTyped() {
    comes(1, "", -1);

    model.confirm();

    assertThat(decisions()).isEmpty();
    assertThat(kiosk.navigator.placeProperty().get()).isInstanceOf(Place.Keypad.class);
  }

  @Test
  void correctedPlateIsConfirmedForTheVehicleItWasTypedFor() {
    comes(1, "59P168480", -1);
    model.correct();
    Place.Keypad keypad = (Place.Keypad) kiosk.navigator.placeProperty().get();
    keypad.request().done().accept("59P168489");

    assertThat(kiosk.lane.calls())
        .containsExactly(
            new Call.Hold(true), new Call.Confirm(1, "59P168489", ""), new Call.Hold(false));
  }

  @Test
  void typedPlateOfAnUnseenVehicleIsEnteredByHand() {
    model.type('5');
    Place.Keypad keypad = (Place.Keypad) kiosk.navigator.placeProperty().get();
    assertThat(keypad.request().text()).isEqualTo("5");
    keypad.request().done().accept("51G39012");

    assertThat(decisions()).containsExactly(new Call.ByHand("51G39012", ""));
  }

  @Test
  void newVehicleAndLostCameraAreHeard() {
    comes(1, "59P168480", -1);
    comes(1, "59P168481", -1);
    kiosk.lane.change(s -> LaneStates.cameraLost(s, CameraFault.STALLED));
    kiosk.lane.change(s -> LaneStates.cameraLost(s, CameraFault.STALLED));

    assertThat(kiosk.tones.vehicles()).isEqualTo(1);
    assertThat(kiosk.tones.warnings()).isEqualTo(1);
  }

  @Test
  void lostCameraIsSaidWithTheSecondsItIsGone() {
    kiosk.lane.change(s -> LaneStates.cameraLost(s, CameraFault.STALLED));
    kiosk.time.advance(Duration.ofSeconds(12));
    model.tick();

    assertThat(model.stripsProperty().get().getFirst().title()).contains("12 giây");
    assertThat(model.stripsProperty().get().getFirst().text()).contains("GH-M5");
  }

  @Test
  void openBarrierIsSaidForAMomentUnlessItFailed() {
    kiosk.lane.change(s -> LaneStates.recent(s, List.of(passage(1))));
    assertThat(model.stripsProperty().get().getFirst().tone()).isEqualTo(Strip.Tone.GOOD);
    kiosk.time.advance(Duration.ofSeconds(7));
    model.tick();
    assertThat(model.stripsProperty().get()).isEmpty();

    kiosk.lane.change(s ->
        LaneStates.notice(
            LaneStates.recent(s, List.of(passage(2), passage(1))), LaneNotice.Kind.BARRIER_FAILED));
    assertThat(model.stripsProperty().get())
        .singleElement()
        .satisfies(strip -> assertThat(strip.tone()).isEqualTo(Strip.Tone.BAD));
  }

  @Test
  void whatTheLoopCountsTooManyIsSaidForAWhileWithNothingToTap() {
    kiosk.lane.change(s -> LaneStates.counted(s, 1, 1));
    assertThat(model.stripsProperty().get()).isEmpty();
    kiosk.lane.change(s -> LaneStates.counted(s, 1, 2));
    kiosk.lane.change(s -> LaneStates.recent(s, List.of(passage(1))));
    assertThat(model.stripsProperty().get())
        .extracting(Strip::tone, Strip::title, Strip::dismissable)
        .containsExactly(
            tuple(Strip.Tone.WARNING, "Vòng từ đếm 2 xe trong 1 lần mở", false),
            tuple(Strip.Tone.GOOD, "Đã lưu · cổng mở · 59P1-684.80", false));
    kiosk.time.advance(Duration.ofSeconds(10));
    model.tick();
    assertThat(model.stripsProperty().get()).hasSize(1);
    kiosk.time.advance(Duration.ofSeconds(11));
    model.tick();
    assertThat(model.stripsProperty().get()).isEmpty();
  }

  private Passage passage(int number) {
    return LaneStates.passage(
        number,
        kiosk.context().grammar().parse("59P168480", 2),
        Direction.IN,
        Outcome.CONFIRMED,
        kiosk.time.now());
  }
}
