package io.gatehouse.parking.gate;

import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.lists.ListEntry;
import io.gatehouse.parking.lists.ListMatch;
import io.gatehouse.parking.lists.ListVerdict;
import io.gatehouse.parking.lists.PlateLists;
import io.gatehouse.parking.stay.Stay;
import io.gatehouse.parking.tariff.Fee;
import io.gatehouse.parking.tariff.FeeRule;
import io.gatehouse.parking.tariff.TariffBook;
import io.gatehouse.plate.Plate;
import io.gatehouse.plate.ReadCharacter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** What the books make of a vehicle in the lane. Plain rules, no state. */
public final class GateRules {

  /** Candidates that a guard can overlook at one glance. */
  private static final int MOST_CANDIDATES = 3;

  private final StayMatcher matcher = new StayMatcher();
  private final ZoneId zone;

  /**
   * @param zone where the site is
   */
  public GateRules(ZoneId zone) {
    this.zone = zone;
  }

  /** What the lists say of a plate; nothing where none was read. */
  public ListVerdict listed(Plate plate, List<ListEntry> like, Instant at) {
    return plate.isEmpty() ? ListVerdict.NONE : PlateLists.verdict(plate.text(), like, at, zone);
  }

  /** A list knows best what its plate is on. */
  public VehicleKind kind(Plate plate, ListVerdict listed) {
    return listed.matches().stream()
        .findFirst()
        .map(ListMatch::entry)
        .map(ListEntry::vehicle)
        .orElseGet(() -> VehicleKind.of(plate));
  }

  /**
   * The stays that the vehicle may belong to, best first, few.
   *
   * @param characters of the plate as read, or as typed with confidence 1
   */
  public List<StayMatcher.Likely> likely(List<ReadCharacter> characters, List<Stay> open) {
    return matcher.rank(characters, open, MOST_CANDIDATES);
  }

  /**
   * A vehicle that wants out.
   *
   * @param likely as {@link #likely} says
   * @param entries of the lists, of the plate and of those stays' plates
   * @param at the exit picture's own time: until then the fee counts
   */
  public Assessment.Exit exit(
      Plate plate,
      List<StayMatcher.Likely> likely,
      List<ListEntry> entries,
      TariffBook tariffs,
      Instant at) {
    ListVerdict listed = listed(plate, entries, at);
    VehicleKind kind = kind(plate, listed);
    List<ExitCandidate> candidates =
        likely.stream().map(each -> candidate(each, entries, tariffs, at)).toList();
    return new Assessment.Exit(
        plate.text(),
        kind,
        listed,
        candidates,
        tariffs.lostTicketDong(kind, at),
        tariffs.at(at).id());
  }

  private ExitCandidate candidate(
      StayMatcher.Likely likely, List<ListEntry> entries, TariffBook tariffs, Instant at) {
    Stay stay = likely.stay();
    Fee fee = FeeRule.fee(stay.kind(), stay.enteredAt(), at, tariffs, zone);
    boolean free = PlateLists.verdict(stay.plate(), entries, at, zone).isFree();
    return new ExitCandidate(stay, likely.errors(), fee, free);
  }
}
