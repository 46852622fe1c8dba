package io.gatehouse.parking.lists;

import io.gatehouse.plate.Confusions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What the lists say of a plate. Plain rules, no state. */
public final class PlateLists {

  /** An entry that ends within so many days is about to expire. */
  public static final int EXPIRING_DAYS = 7;

  /** What bars comes before what favours. */
  private static final List<ListKind> PRECEDENCE =
      List.of(ListKind.DENIED, ListKind.VIP, ListKind.SUBSCRIBER, ListKind.ALLOWED);

  private static final Comparator<ListMatch> WHAT_COUNTS =
      Comparator.comparing((ListMatch match) -> !match.inForce())
          .thenComparingInt(match -> PRECEDENCE.indexOf(match.entry().kind()))
          .thenComparingLong(match -> match.entry().lastDay().orElse(LocalDate.MAX).toEpochDay());

  private PlateLists() {}

  /**
   * What the lists say of a plate.
   *
   * @param plate compact text
   * @param entries those of the plate and those like it, such as {@code ListStore.like} finds; more
   *     do no harm
   * @param at the passage's own time
   * @param zone where the site is: there the last day ends
   */
  public static ListVerdict verdict(
      String plate, Collection<ListEntry> entries, Instant at, ZoneId zone) {
    LocalDate day = LocalDate.ofInstant(at, zone);
    List<ListMatch> matches =
        entries.stream()
            .filter(entry -> entry.plate().equals(plate))
            .map(entry -> on(day, entry))
            .sorted(WHAT_COUNTS)
            .toList();
    if (!matches.isEmpty()) {
      return new ListVerdict(matches, List.of());
    }
    String folded = Confusions.fold(plate);
    List<ListMatch> proposals =
        entries.stream()
            .filter(entry -> withinOneError(folded, Confusions.fold(entry.plate())))
            .sorted(
                Comparator.comparing(
                    (ListEntry entry) -> !folded.equals(Confusions.fold(entry.plate()))))
            .map(entry -> on(day, entry))
            .sorted(Comparator.comparing(match -> !match.inForce()))
            .toList();
    return new ListVerdict(List.of(), proposals);
  }

  /** An entry as it stands on a day. */
  public static ListMatch on(LocalDate day, ListEntry entry) {
    Optional<LocalDate> last = entry.lastDay();
    OptionalLong left =
        last.map(end -> OptionalLong.of(ChronoUnit.DAYS.between(day, end)))
            .orElseGet(OptionalLong::empty);
    return new ListMatch(entry, validity(day, entry, left), left);
  }

  private static Validity validity(LocalDate day, ListEntry entry, OptionalLong left) {
    if (day.isBefore(entry.validFrom())) {
      return Validity.NOT_YET;
    }
    if (left.isEmpty() || left.getAsLong() > EXPIRING_DAYS) {
      return Validity.VALID;
    }
    return left.getAsLong() >= 0 ? Validity.EXPIRING : Validity.EXPIRED;
  }

  /** Whether one wrong, missing or additional character makes the one text of the other. */
  private static boolean withinOneError(String one, String other) {
    if (Math.abs(one.length() - other.length()) > 1) {
      return false;
    }
    int shorter = Math.min(one.length(), other.length());
    int head = 0;
    while (head < shorter && one.charAt(head) == other.charAt(head)) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && one.charAt(one.length() - 1 - tail) == other.charAt(other.length() - 1 - tail)) {
      tail++;
    }
    return Math.max(one.length(), other.length()) - head - tail <= 1;
  }
}
