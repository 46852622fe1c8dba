package io.gatehouse.ui.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.tariff.Night;
import io.gatehouse.parking.tariff.Tariff;
import io.gatehouse.parking.tariff.TariffPreset;
import io.gatehouse.ui.tariff.TariffField.Problem;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TypedNumberTest {

  private static final Tariff TARIFF = TariffPreset.MALL.tariff(VehicleKind.CAR);

  private static TypedNumber typed(TariffField field, String digits) {
    TypedNumber number = new TypedNumber(field, "", TARIFF);
    for (String digit : digits.split("")) {
      number = number.typed(digit);
    }
    return number;
  }

  @ParameterizedTest
  @CsvSource({"22, 22:00", "7, 07:00", "630, 06:30", "2245, 22:45", "0005, 00:05"})
  void timesAreTypedAsHoursAndMinutes(String digits, LocalTime time) {
    assertThat(typed(TariffField.NIGHT_TO, digits).applied().night().map(Night::to)).contains(time);
  }

  @ParameterizedTest
  @CsvSource({
    "NIGHT_FROM, 24, NO_TIME",
    "NIGHT_FROM, 2260, NO_TIME",
    "NIGHT_FROM, 600, NO_NIGHT",
    "FIRST_MINUTES, 0, TOO_SMALL",
    "FIRST_MINUTES, 10081, TOO_LARGE",
    "FREE, 1441, TOO_LARGE",
    "FIRST_DONG, 1000000001, TOO_LARGE",
  })
  void whatCannotBeIsNotTaken(TariffField field, String digits, Problem problem) {
    TypedNumber number = typed(field, digits);

    assertThat(number.problem()).contains(problem);
    assertThat(number.applied()).isEqualTo(TARIFF);
  }

  @ParameterizedTest
  @EnumSource(TariffField.class)
  void everyFieldTakesItsNumberAndLeavesTheOthersAlone(TariffField field) {
    Tariff changed = typed(field, "23").applied();

    assertThat(field.value(changed)).hasValue(field.unit() == TariffField.Unit.TIME ? 23 * 60 : 23);
    for (TariffField other : TariffField.values()) {
      if (other != field) {
        assertThat(other.value(changed)).isEqualTo(other.value(TARIFF));
      }
    }
  }

  @Test
  void zerosInFrontAreDroppedAndTooManyDigitsNotTaken() {
    assertThat(typed(TariffField.FIRST_DONG, "0050").digits()).isEqualTo("50");
    assertThat(typed(TariffField.FREE, "123456").digits()).isEqualTo("12345");
    assertThat(
            typed(TariffField.FIRST_DONG, "5")
                .typed("000")
                .typed("000")
                .typed("000")
                .typed("000")
                .digits())
        .isEqualTo("5000000000");
  }

  @Test
  void erasingAllBringsTheNumberBackThatWas() {
    assertThat(typed(TariffField.FIRST_DONG, "7").erased().applied()).isEqualTo(TARIFF);
  }

  @Test
  void withoutANightTypingItsPriceMakesTheUsualOne() {
    Tariff none = TariffField.NIGHT_FROM.without(TARIFF);

    Tariff changed = new TypedNumber(TariffField.NIGHT_DONG, "", none).typed("5000").applied();

    assertThat(none.night()).isEmpty();
    assertThat(changed.night()).contains(new Night(LocalTime.of(22, 0), LocalTime.of(6, 0), 5_000));
  }
}
