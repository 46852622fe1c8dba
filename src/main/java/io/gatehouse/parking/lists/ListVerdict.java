package io.gatehouse.parking.lists;

import java.util.List;
import java.util.Optional;

/**
 * What the lists say of a plate at a certain moment.
 *
 * @param matches entries of exactly this plate, the one that counts first: what is in force before
 *     what is not, and DENIED before all else
 * @param proposals entries whose plate may be this one misread, likeliest first; to be shown to
 *     somebody who decides. None where the plate itself is on a list
 */
public record ListVerdict(List<ListMatch> matches, List<ListMatch> proposals) {

  /** The plate is on no list, and none is like it. */
  public static final ListVerdict NONE = new ListVerdict(List.of(), List.of());

  public ListVerdict {
    matches = List.copyOf(matches);
    proposals = List.copyOf(proposals);
  }

  /** The entry that counts; empty where the plate is on no list, or on none any more. */
  public Optional<ListMatch> inForce() {
    return matches.stream().findFirst().filter(ListMatch::inForce);
  }

  public boolean isDenied() {
    return is(ListKind.DENIED);
  }

  /** Whether nothing is to be paid. A denied plate pays. */
  public boolean isFree() {
    return inForce().filter(match -> match.entry().kind().isFree()).isPresent();
  }

  /** A subscription that is over, where nothing else is in force: to be said loudly. */
  public Optional<ListMatch> expiredSubscription() {
    return inForce().isPresent()
        ? Optional.empty()
        : matches.stream()
            .filter(match -> match.entry().kind() == ListKind.SUBSCRIBER)
            .filter(match -> match.validity() == Validity.EXPIRED)
            .findFirst();
  }

  /**
   * Whether a lane may open by itself: the plate itself is a subscriber's or a VIP's, and every
   * character was read surely. A proposal never opens anything.
   *
   * @param leastConfidence of the least sure character, 0 to 1
   * @param percent the least that is asked for, 0 to 100
   */
  public boolean opensAt(double leastConfidence, int percent) {
    return isFree() && leastConfidence * 100 >= percent;
  }

  private boolean is(ListKind kind) {
    return inForce().filter(match -> match.entry().kind() == kind).isPresent();
  }
}
