package io.gatehouse.ui.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.tariff.TariffPreset;
import io.gatehouse.ui.tariff.TariffPreview.Span;
import io.gatehouse.ui.tariff.TariffPreview.Step;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TariffPreviewTest {

  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Instant EIGHT = Instant.parse("2026-11-21T01:00:00Z");

  @Test
  void turnsOfDayAndNightAreThreeStepsWithTheNightBehindThem() {
    TariffPreview preview =
        TariffPreview.of(
            TariffPreset.DAY_AND_NIGHT.tariff(VehicleKind.MOTORBIKE), EIGHT, 24, VIETNAM);

    // a step stands at the first point that costs it: within two minutes and a half of its minute
    assertThat(preview.steps()).containsExactly(new Step(0, 4_000), new Step(842, 10_000));
    assertThat(preview.nights()).containsExactly(new Span(840, 1_320));
    assertThat(preview.highest()).isEqualTo(10_000);
  }

  @Test
  void threeDaysShowThreeNights() {
    TariffPreview preview =
        TariffPreview.of(
            TariffPreset.DAY_AND_NIGHT.tariff(VehicleKind.MOTORBIKE), EIGHT, 72, VIETNAM);

    assertThat(preview.nights()).hasSize(3);
    assertThat(preview.steps())
        .extracting(Step::dong)
        .containsExactly(4_000L, 10_000L, 14_000L, 20_000L, 24_000L, 30_000L);
  }
}
