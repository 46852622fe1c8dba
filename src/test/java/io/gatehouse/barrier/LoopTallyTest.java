package io.gatehouse.barrier;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.barrier.BarrierStatus.Loop;
import io.gatehouse.barrier.BarrierStatus.Tally;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoopTallyTest {

  private final LoopTally tally = new LoopTally(Duration.ofSeconds(8), Duration.ofSeconds(36));
  private Loop last = Loop.FREE;
  private long millis;

  @Test
  void oneVehicleOnOneOpeningIsAsItShouldBe() {
    opened();
    drives(1_200);
    assertThat(tally.tally()).isEqualTo(new Tally(1, 1));
    assertThat(tally.tally().isMore()).isFalse();
  }

  @Test
  void whoFollowsBehindIsOneMore() {
    opened();
    drives(900);
    rests(700);
    drives(900);
    assertThat(tally.tally()).isEqualTo(new Tally(1, 2));
    assertThat(tally.tally().isMore()).isTrue();
    rests(3_000);
    drives(900);
    assertThat(tally.tally()).isEqualTo(new Tally(1, 3));
  }

  @Test
  void twoThatAreLetThroughTogetherAreTwoOpenings() {
    opened();
    rests(2_000);
    opened();
    drives(900);
    rests(1_000);
    drives(900);
    assertThat(tally.tally()).isEqualTo(new Tally(2, 2));
  }

  @Test
  void whoIsLetThroughWhileHeStandsOnTheLoopIsNoFollower() {
    opened();
    drives(900);
    rests(1_000);
    says(Loop.OCCUPIED);
    rests(4_000);
    opened();
    says(Loop.FREE);
    assertThat(tally.tally()).isEqualTo(new Tally(2, 2));
  }

  @Test
  void eachVehicleWithItsOpeningBeginsAnew() {
    opened();
    drives(900);
    rests(9_000);
    opened();
    assertThat(tally.tally()).isEqualTo(new Tally(1, 0));
    drives(900);
    assertThat(tally.tally().isMore()).isFalse();
  }

  @Test
  void aBouncingContactIsNoVehicle() {
    opened();
    drives(80);
    rests(60);
    drives(900);
    rests(100);
    drives(60);
    rests(2_000);
    drives(90);
    assertThat(tally.tally()).isEqualTo(new Tally(1, 1));
  }

  @Test
  void theGapUnderALorryIsNoSecondOne() {
    opened();
    drives(1_500);
    rests(450);
    drives(1_500);
    rests(450);
    drives(600);
    assertThat(tally.tally()).isEqualTo(new Tally(1, 1));
  }

  @Test
  void whoComesLongAfterTheBoomIsDownIsOfNoOpening() {
    opened();
    drives(900);
    rests(20_000);
    drives(900);
    assertThat(tally.tally()).isEqualTo(new Tally(1, 1));
  }

  @Test
  void anOpeningThatNobodyUsedIsNotKeptForAnother() {
    opened();
    rests(60_000);
    opened();
    drives(900);
    rests(1_000);
    drives(900);
    assertThat(tally.tally()).isEqualTo(new Tally(1, 2));
  }

  @Test
  void throughAnOutageOfTheLoopNobodyIsAccused() {
    opened();
    drives(900);
    rests(1_000);
    says(Loop.OCCUPIED);
    rests(500);
    says(Loop.UNKNOWN);
    rests(2_000);
    says(Loop.FREE);
    assertThat(tally.tally()).isEqualTo(Tally.NONE);
    drives(900);
    assertThat(tally.tally()).isEqualTo(Tally.NONE);
  }

  @Test
  void withoutAnOpeningNothingIsCounted() {
    drives(900);
    rests(1_000);
    drives(900);
    assertThat(tally.tally()).isEqualTo(Tally.NONE);
  }

  private void opened() {
    tally.opened(last, nanos());
  }

  private void drives(long time) {
    says(Loop.OCCUPIED);
    rests(time);
    says(Loop.FREE);
  }

  private void rests(long time) {
    millis += time;
  }

  private void says(Loop says) {
    tally.loop(last, says, nanos());
    last = says;
  }

  private long nanos() {
    return Duration.ofMillis(millis).toNanos();
  }
}
