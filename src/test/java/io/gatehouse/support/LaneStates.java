package io.gatehouse.support;

import io.gatehouse.barrier.BarrierStatus;
import io.gatehouse.camera.CameraFault;
import io.gatehouse.camera.CameraStatus;
import io.gatehouse.camera.FrameStamp;
import io.gatehouse.camera.Region;
import io.gatehouse.decide.Outcome;
import io.gatehouse.lane.LaneNotice;
import io.gatehouse.lane.LaneState;
import io.gatehouse.lane.LaneState.Lookup;
import io.gatehouse.lane.LaneState.PendingVehicle;
import io.gatehouse.parking.Direction;
import io.gatehouse.parking.gate.Assessment;
import io.gatehouse.plate.Candidate;
import io.gatehouse.plate.Plate;
import io.gatehouse.plate.PlateColour;
import io.gatehouse.plate.ReadCharacter;
import io.gatehouse.read.Sureness;
import io.gatehouse.store.Passage;
import io.gatehouse.vote.Proposal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lane states for tests of the screens, and changes to them. */
public final class LaneStates {

  private LaneStates() {}

  /** Characters read for sure, save the one at {@code doubtful}, -1 for none. */
  public static List<ReadCharacter> reads(String text, int doubtful, char... alternatives) {
    List<ReadCharacter> reads = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      List<Candidate> others = new ArrayList<>();
      float confidence = 0.12f;
      for (char c : i == doubtful ? alternatives : new char[0]) {
        others.add(new Candidate(c, confidence));
        confidence /= 2;
      }
      reads.add(new ReadCharacter(text.charAt(i), i == doubtful ? 0.81f : 0.99f, others));
    }
    return reads;
  }

  public static Proposal proposal(
      long vehicle, Plate plate, PlateColour colour, List<ReadCharacter> reads, Region region) {
    Instant seen = Instant.parse("2026-11-21T02:41:00Z");
    return new Proposal(
        vehicle,
        plate,
        reads,
        plate.text(),
        Sureness.SURE,
        colour,
        new FrameStamp(vehicle * 100, 0, seen),
        plate.isEmpty() ? Optional.empty() : Optional.of(region),
        "test",
        8,
        true,
        seen);
  }

  public static PendingVehicle pending(
      Proposal proposal, Optional<byte[]> crop, byte[] picture, List<Passage> visits) {
    return new PendingVehicle(
        proposal, crop, picture, visits, Optional.empty(), Lookup.NONE, false, false);
  }

  public static Passage passage(
      int number, Plate plate, Direction direction, Outcome outcome, Instant at) {
    return new Passage(
        new UUID(at.toEpochMilli(), number),
        plate.text(),
        plate.display(),
        plate.text(),
        plate.kind(),
        PlateColour.WHITE,
        plate.lines(),
        direction,
        "Cổng vào A",
        at,
        outcome,
        "Nguyễn Văn An",
        at.plusSeconds(2),
        plate.text(),
        0.98f,
        true,
        false);
  }

  public static LaneState current(LaneState s, PendingVehicle vehicle) {
    return vehicles(s, Optional.of(vehicle), s.waiting());
  }

  /** The books have answered. */
  public static PendingVehicle assessed(PendingVehicle vehicle, Assessment said) {
    return new PendingVehicle(
        vehicle.proposal(),
        vehicle.crop(),
        vehicle.picture(),
        vehicle.lastVisits(),
        Optional.of(said),
        Lookup.ANSWERED,
        vehicle.gone(),
        vehicle.storing());
  }

  /** The books are being asked, or have failed. */
  public static PendingVehicle lookedUp(PendingVehicle vehicle, Lookup lookup) {
    return new PendingVehicle(
        vehicle.proposal(),
        vehicle.crop(),
        vehicle.picture(),
        vehicle.lastVisits(),
        Optional.empty(),
        lookup,
        vehicle.gone(),
        vehicle.storing());
  }

  /** The lane leads the other way. */
  public static LaneState turned(LaneState s, Direction direction) {
    return s.withDirection(direction);
  }

  /** What the loop has counted. */
  public static LaneState counted(LaneState s, int openings, int vehicles) {
    BarrierStatus.Tally tally = new BarrierStatus.Tally(openings, vehicles);
    return s.withBarrier(
        new BarrierStatus(false, BarrierStatus.Loop.FREE, tally, Optional.empty()));
  }

  /** A barrier with what is under its boom. */
  public static LaneState barrier(LaneState s, boolean closes, BarrierStatus.Loop loop) {
    return s.withBarrier(
        new BarrierStatus(closes, loop, BarrierStatus.Tally.NONE, Optional.empty()));
  }

  public static LaneState nobody(LaneState s) {
    return vehicles(s, Optional.empty(), List.of());
  }

  public static LaneState vehicles(
      LaneState s, Optional<PendingVehicle> current, List<PendingVehicle> waiting) {
    return s.withVehicles(current, waiting);
  }

  public static LaneState marks(LaneState s, List<LaneState.Mark> marks) {
    return s.withMarks(marks, s.frameWidth(), s.frameHeight());
  }

  public static LaneState recent(LaneState s, List<Passage> recent) {
    return s.withRecent(recent);
  }

  public static LaneState notice(LaneState s, LaneNotice.Kind kind) {
    return s.withNotice(Optional.of(new LaneNotice(kind, "detail")));
  }

  public static LaneState cameraLost(LaneState s, CameraFault fault) {
    return camera(
        s, new CameraStatus(CameraStatus.Phase.RECONNECTING, 0, 3, Optional.of(fault), "detail"));
  }

  /** The same lane with a camera in this state. */
  public static LaneState camera(LaneState s, CameraStatus status) {
    return s.withMarks(List.of(), s.frameWidth(), s.frameHeight()).withCamera(status);
  }
}
