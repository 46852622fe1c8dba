package io.gatehouse.parking;

import io.gatehouse.parking.stay.Stay;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A walk through the site that finds out who is really there. Whoever comes in after it began is no
 * part of it. Immutable.
 *
 * @param begunAt when, UTC
 * @param expected the open stays that are looked for
 * @param found ids of those whose vehicle was seen
 */
public record CorrectionRound(Instant begunAt, List<Stay> expected, Set<UUID> found) {

  public CorrectionRound {
    expected = List.copyOf(expected);
    found = Set.copyOf(found);
  }

  public static CorrectionRound begin(Instant at, List<Stay> expected) {
    return new CorrectionRound(at, expected, Set.of());
  }

  public boolean isFound(Stay stay) {
    return found.contains(stay.id());
  }

  /** The vehicle was seen; or was not, after all. */
  public CorrectionRound toggled(Stay stay) {
    Set<UUID> changed = new HashSet<>(found);
    if (!changed.remove(stay.id())) {
      changed.add(stay.id());
    }
    return new CorrectionRound(begunAt, expected, changed);
  }

  /** Those whose vehicle nobody saw: their exit was missed. */
  public List<Stay> notFound() {
    return expected.stream().filter(stay -> !isFound(stay)).toList();
  }
}
