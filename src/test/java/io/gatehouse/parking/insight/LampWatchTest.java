package io.gatehouse.parking.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.parking.insight.LampWatch.Fault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LampWatchTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 20);

  private final List<ReadingDay> days = new ArrayList<>();

  private void day(int ago, double nightBrightness, double sharpness, int pictures) {
    days.add(
        new ReadingDay(
            TODAY.minusDays(ago),
            ReadingFigures.NONE,
            new PictureMedians(pictures, sharpness, nightBrightness),
            new PictureMedians(pictures, sharpness, 140)));
  }

  private void usual(int from, int to) {
    for (int ago = from; ago >= to; ago--) {
      day(ago, 60 + ago % 3, 0.12, 300);
    }
  }

  @Test
  void allIsWellWhileNothingFalls() {
    usual(14, 0);

    assertThat(LampWatch.look(days)).isEmpty();
  }

  @Test
  void aNightHalfAsBrightIsALamp() {
    usual(14, 1);
    day(0, 28, 0.12, 300);

    assertThat(LampWatch.look(days))
        .singleElement()
        .satisfies(warning -> {
          assertThat(warning.fault()).isEqualTo(Fault.LAMP);
          assertThat(warning.day()).isEqualTo(TODAY);
          assertThat(warning.before()).isEqualTo(61);
          assertThat(warning.now()).isEqualTo(28);
        });
  }

  @Test
  void picturesHalfAsSharpAreTheLens() {
    usual(14, 1);
    day(0, 60, 0.05, 300);

    assertThat(LampWatch.look(days))
        .extracting(LampWatch.Warning::fault)
        .containsExactly(Fault.LENS);
  }

  @Test
  void anEveningWithFewPicturesSaysNothingYet() {
    usual(14, 1);
    day(0, 20, 0.12, 9);

    assertThat(LampWatch.look(days)).isEmpty();
  }

  @Test
  void aNewSiteIsNotWarned() {
    usual(4, 1);
    day(0, 20, 0.02, 300);

    assertThat(LampWatch.look(days)).isEmpty();
  }

  @Test
  void whatIsOlderThanTwoWeeksIsForgotten() {
    usual(40, 15);
    day(0, 20, 0.12, 300);

    assertThat(LampWatch.look(days)).isEmpty();
  }
}
