package io.gatehouse.lane;

import io.gatehouse.decide.Decision;
import io.gatehouse.parking.Direction;
import io.gatehouse.parking.Occupancy;
import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.gate.Assessment;
import io.gatehouse.parking.gate.ExitCandidate;
import io.gatehouse.parking.gate.GateRules;
import io.gatehouse.parking.gate.StayMatcher;
import io.gatehouse.parking.lists.ListEntry;
import io.gatehouse.parking.lists.ListVerdict;
import io.gatehouse.parking.stay.Settlement;
import io.gatehouse.parking.stay.Stay;
import io.gatehouse.parking.stay.StayChange;
import io.gatehouse.parking.stay.StayEnd;
import io.gatehouse.plate.Plate;
import io.gatehouse.plate.ReadCharacter;
import io.gatehouse.store.ParkingBooks;
import io.gatehouse.store.StoreException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/** Looks a vehicle up in the books. Every call blocks on the disk. */
public final class VehicleAssessor {

  /** Open stays that one plate may be compared with. */
  private static final int MOST_ALIKE = 3_000;

  private final ParkingBooks books;
  private final GateRules rules;
  private final ToIntFunction<VehicleKind> capacity;

  /**
   * @param zone where the site is
   * @param capacity of a kind of vehicle; 0 for no limit
   */
  public VehicleAssessor(ParkingBooks books, ZoneId zone, ToIntFunction<VehicleKind> capacity) {
    this.books = books;
    this.rules = new GateRules(zone);
    this.capacity = capacity;
  }

  /**
   * What the books say.
   *
   * @param characters of the plate as read, or as typed with confidence 1
   * @param at the picture's own time
   */
  Assessment assess(Direction direction, Plate plate, List<ReadCharacter> characters, Instant at)
      throws StoreException {
    return switch (direction) {
      case IN -> entry(plate, at);
      case OUT -> exit(plate, characters, at);
    };
  }

  private Assessment.Entry entry(Plate plate, Instant at) throws StoreException {
    List<ListEntry> like = plate.isEmpty() ? List.of() : books.lists().like(plate.text());
    ListVerdict listed = rules.listed(plate, like, at);
    VehicleKind kind = rules.kind(plate, listed);
    Optional<Stay> inside = plate.isEmpty() ? Optional.empty() : books.stays().open(plate.text());
    long there = books.stays().occupancy().get(kind);
    Occupancy occupancy = new Occupancy(kind, there, capacity.applyAsInt(kind));
    return new Assessment.Entry(plate.text(), kind, listed, inside, occupancy);
  }

  private Assessment.Exit exit(Plate plate, List<ReadCharacter> characters, Instant at)
      throws StoreException {
    List<Stay> open =
        plate.isEmpty() ? List.of() : books.stays().openLike(plate.text(), MOST_ALIKE);
    List<StayMatcher.Likely> likely = rules.likely(characters, open);
    Set<ListEntry> entries = new LinkedHashSet<>();
    if (!plate.isEmpty()) {
      entries.addAll(books.lists().like(plate.text()));
    }
    for (StayMatcher.Likely each : likely) {
      entries.addAll(books.lists().like(each.stay().plate()));
    }
    return rules.exit(plate, likely, List.copyOf(entries), books.tariffs().book(), at);
  }

  /** What a passage does to the stays where nobody chose: what the books say first. */
  StayChange plainChange(Decision decision, Direction direction, Instant at) throws StoreException {
    if (!decision.outcome().opens()) {
      return new StayChange.None();
    }
    Assessment assessment = assess(direction, decision.plate(), typed(decision.plate()), at);
    return switch (assessment) {
      case Assessment.Entry entry -> new StayChange.Opens(entry.kind());
      case Assessment.Exit exit ->
          exit.match()
              .map(ExitCandidate::paid)
              .orElseGet(() ->
                  new StayChange.WithoutEntry(
                      exit.kind(), StayEnd.NO_ENTRY, Settlement.paid(0, exit.tariff())));
    };
  }

  /** The characters of a plate that somebody is sure of. */
  static List<ReadCharacter> typed(Plate plate) {
    return plate.text().chars().mapToObj(c -> new ReadCharacter((char) c, 1, List.of())).toList();
  }
}
