package io.gatehouse.support;

import io.gatehouse.store.OutboxCounts;
import io.gatehouse.store.OutgoingKind;
import io.gatehouse.store.ParkedEvent;
import io.gatehouse.sync.CentralAddress;
import io.gatehouse.sync.CentralLink;
import io.gatehouse.sync.SyncState;
import io.gatehouse.sync.SyncState.Phase;
import io.gatehouse.sync.Trouble;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A tie to a central that is as it is told to be, and writes down what was asked of it. */
public final class FakeCentralLink implements CentralLink {

  public static final Instant SINCE = Instant.parse("2026-11-21T01:12:00Z");

  private volatile SyncState state = state(Phase.OFF, 0, 0, Optional.empty());
  private volatile Optional<Trouble> onEnrol = Optional.empty();
  private final List<ParkedEvent> parked = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();

  public FakeCentralLink is(Phase phase, long waiting, Optional<Trouble> trouble) {
    state = state(phase, waiting, parked.size(), trouble);
    return this;
  }

  public FakeCentralLink parks(int count, String reason) {
    List<OutgoingKind> kinds = List.of(OutgoingKind.values());
    for (int i = 0; i < count; i++) {
      parked.add(
          new ParkedEvent(
              new UUID(0, i),
              kinds.get(i % kinds.size()),
              i % 4 == 3 ? "" : "59-P1 684.8" + i % 10,
              "Cổng A",
              SINCE.plusSeconds(600L * i),
              reason));
    }
    return this;
  }

  public FakeCentralLink answersEnrolment(Optional<Trouble> trouble) {
    onEnrol = trouble;
    return this;
  }

  public synchronized List<String> asked() {
    return List.copyOf(asked);
  }

  private synchronized void note(String what) {
    asked.add(what);
  }

  private static SyncState state(
      Phase phase, long waiting, long refused, Optional<Trouble> trouble) {
    return new SyncState(
        phase,
        new OutboxCounts(waiting, refused, waiting > 0 ? Optional.of(SINCE) : Optional.empty()),
        1_284,
        3,
        phase == Phase.OFF ? Optional.empty() : Optional.of(SINCE.plusSeconds(4_000)),
        trouble);
  }

  @Override
  public SyncState state() {
    return state;
  }

  @Override
  public Optional<Trouble> enrol(CentralAddress address, String certificate, String code) {
    note("enrol %s %s %s".formatted(address, certificate, code));
    return onEnrol;
  }

  @Override
  public void restart() {
    note("restart");
  }

  @Override
  public void tryNow() {
    note("now");
  }

  @Override
  public List<ParkedEvent> parked(int offset, int limit) {
    return parked.stream().skip(offset).limit(limit).toList();
  }

  @Override
  public void retry(UUID event) {
    note("retry " + event);
    parked.removeIf(refused -> refused.id().equals(event));
  }

  @Override
  public void retryAll() {
    note("retry all");
    parked.clear();
  }
}
