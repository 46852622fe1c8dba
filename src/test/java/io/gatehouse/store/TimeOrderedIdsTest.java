package io.gatehouse.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.support.FakeTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {

  private final FakeTime time = new FakeTime();
  private final TimeOrderedIds ids = new TimeOrderedIds(time);

  @Test
  void anIdCarriesItsTimeVersionAndVariant() {
    UUID id = ids.next();

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(time.now().toEpochMilli());
  }

  @Test
  void idsRiseWithinOneMillisecondAndPastTheCounter() {
    assertRising(10_000);
  }

  @Test
  void idsRiseWhenTheClockIsSetBack() {
    UUID before = ids.next();
    time.setWallClock(Instant.parse("2020-01-01T00:00:00Z"));

    assertThat(ids.next().toString()).isGreaterThan(before.toString());
    time.advance(Duration.ofDays(1));
    assertRising(10);
  }

  private void assertRising(int count) {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      made.add(ids.next().toString());
    }
    assertThat(made).isSorted().doesNotHaveDuplicates();
  }
}
