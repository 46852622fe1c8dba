package io.gatehouse.support;

import io.gatehouse.camera.FrameStamp;
import io.gatehouse.common.TimeSource;
import io.gatehouse.decide.Decision;
import io.gatehouse.decide.Outcome;
import io.gatehouse.parking.Direction;
import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.stay.Settlement;
import io.gatehouse.parking.stay.StayChange;
import io.gatehouse.parking.stay.StayEnd;
import io.gatehouse.plate.VietnamGrammar;
import io.gatehouse.store.NewPassage;
import io.gatehouse.store.Passage;
import io.gatehouse.store.PassageStore;
import io.gatehouse.store.StoreException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Vehicles that come and go at a gate with a store, each with what was paid. */
public final class GateDay {

  private final PassageStore store;
  private final TimeSource time;
  private final VietnamGrammar grammar = new VietnamGrammar();
  private final Map<String, UUID> inside = new HashMap<>();
  private String guard = "Nguyễn Văn An";
  private Outcome outcome = Outcome.CONFIRMED;
  private Optional<NewPassage.Pictures> pictures = Optional.empty();
  private long frames;

  public GateDay(PassageStore store, TimeSource time) {
    this.store = store;
    this.time = time;
  }

  /** Who decides from now on. */
  public GateDay guardedBy(String name) {
    guard = name;
    return this;
  }

  /** How is decided from now on. */
  public GateDay by(Outcome how) {
    outcome = how;
    return this;
  }

  /** What is seen from now on. */
  public GateDay seen(NewPassage.Pictures taken) {
    pictures = Optional.of(taken);
    return this;
  }

  public Passage enters(String plate) throws StoreException {
    Passage entry = pass(plate, Direction.IN, outcome, new StayChange.Opens(VehicleKind.MOTORBIKE));
    inside.put(plate, entry.id());
    return entry;
  }

  public Passage leaves(String plate, long paidDong) throws StoreException {
    return leaves(plate, StayEnd.LEFT, Settlement.paid(paidDong, "v1"));
  }

  public Passage leavesFree(String plate, long feeDong, String supervisor) throws StoreException {
    return leaves(
        plate,
        StayEnd.LEFT,
        new Settlement(feeDong, 0, Settlement.Method.FREE_PASS, "v1", supervisor, "Xe giao hàng"));
  }

  public Passage losesTicket(String plate, long paidDong, String supervisor) throws StoreException {
    return leaves(
        plate,
        StayEnd.LOST_TICKET,
        new Settlement(paidDong, paidDong, Settlement.Method.CASH, "v1", supervisor, "Mất vé"));
  }

  public Passage turnedAway(String plate) throws StoreException {
    return pass(plate, Direction.IN, Outcome.REJECTED, new StayChange.None());
  }

  public Passage passesAlone(String plate, Direction way) throws StoreException {
    Passage passage =
        pass(plate, way, Outcome.AUTOMATIC, new StayChange.Opens(VehicleKind.MOTORBIKE));
    inside.put(plate, passage.id());
    return passage;
  }

  private Passage leaves(String plate, StayEnd end, Settlement settlement) throws StoreException {
    UUID stay = inside.remove(plate);
    return pass(
        plate,
        Direction.OUT,
        outcome,
        stay == null
            ? new StayChange.WithoutEntry(VehicleKind.MOTORBIKE, end, settlement)
            : new StayChange.Closes(stay, VehicleKind.MOTORBIKE, end, settlement));
  }

  private Passage pass(String plate, Direction way, Outcome how, StayChange stay)
      throws StoreException {
    return store.record(
        new NewPassage(
            new Decision(Optional.empty(), how, grammar.parse(plate, 2), guard, time.now(), ""),
            way,
            "Cổng A",
            new FrameStamp(++frames, time.nanos(), time.now()),
            pictures,
            stay));
  }
}
