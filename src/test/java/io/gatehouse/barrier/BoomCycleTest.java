package io.gatehouse.barrier;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.barrier.BarrierStatus.Loop;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BoomCycleTest {

  private final BoomCycle cycle =
      new BoomCycle(Loop.UNKNOWN, Duration.ofSeconds(2), Duration.ofSeconds(30));

  @Test
  void theBoomComesDownWhenTheVehicleHasGone() {
    says(Loop.FREE, 0);
    cycle.opened(at(10));
    says(Loop.OCCUPIED, 14);
    assertThat(cycle.lowersAt()).isEmpty();
    says(Loop.FREE, 17);
    assertThat(cycle.tally().vehicles()).isEqualTo(1);
    assertThat(cycle.lowersAt()).hasValue(at(19));
  }

  @Test
  void whoDoesNotDriveLetsItDownLater() {
    says(Loop.FREE, 0);
    cycle.opened(at(10));
    assertThat(cycle.lowersAt()).hasValue(at(40));
    assertThat(cycle.tally().vehicles()).isZero();
  }

  @Test
  void aSecondVehicleCloseBehindHoldsIt() {
    says(Loop.FREE, 0);
    cycle.opened(at(10));
    says(Loop.OCCUPIED, 14);
    says(Loop.FREE, 17);
    says(Loop.OCCUPIED, 18);
    assertThat(cycle.lowersAt()).isEmpty();
    says(Loop.FREE, 21);
    assertThat(cycle.lowersAt()).hasValue(at(23));
    assertThat(cycle.tally().vehicles()).isEqualTo(2);
  }

  @Test
  void aVehicleThatStandsThereHoldsItForEver() {
    says(Loop.FREE, 0);
    cycle.opened(at(10));
    says(Loop.OCCUPIED, 12);
    assertThat(cycle.lowersAt()).isEmpty();
    assertThat(cycle.mayLower()).isFalse();
  }

  @Test
  void aLoopThatGivesNoAnswerHoldsItToo() {
    cycle.opened(at(10));
    assertThat(cycle.lowersAt()).isEmpty();
    assertThat(cycle.mayLower()).isFalse();
    says(Loop.FREE, 100);
    assertThat(cycle.lowersAt()).hasValue(at(130));
  }

  @Test
  void throughAnOutageOfTheLoopNobodyIsCounted() {
    says(Loop.FREE, 0);
    cycle.opened(at(10));
    says(Loop.OCCUPIED, 12);
    says(Loop.UNKNOWN, 13);
    says(Loop.FREE, 20);
    assertThat(cycle.tally().vehicles()).isZero();
    assertThat(cycle.lowersAt()).hasValue(at(22));
  }

  @Test
  void whoDrivesUnderTheFallingBoomRaisesItAgain() {
    says(Loop.FREE, 0);
    cycle.lowered(at(10));
    assertThat(cycle.loop(Loop.OCCUPIED, at(13))).isTrue();
  }

  @Test
  void raisedForWhoDrivesUnderItLetsNobodyElseThrough() {
    says(Loop.FREE, 0);
    cycle.opened(at(10));
    says(Loop.OCCUPIED, 12);
    says(Loop.FREE, 14);
    cycle.lowered(at(16));
    assertThat(cycle.loop(Loop.OCCUPIED, at(18))).isTrue();
    cycle.raised(at(18));
    says(Loop.FREE, 20);
    assertThat(cycle.tally()).isEqualTo(new BarrierStatus.Tally(1, 2));
    assertThat(cycle.lowersAt()).hasValue(at(22));
  }

  @Test
  void whoStandsBeforeABoomThatIsDownRaisesNothing() {
    says(Loop.FREE, 0);
    cycle.lowered(at(10));
    assertThat(cycle.loop(Loop.OCCUPIED, at(17))).isFalse();
    says(Loop.FREE, 20);
    assertThat(cycle.tally().vehicles()).as("nobody was let through").isZero();
    assertThat(cycle.lowersAt()).as("it is down").isEmpty();
  }

  @Test
  void withoutALoopItIsLoweredByHandAlone() {
    BoomCycle blind = new BoomCycle(Loop.NONE, Duration.ofSeconds(2), Duration.ofSeconds(30));
    blind.opened(at(10));
    assertThat(blind.lowersAt()).isEmpty();
    assertThat(blind.mayLower()).isTrue();
  }

  /** Whatever comes in whatever order: it never falls while somebody may be under it. */
  @Property
  void itIsNeverLoweredOnAVehicle(@ForAll @IntRange(max = 4) int[] events) {
    BoomCycle any = new BoomCycle(Loop.UNKNOWN, Duration.ofSeconds(2), Duration.ofSeconds(30));
    long now = 0;
    for (int event : events) {
      now++;
      switch (event) {
        case 0 -> any.opened(at(now));
        case 1 -> any.lowered(at(now));
        case 2 -> any.loop(Loop.OCCUPIED, at(now));
        case 3 -> any.loop(Loop.FREE, at(now));
        default -> any.loop(Loop.UNKNOWN, at(now));
      }
      if (any.loop() != Loop.FREE) {
        assertThat(any.lowersAt()).isEmpty();
      } else if (any.lowersAt().isPresent()) {
        assertThat(any.lowersAt().getAsLong()).isGreaterThanOrEqualTo(at(now - events.length));
      }
    }
  }

  private void says(Loop loop, long second) {
    assertThat(cycle.loop(loop, at(second))).isFalse();
  }

  private static long at(long second) {
    return Duration.ofSeconds(second).toNanos();
  }
}
