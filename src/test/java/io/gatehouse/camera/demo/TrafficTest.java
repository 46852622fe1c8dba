package io.gatehouse.camera.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrafficTest {

  private static final double DT = 1 / 15.0;

  private final VehicleScript script = new VehicleScript(7, 12);

  @Test
  void vehicleComesStopsWaitsOutItsPatienceAndLeaves() {
    Traffic traffic = new Traffic(script, 3);
    List<DemoPhase> phases = new ArrayList<>(List.of(DemoPhase.NONE));
    while (phases.getLast() != DemoPhase.LEAVING) {
      traffic.step(DT, false);
      DemoPhase phase = traffic.atHand().map(MovingVehicle::phase).orElse(DemoPhase.NONE);
      if (phase != phases.getLast()) {
        phases.add(phase);
      }
    }
    assertThat(phases)
        .containsExactly(
            DemoPhase.NONE, DemoPhase.APPROACHING, DemoPhase.STOPPED, DemoPhase.LEAVING);
    assertThat(first(traffic).waitedSeconds()).isBetween(3.0, 5.0);
  }

  @Test
  void openingTheBarrierLetsTheVehicleGoBeforeItsPatienceEnds() {
    Traffic traffic = stoppedFirst(1_000);
    traffic.step(DT, true);
    for (int i = 0; i < 30; i++) {
      traffic.step(DT, false);
    }
    assertThat(first(traffic).phase()).isEqualTo(DemoPhase.LEAVING);
  }

  @Test
  void withoutTheBarrierItStays() {
    Traffic traffic = stoppedFirst(1_000);
    for (int i = 0; i < 15 * 60; i++) {
      traffic.step(DT, false);
    }
    assertThat(first(traffic).phase()).isEqualTo(DemoPhase.STOPPED);
    assertThat(traffic.boom()).isZero();
  }

  @Test
  void vehicleWaitsUntilTheBoomIsUp() {
    Traffic traffic = stoppedFirst(1_000);
    traffic.step(DT, true);
    assertThat(first(traffic).phase()).isEqualTo(DemoPhase.STOPPED);
    while (first(traffic).phase() == DemoPhase.STOPPED) {
      traffic.step(DT, false);
    }
    assertThat(traffic.boom()).isGreaterThan(0.6);
  }

  @Test
  void openingAnEmptyLaneDoesNothingToTheNextVehicle() {
    Traffic traffic = new Traffic(script, 1_000);
    traffic.step(DT, true);
    while (traffic.atHand().filter(v -> v.phase() == DemoPhase.STOPPED).isEmpty()) {
      traffic.step(DT, false);
    }
    assertThat(first(traffic).released()).isFalse();
  }

  @Test
  void vehiclesComeInTheScriptsOrder() {
    Traffic traffic = new Traffic(script, 0.5);
    List<Integer> numbers = new ArrayList<>();
    while (numbers.size() < 8) {
      traffic.step(DT, false);
      traffic
          .atHand()
          .map(v -> v.vehicle().number())
          .filter(n -> numbers.isEmpty() || !numbers.getLast().equals(n))
          .ifPresent(numbers::add);
    }
    assertThat(numbers).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.02, 1 / 15.0, 0.3, 1.3})
  void vehicleStopsAtItsLineAtAnyStep(double dt) {
    Traffic traffic = new Traffic(script, 1_000);
    for (double t = 0; t < 20; t += dt) {
      traffic.step(dt, false);
      Optional<MovingVehicle> vehicle = traffic.atHand();
      vehicle.ifPresent(
          v -> assertThat(v.depth()).isLessThanOrEqualTo(MovingVehicle.stopDepth(v.vehicle())));
    }
    assertThat(first(traffic).depth()).isEqualTo(MovingVehicle.stopDepth(first(traffic).vehicle()));
  }

  private Traffic stoppedFirst(double patience) {
    Traffic traffic = new Traffic(script, patience);
    while (traffic.atHand().filter(v -> v.phase() == DemoPhase.STOPPED).isEmpty()) {
      traffic.step(DT, false);
    }
    return traffic;
  }

  private static MovingVehicle first(Traffic traffic) {
    return traffic.inView().getFirst();
  }
}
