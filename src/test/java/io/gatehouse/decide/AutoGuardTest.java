package io.gatehouse.decide;

import static io.gatehouse.support.Proposals.proposal;
import static io.gatehouse.support.Proposals.unread;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gatehouse.vote.Proposal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AutoGuardTest {

  private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final AutoGuard guard = new AutoGuard(0.8f, Duration.ofSeconds(10));

  @Test
  void sureVehicleIsLetThroughAtOnce() {
    Decision decision = decide(proposal(1, "29A12345", 0.8), true, false, 0).orElseThrow();

    assertThat(decision.outcome()).isEqualTo(Outcome.AUTOMATIC);
    assertThat(decision.plate().text()).isEqualTo("29A12345");
    assertThat(decision.decidedBy()).isEqualTo(AutoGuard.NAME);
    assertThat(decision.decidedAt()).isEqualTo(NOW);
  }

  @Test
  void unsureVehicleIsWaitedForAndThenTurnedAway() {
    Proposal unsure = proposal(1, "29A12345", 0.79);

    assertThat(decide(unsure, true, false, 9 * SECOND)).isEmpty();
    Decision decision = decide(unsure, true, false, 10 * SECOND).orElseThrow();
    assertThat(decision.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(decision.reason()).isEqualTo("plate not read surely enough");
  }

  @Test
  void unreadVehicleDoesNotOpenTheBarrierButIsKept() {
    assertThat(decide(unread(1), true, false, SECOND)).isEmpty();

    Decision decision = decide(unread(1), true, true, SECOND).orElseThrow();
    assertThat(decision.outcome().opens()).isFalse();
    assertThat(decision.reason()).isEqualTo("no plate read");
    assertThat(decision.proposal()).contains(unread(1));
  }

  @Test
  void plateThatWasThereFromTheStartDoesNotOpenTheBarrier() {
    Decision decision = decide(proposal(1, "29A12345", 0.99), false, false, 0).orElseThrow();

    assertThat(decision.outcome()).isEqualTo(Outcome.REJECTED);
  }

  @Test
  void confidenceOutOfRangeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AutoGuard(Float.NaN, Duration.ZERO))
        .withMessageContaining("leastConfidence");
  }

  private Optional<Decision> decide(
      Proposal proposal, boolean arrived, boolean gone, long waitedNanos) {
    return guard.decide(new Pending(proposal, arrived, 0, gone, false), waitedNanos, NOW);
  }
}
