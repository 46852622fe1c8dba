package io.gatehouse.support;

import io.gatehouse.store.Hold;
import io.gatehouse.store.HoldStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Holds in memory. */
public final class FakeHolds implements HoldStore {

  private final Map<UUID, List<Hold>> holds = new HashMap<>();

  @Override
  public Optional<Hold> find(UUID passage) {
    return trace(passage).stream().filter(hold -> hold.release().isEmpty()).findFirst();
  }

  @Override
  public Hold hold(UUID passage, String by, Instant at) {
    if (find(passage).isEmpty()) {
      holds
          .computeIfAbsent(passage, id -> new ArrayList<>())
          .add(new Hold(by, at, Optional.empty()));
    }
    return find(passage).orElseThrow();
  }

  @Override
  public void release(UUID passage, String by, Instant at) {
    holds
        .getOrDefault(passage, new ArrayList<>())
        .replaceAll(hold ->
            hold.release().isPresent()
                ? hold
                : new Hold(hold.by(), hold.at(), Optional.of(new Hold.Release(by, at))));
  }

  @Override
  public List<Hold> trace(UUID passage) {
    return List.copyOf(holds.getOrDefault(passage, List.of()));
  }
}
