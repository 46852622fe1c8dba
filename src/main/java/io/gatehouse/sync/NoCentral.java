package io.gatehouse.sync;

import io.gatehouse.store.OutboxCounts;
import io.gatehouse.store.ParkedEvent;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A kiosk that tells nobody. */
public final class NoCentral implements CentralLink {

  @Override
  public SyncState state() {
    return SyncState.still(SyncState.Phase.OFF, OutboxCounts.NOTHING);
  }

  @Override
  public Optional<Trouble> enrol(CentralAddress address, String certificate, String code) {
    return Optional.of(new Trouble(Trouble.Kind.NO_CONNECTION, ""));
  }

  @Override
  public void restart() {}

  @Override
  public void tryNow() {}

  @Override
  public List<ParkedEvent> parked(int offset, int limit) {
    return List.of();
  }

  @Override
  public void retry(UUID event) {}

  @Override
  public void retryAll() {}
}
