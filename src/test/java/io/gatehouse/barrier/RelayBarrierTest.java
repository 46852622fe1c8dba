package io.gatehouse.barrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.gatehouse.barrier.BarrierStatus.Loop;
import io.gatehouse.barrier.gpio.GpioChips;
import io.gatehouse.barrier.gpio.RecordingKernel;
import io.gatehouse.common.KnownFailure;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RelayBarrierTest {

  private static final Timing QUICK =
      new Timing(
          Duration.ofMillis(20),
          Duration.ofMillis(400),
          Duration.ofMillis(30),
          Duration.ofSeconds(30));

  private final List<Throwable> uncaught = Collections.synchronizedList(new ArrayList<>());
  private final Threads threads = new Threads((thread, failure) -> uncaught.add(failure));
  private final List<String> told = FakeRelay.log();
  private final FakeRelay up = new FakeRelay("up", QUICK.pulse(), told);
  private final FakeRelay down = new FakeRelay("down", QUICK.pulse(), told);
  private final List<BarrierStatus> statuses = Collections.synchronizedList(new ArrayList<>());
  private Optional<RelayBarrier> made = Optional.empty();

  @AfterEach
  void close() {
    made.ifPresent(RelayBarrier::close);
    assertThat(uncaught).isEmpty();
  }

  @Test
  void openingIsAPulseAndNeverAHeldLevel() throws Exception {
    RelayBarrier barrier = barrier(Optional.empty(), Optional.empty());
    barrier.open();
    assertThat(told).first().isEqualTo("up+");
    await().untilAsserted(() -> assertThat(told).containsExactly("up+", "up-"));
  }

  @Test
  void aRelayThatDoesNotGoOffIsToldAgainAndThenSaid() throws Exception {
    RelayBarrier barrier = barrier(Optional.empty(), Optional.empty());
    up.failsToGoOff(2);
    barrier.open();
    await().untilAsserted(() -> assertThat(told).containsExactly("up+", "up-"));
    assertThat(barrier.status().fault()).isEmpty();
    up.failsToGoOff(99);
    barrier.open();
    await()
        .untilAsserted(() ->
            assertThat(barrier.status().fault())
                .contains("the relay could not be switched off: stuck"));
  }

  @Test
  void aBarrierThatHangsIsAFaultWithinTheLimitAndWorksAgainAfterwards() throws Exception {
    RelayBarrier barrier = barrier(Optional.empty(), Optional.empty());
    up.hangs(true);
    assertThatThrownBy(barrier::open)
        .isInstanceOf(BarrierException.class)
        .hasMessage("relay does not answer within 400 ms");
    assertThat(told).as("nothing may open later, behind the guard's back").doesNotContain("up+");
    up.hangs(false);
    barrier.open();
    assertThat(told).contains("up+");
  }

  @Test
  void aRelayThatIsNotThereIsSaidAtTheStartAndTriedWithEveryCommand() throws Exception {
    up.isMissing("/dev/ttyUSB0 is not there");
    RelayBarrier barrier = barrier(Optional.empty(), Optional.empty());
    await()
        .untilAsserted(
            () -> assertThat(barrier.status().fault()).contains("/dev/ttyUSB0 is not there"));
    assertThatThrownBy(barrier::open).hasMessage("/dev/ttyUSB0 is not there");
    up.isBack();
    barrier.open();
    assertThat(barrier.status().fault()).isEmpty();
  }

  @Test
  void aCommandThatFailedHalfWayIsSwitchedOffAllTheSame() {
    RelayBarrier barrier = barrier(Optional.empty(), Optional.empty());
    up.isMissing("gone");
    assertThatThrownBy(barrier::open).hasMessage("gone");
    await().untilAsserted(() -> assertThat(told).containsExactly("up-"));
  }

  @Test
  void theBoomIsLoweredWhenTheVehicleHasPassed() throws Exception {
    FakeLoop loop = new FakeLoop(false);
    RelayBarrier barrier = barrier(Optional.of(down), Optional.of(loop));
    barrier.open();
    loop.says(true);
    await().until(() -> barrier.status().loop() == Loop.OCCUPIED);
    assertThatThrownBy(barrier::lower)
        .isInstanceOfSatisfying(
            BarrierException.class,
            held -> assertThat(held.failure()).isEqualTo(KnownFailure.BARRIER_HELD))
        .hasMessage("a vehicle is under the boom: it stays open");
    assertThat(told).doesNotContain("down+");
    loop.says(false);
    await().until(() -> told.contains("down-"));
    assertThat(barrier.status().tally().openings()).isEqualTo(1);
    assertThat(told.indexOf("down+")).isGreaterThan(told.indexOf("up-"));
  }

  @Test
  void whoDrivesUnderTheFallingBoomRaisesIt() throws Exception {
    FakeLoop loop = new FakeLoop(false);
    RelayBarrier barrier = barrier(Optional.of(down), Optional.of(loop));
    await().until(() -> barrier.status().loop() == Loop.FREE);
    barrier.lower();
    loop.says(true);
    await().until(() -> told.contains("up+"));
    assertThat(told).startsWith("up-", "down+").contains("down-");
  }

  @Test
  void upAndDownAreNeverOnAtOnce() throws Exception {
    Timing slow =
        new Timing(Duration.ofSeconds(5), QUICK.limit(), QUICK.clearance(), QUICK.patience());
    FakeRelay slowDown = new FakeRelay("down", slow.pulse(), told);
    RelayBarrier barrier = barrier(Optional.of(slowDown), Optional.empty());
    barrier.lower();
    barrier.open();
    assertThat(told).containsSubsequence("down+", "down-", "up+");
  }

  @Test
  void aBrokenLoopIsSaidAndHoldsTheBoom() throws Exception {
    FakeLoop loop = new FakeLoop(false);
    RelayBarrier barrier = barrier(Optional.of(down), Optional.of(loop));
    await().until(() -> barrier.status().loop() == Loop.FREE);
    barrier.open();
    loop.breaksDown();
    await().until(() -> barrier.status().loop() == Loop.UNKNOWN);
    assertThat(barrier.status().fault()).contains("wire broken");
    assertThatThrownBy(barrier::lower).hasMessage("the loop gives no answer: the boom stays open");
    barrier.open();
    assertThat(barrier.status().fault()).as("opening mends no loop").contains("wire broken");
    assertThat(told).doesNotContain("down+");
  }

  @Test
  void closingSwitchesOffAndGivesBack() throws Exception {
    RecordingKernel kernel = new RecordingKernel().chip("/dev/gpiochip4", "pinctrl-rp1");
    GpioAddress address =
        (GpioAddress) BarrierAddress.parse("gpio:17?pulse=5s&chip=/dev/gpiochip4&active=low");
    RelayBarrier barrier =
        new RelayBarrier(
            Barriers.gpio(address, new GpioChips(kernel)), TimeSource.system(), threads);
    barrier.open();
    assertThat(kernel.switched()).containsExactly(true);
    barrier.close();
    assertThat(kernel.switched()).containsExactly(true, false);
    assertThat(kernel.openDescriptors()).isZero();
    assertThatThrownBy(barrier::open).hasMessageContaining("closed already");
  }

  @Test
  void afterAKillTheLineIsTakenAndLeftOff() throws Exception {
    RecordingKernel kernel = new RecordingKernel().chip("/dev/gpiochip4", "pinctrl-rp1");
    GpioAddress address =
        (GpioAddress) BarrierAddress.parse("gpio:17?chip=/dev/gpiochip4&close=27&loop=22");
    Barriers.switchOff(Barriers.gpio(address, new GpioChips(kernel)));
    assertThat(kernel.switched()).containsExactly(false, false, false, false);
    assertThat(kernel.openDescriptors()).isZero();
  }

  @Test
  void aLoopOnGpioTellsEachEdge() throws Exception {
    RecordingKernel kernel = new RecordingKernel().chip("/dev/gpiochip4", "pinctrl-rp1");
    GpioAddress address =
        (GpioAddress) BarrierAddress.parse("gpio:17?chip=/dev/gpiochip4&close=27&loop=22");
    RelayBarrier barrier =
        new RelayBarrier(
            Barriers.gpio(address, new GpioChips(kernel)), TimeSource.system(), threads);
    made = Optional.of(barrier);
    await().until(() -> barrier.status().loop() == Loop.FREE);
    kernel.input(true);
    await().until(() -> barrier.status().loop() == Loop.OCCUPIED);
    kernel.input(false);
    await().until(() -> barrier.status().loop() == Loop.FREE);
  }

  private RelayBarrier barrier(Optional<Relay> close, Optional<LoopInput> loop) {
    RelayBarrier barrier =
        new RelayBarrier(
            new RelayBarrier.Parts("relay", up, close, loop, QUICK), TimeSource.system(), threads);
    Runnable _ = barrier.listen(statuses::add);
    made = Optional.of(barrier);
    return barrier;
  }
}
