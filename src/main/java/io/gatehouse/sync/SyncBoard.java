package io.gatehouse.sync;

import io.gatehouse.store.OutboxCounts;
import io.gatehouse.sync.SyncState.Phase;
import java.time.Instant;
import java.util.Optional;

/** What is known of the sending, written by its threads and read by any. */
final class SyncBoard {

  private OutboxCounts counts;
  private long sent;
  private long failed;
  private Optional<Instant> lastSuccess = Optional.empty();
  private Optional<Trouble> sending = Optional.empty();
  private Optional<Trouble> beating = Optional.empty();

  SyncBoard(OutboxCounts counts) {
    this.counts = counts;
  }

  synchronized void counted(OutboxCounts now) {
    counts = now;
  }

  synchronized void sent(Instant at) {
    sent++;
    lastSuccess = Optional.of(at);
    sending = Optional.empty();
    beating = Optional.empty();
  }

  synchronized void refused() {
    failed++;
    sending = Optional.empty();
  }

  synchronized void failed(Trouble trouble) {
    failed++;
    sending = Optional.of(trouble);
  }

  synchronized void heard(Instant at) {
    lastSuccess = Optional.of(at);
    beating = Optional.empty();
    sending = sending.filter(trouble -> trouble.kind() != Trouble.Kind.TOKEN);
  }

  synchronized void unheard(Trouble trouble) {
    beating = Optional.of(trouble);
  }

  synchronized SyncState state() {
    Optional<Trouble> trouble = sending.or(() -> beating);
    Phase phase =
        trouble
            .map(t -> t.kind() == Trouble.Kind.TOKEN ? Phase.DENIED : Phase.RETRYING)
            .orElse(Phase.SENDING);
    return new SyncState(phase, counts, sent, failed, lastSuccess, trouble);
  }
}
