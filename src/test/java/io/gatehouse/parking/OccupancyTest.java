package io.gatehouse.parking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OccupancyTest {

  @Test
  void fullFromTheLastPlaceOn() {
    assertThat(new Occupancy(VehicleKind.CAR, 9, 10).isFull()).isFalse();
    assertThat(new Occupancy(VehicleKind.CAR, 10, 10).isFull()).isTrue();
    Occupancy beyond = new Occupancy(VehicleKind.CAR, 12, 10);
    assertThat(beyond.isFull()).isTrue();
    assertThat(beyond.free()).hasValue(0);
  }

  @Test
  void neverFullWithoutALimit() {
    Occupancy open = new Occupancy(VehicleKind.MOTORBIKE, 100_000, 0);
    assertThat(open.isFull()).isFalse();
    assertThat(open.free()).isEmpty();
  }
}
