package io.gatehouse.screens;

import io.gatehouse.camera.FrameStamp;
import io.gatehouse.decide.Decision;
import io.gatehouse.lane.LaneState;
import io.gatehouse.lane.LaneState.PendingVehicle;
import io.gatehouse.parking.Direction;
import io.gatehouse.parking.Occupancy;
import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.gate.Assessment;
import io.gatehouse.parking.gate.ExitCandidate;
import io.gatehouse.parking.lists.ListKind;
import io.gatehouse.parking.lists.ListVerdict;
import io.gatehouse.parking.stay.Stay;
import io.gatehouse.parking.tariff.Fee;
import io.gatehouse.plate.Plate;
import io.gatehouse.store.NewPassage;
import io.gatehouse.store.StoreException;
import io.gatehouse.support.Assessments;
import io.gatehouse.support.FakePassageStore;
import io.gatehouse.support.LaneStates;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What the books may say of the vehicle in the lane, for the screens of entry and exit. */
final class GateScenes {

  private static final Duration STAYED = Duration.ofMinutes(149);

  private final Instant now;
  private final Plate plate;
  private final Stay stay;

  /**
   * @param store gets the entry passage with its picture
   */
  GateScenes(FakePassageStore store, Plate plate, DemoShot entry, Instant now) {
    this.now = now;
    this.plate = plate;
    this.stay =
        stay(recorded(store, plate, entry, now.minus(STAYED)), plate.text(), plate.display());
  }

  private static UUID recorded(
      FakePassageStore store, Plate plate, DemoShot entry, Instant enteredAt) {
    NewPassage.Pictures pictures =
        new NewPassage.Pictures(entry.picture(), Optional.of(entry.crop()), entry.picture());
    NewPassage passage =
        new NewPassage(
            Decision.byHand(plate, "Nguyễn Văn An", enteredAt),
            Direction.IN,
            "Cổng vào A",
            new FrameStamp(1, 1, enteredAt),
            Optional.of(pictures));
    try {
      return store.record(passage).id();
    } catch (StoreException e) {
      throw new IllegalStateException(e);
    }
  }

  private Stay stay(UUID id, String text, String display) {
    return new Stay(
        id,
        text,
        display,
        VehicleKind.MOTORBIKE,
        Optional.of(id),
        now.minus(STAYED),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  Map<String, UnaryOperator<LaneState>> scenes() {
    String like = plate.text().substring(0, plate.text().length() - 1) + "6";
    String likeShown = plate.display().substring(0, plate.display().length() - 1) + "6";
    ExitCandidate own = candidate(stay, 0);
    ExitCandidate other = candidate(stay(UUID.randomUUID(), like, likeShown), 1);
    ExitCandidate misread = candidate(stay(stay.id(), like, likeShown), 1);
    return Map.of(
        "exit", leaving(own),
        "exit-two", leaving(own, other),
        "exit-like", leaving(misread),
        "exit-none", leaving(),
        "entry-inside", entering(ListVerdict.NONE, Optional.of(stay)),
        "entry-denied",
            entering(Assessments.listed(ListKind.DENIED, plate.text()), Optional.empty()),
        "entry-month",
            entering(Assessments.listed(ListKind.SUBSCRIBER, plate.text()), Optional.empty()));
  }

  private static ExitCandidate candidate(Stay of, int errors) {
    return new ExitCandidate(of, errors, new Fee(4_000, STAYED, List.of(), "t1"), false);
  }

  private UnaryOperator<LaneState> leaving(ExitCandidate... candidates) {
    return state -> said(state, Direction.OUT, Assessments.exit(plate.text(), candidates));
  }

  private UnaryOperator<LaneState> entering(ListVerdict listed, Optional<Stay> inside) {
    return state ->
        said(
            state,
            Direction.IN,
            new Assessment.Entry(
                plate.text(),
                VehicleKind.MOTORBIKE,
                listed,
                inside,
                new Occupancy(VehicleKind.MOTORBIKE, 312, 400)));
  }

  private static LaneState said(LaneState state, Direction direction, Assessment assessment) {
    PendingVehicle vehicle = state.current().orElseThrow();
    return LaneStates.turned(
        LaneStates.current(state, LaneStates.assessed(vehicle, assessment)), direction);
  }
}
