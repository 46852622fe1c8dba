package io.gatehouse.parking;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.parking.stay.Stay;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CorrectionRoundTest {

  private static final Instant AT = Instant.parse("2026-03-10T02:41:30Z");

  private static Stay stay(String plate) {
    return new Stay(
        UUID.nameUUIDFromBytes(plate.getBytes(StandardCharsets.UTF_8)),
        plate,
        plate,
        VehicleKind.CAR,
        Optional.empty(),
        AT,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void whatNobodyTickedWasNotFound() {
    CorrectionRound round =
        CorrectionRound.begin(AT, List.of(stay("A"), stay("B"), stay("C"))).toggled(stay("B"));
    assertThat(round.notFound()).containsExactly(stay("A"), stay("C"));
    assertThat(round.toggled(stay("B")).notFound()).hasSize(3);
  }
}
