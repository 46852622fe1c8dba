package io.gatehouse.central.intake;

import io.gatehouse.central.intake.End.Rank;
import io.gatehouse.central.intake.Fact.Charge;
import io.gatehouse.central.intake.Fact.Correction;
import io.gatehouse.central.intake.Fact.Passage;
import io.gatehouse.central.intake.Fact.StayEnded;
import io.gatehouse.central.intake.Fact.StayPart;
import io.gatehouse.central.intake.HistoryReader.StoredCorrection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Merges facts into rows; the rows are the same in whatever order the facts come. */
final class FactMerger {

  private final HistoryBook book;
  private final PairingUpdate pairing;

  FactMerger(HistoryBook book) {
    this.book = book;
    this.pairing = new PairingUpdate(book);
  }

  /** Takes a passage; the row that has it then. */
  Vehicle passage(long gate, UUID event, Passage passage) {
    Side side = Side.seen(gate, event, passage);
    Set<String> plates = new LinkedHashSet<>();
    Vehicle vehicle = place(gate, event, passage, side, plates);
    book.linkPassage(gate, event, vehicle);
    correctAnew(gate, event, plates);
    UUID entry = passage.stay().map(StayPart::entryEvent).orElse(null);
    if (entry != null) {
      correctAnew(gate, entry, plates);
    }
    plates.add(vehicle.plate());
    plates.add(passage.plate().id());
    pairing.update(plates);
    return book.ofPassage(gate, event).orElseThrow();
  }

  private Vehicle place(long gate, UUID event, Passage passage, Side side, Set<String> plates) {
    if (passage.stay().isEmpty() && passage.turnedAway()) {
      return turnedAway(gate, passage, side);
    }
    if (passage.stay().isEmpty()) {
      return passage.entry()
          ? entry(book.add(new Vehicle(gate, null)), passage, side)
          : loneExit(gate, event, null, passage, side);
    }
    StayPart stay = passage.stay().get();
    return switch (stay.change()) {
      case OPENED -> entry(stay(gate, stay.id(), plates), passage, side);
      case CLOSED -> {
        Vehicle vehicle = stay(gate, stay.id(), plates);
        pairing.free(vehicle, plates);
        yield ownExit(vehicle, stay, passage, side);
      }
      case WITHOUT_ENTRY -> loneExit(gate, event, stay.id(), passage, side);
    };
  }

  /** The row of a stay; the plate that it has before it is merged joins the others. */
  private Vehicle stay(long gate, UUID stay, Set<String> plates) {
    Vehicle vehicle = book.stay(gate, stay);
    if (vehicle.naming != null) {
      plates.add(vehicle.plate());
    }
    return vehicle;
  }

  private Vehicle turnedAway(long gate, Passage passage, Side side) {
    Vehicle vehicle = book.add(new Vehicle(gate, null));
    vehicle.turnedAway = true;
    vehicle.kind = passage.vehicleKind();
    if (passage.entry()) {
      vehicle.entry = side;
      vehicle.name(Naming.ofEntry(passage.plate()));
    } else {
      vehicle.end = new End(Rank.NOBODY, side, null, Charge.NONE);
      vehicle.name(Naming.ofExit(passage.plate()));
    }
    return vehicle;
  }

  private static Vehicle entry(Vehicle vehicle, Passage passage, Side side) {
    if (vehicle.enter(side)) {
      vehicle.name(Naming.ofEntry(passage.plate()));
      vehicle.kind = passage.vehicleKind();
    } else {
      complete(vehicle, passage, Naming.ofEntry(passage.plate()));
    }
    return vehicle;
  }

  private static Vehicle ownExit(Vehicle vehicle, StayPart stay, Passage passage, Side side) {
    if (stay.enteredAt() != null) {
      vehicle.enter(Side.hinted(stay.entryEvent(), stay.enteredAt()));
    }
    if (vehicle.end(new End(Rank.OWN_EXIT, side, stay.ending(), passage.charge()))) {
      vehicle.name(Naming.ofExit(passage.plate()));
      if (vehicle.entry == null || !vehicle.entry.isSeen()) {
        vehicle.kind = passage.vehicleKind();
      }
    }
    complete(vehicle, passage, Naming.ofExit(passage.plate()));
    return vehicle;
  }

  /** A row that was just made needs a name and a kind, whoever tells them. */
  private static void complete(Vehicle vehicle, Passage passage, Naming naming) {
    if (vehicle.naming == null) {
      vehicle.name(naming);
    }
    if (vehicle.kind == null) {
      vehicle.kind = passage.vehicleKind();
    }
  }

  private Vehicle loneExit(long gate, UUID event, UUID stay, Passage passage, Side side) {
    LoneExit exit = new LoneExit(gate, event, stay, passage.at(), passage.vehicleKind());
    exit.naming = Naming.ofExit(passage.plate());
    Vehicle row = book.add(new Vehicle(gate, stay));
    row.naming = exit.naming;
    row.kind = passage.vehicleKind();
    String ending = passage.stay().map(StayPart::ending).orElse("NO_ENTRY");
    row.end = new End(Rank.LONE_EXIT, side, ending, passage.charge());
    exit.holder = row;
    book.addExit(exit);
    return row;
  }

  /** Corrections that came before what they correct. */
  private void correctAnew(long gate, UUID passage, Set<String> plates) {
    for (StoredCorrection stored : List.copyOf(book.corrections(gate, passage))) {
      apply(stored, plates);
    }
  }

  /** Takes a correction; the row of its passage, which may still have to come. */
  Optional<Vehicle> correction(long gate, UUID event, Correction correction) {
    StoredCorrection stored = new StoredCorrection(gate, event, correction);
    Set<String> plates = new LinkedHashSet<>();
    apply(stored, plates);
    book.addCorrection(stored);
    pairing.update(plates);
    return book.ofPassage(gate, correction.passage());
  }

  private void apply(StoredCorrection stored, Set<String> plates) {
    Correction correction = stored.correction();
    Naming naming = Naming.ofCorrection(correction.plate(), stored.event(), correction.at());
    Optional<Vehicle> found = book.ofPassage(stored.gate(), correction.passage());
    Optional<LoneExit> lone = book.exit(stored.gate(), correction.passage());
    if (lone.isPresent()) {
      LoneExit exit = lone.get();
      plates.add(exit.naming.plate().id());
      exit.naming = exit.naming.or(naming);
      plates.add(exit.naming.plate().id());
      if (exit.isAlone()) {
        exit.holder.naming = exit.naming;
      }
    } else if (found.isPresent()) {
      Vehicle vehicle = found.get();
      plates.add(vehicle.plate());
      vehicle.name(naming);
      plates.add(vehicle.plate());
    }
  }

  /** Takes the end of a stay that nobody saw leave. */
  Vehicle stayEnded(long gate, StayEnded fact) {
    Set<String> plates = new LinkedHashSet<>();
    Vehicle vehicle = stay(gate, fact.stay(), plates);
    End end =
        new End(
            Rank.GATE_WITHOUT_EXIT,
            Side.hinted(null, fact.endedAt()),
            fact.ending(),
            new Charge(0, 0, null, fact.by(), fact.reason()));
    vehicle.enter(Side.hinted(null, fact.enteredAt()));
    vehicle.end(end);
    vehicle.name(Naming.ofEnd(fact.plate()));
    if (vehicle.kind == null) {
      vehicle.kind = "MOTORBIKE";
    }
    book.putStayEnd(gate, fact.stay(), end);
    plates.add(vehicle.plate());
    pairing.update(plates);
    return vehicle;
  }
}
