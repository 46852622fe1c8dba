package io.gatehouse.vote;

import static io.gatehouse.support.Readings.PLACE;
import static io.gatehouse.support.Readings.doubtful;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.camera.Region;
import io.gatehouse.read.PlateReading;
import io.gatehouse.support.VehicleScript;
import io.gatehouse.support.VehicleScript.Visible;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class VehicleTrackerPropertyTest {

  private static final Region FAR = new Region(600, 100, 60, 15);

  @Property(tries = 60)
  void everyVehicleOfAnUnsteadyDayIsProposedExactlyOnce(
      @ForAll long seed, @ForAll @IntRange(min = 3, max = 15) int framesPerSecond) {
    Random random = new Random(seed);
    VehicleScript lane = new VehicleScript(framesPerSecond).emptyLane(3);
    int vehicles = 4;
    for (int i = 0; i < vehicles; i++) {
      String text = "%d%c%05d".formatted(30 + i, 'A' + i, 10_000 + random.nextInt(90_000));
      lane.moving(1 + random.nextInt(3), VehicleScript.plate(text, FAR, PLACE))
          .standing(2 + random.nextInt(20), unsteady(text, random))
          .decided(i + 1)
          .moving(2, VehicleScript.nothing())
          .emptyLane(2 + random.nextInt(10));
    }

    assertThat(lane.proposed()).hasSize(vehicles);
    assertThat(lane.events().stream().filter(VoteEvent.Left.class::isInstance)).hasSize(vehicles);
    assertThat(lane.framesInUse()).hasSizeLessThanOrEqualTo(1);
  }

  /** A third of the frames shows no plate, a fifth has one character wrong and unsure. */
  private static Visible unsteady(String text, Random random) {
    return (frame, share) -> {
      double luck = random.nextDouble();
      if (luck < 0.33) {
        return List.of();
      }
      int place = random.nextInt(text.length());
      PlateReading reading = doubtful(text, 0.95, place, 0.9);
      if (luck < 0.5) {
        String misread = text.substring(0, place) + 'K' + text.substring(place + 1);
        reading = doubtful(misread, 0.95, place, 0.5);
      }
      return List.of(reading);
    };
  }
}
