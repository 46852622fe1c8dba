package io.gatehouse.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.camera.FrameStamp;
import io.gatehouse.detect.VehiclePresence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookRuleTest {

  private static final VehiclePresence STANDING = new VehiclePresence(true, true, 0.4f, 0);
  private static final VehiclePresence MOVING = new VehiclePresence(true, false, 0.4f, 0.1f);
  private static final long FRAME = Duration.ofMillis(50).toNanos();

  private final LookRule rule = new LookRule();
  private final List<Long> looks = new ArrayList<>();
  private final List<Long> thorough = new ArrayList<>();
  private long now;

  @Test
  void aLaneThatHasBecomeEmptyIsSearchedEachSecondAndThoroughlyEveryFive() {
    lane(VehiclePresence.EMPTY_LANE, Duration.ofSeconds(2));
    looks.clear();
    thorough.clear();

    lane(VehiclePresence.EMPTY_LANE, Duration.ofSeconds(12));

    assertThat(looks).hasSize(12);
    assertThat(thorough).hasSize(2);
  }

  @Test
  void aLaneThatStaysEmptyIsSearchedThoroughlyThreeTimesAMinuteAndOnAtOnceWithTheNextVehicle() {
    lane(VehiclePresence.EMPTY_LANE, Duration.ofMinutes(1));
    looks.clear();
    thorough.clear();

    lane(VehiclePresence.EMPTY_LANE, Duration.ofHours(1));
    assertThat(looks).hasSize(3600);
    assertThat(thorough).hasSize(180);

    long came = now;
    lane(MOVING, Duration.ofNanos(21 * FRAME));
    assertThat(thorough).hasSizeGreaterThan(180);
    assertThat(thorough.get(180) - came).isLessThanOrEqualTo(Duration.ofSeconds(1).toNanos());
  }

  @Test
  void theFirstFrameIsSearchedThoroughly() {
    lane(VehiclePresence.EMPTY_LANE, Duration.ofNanos(FRAME));

    assertThat(thorough).containsExactly(0L);
  }

  @Test
  void aVehicleThatStandsIsSearchedThoroughlyFourTimesASecondFromItsFirstFrameOn() {
    lane(VehiclePresence.EMPTY_LANE, Duration.ofSeconds(10));
    long came = now;
    thorough.clear();

    lane(STANDING, Duration.ofSeconds(2));

    assertThat(thorough).hasSize(8);
    assertThat(thorough.getFirst() - came).isLessThanOrEqualTo(Duration.ofMillis(250).toNanos());
  }

  @Test
  void aVehicleThatMovesIsSearchedOnEveryFrameAndThoroughlyEachSecond() {
    lane(VehiclePresence.EMPTY_LANE, Duration.ofSeconds(10));
    looks.clear();
    thorough.clear();

    lane(MOVING, Duration.ofSeconds(4));

    assertThat(looks).hasSize(80);
    assertThat(thorough).hasSize(4);
  }

  @Test
  void wherePlatesAreFoundTheLaneIsNotEmptyWhateverTheVehicleDetectorSays() {
    lane(VehiclePresence.EMPTY_LANE, Duration.ofSeconds(10));
    thorough.clear();

    for (long end = now + Duration.ofSeconds(4).toNanos(); now < end; ) {
      rule.found(now);
      lane(VehiclePresence.EMPTY_LANE, Duration.ofNanos(FRAME));
    }

    assertThat(thorough).hasSize(4);
  }

  private void lane(VehiclePresence presence, Duration time) {
    for (long end = now + time.toNanos(); now < end; now += FRAME) {
      if (rule.look(presence, now)) {
        looks.add(now);
        if (rule.thorough(new FrameStamp(now, now, Instant.EPOCH), presence)) {
          thorough.add(now);
        }
      }
    }
  }
}
