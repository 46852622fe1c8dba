package io.gatehouse.parking.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.tariff.FeeLine.What;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeeRuleTest {

  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "29, 0",
    "30, 0",
    "31, 25000",
    "90, 25000",
    "91, 50000",
    "150, 50000",
    "1470, 600000",
  })
  void halfAnHourIsFreeThenEveryHourBegunCosts(int minutes, long dong) {
    Tariff tariff = TariffPreset.HALF_HOUR_FREE.tariff(VehicleKind.CAR);

    assertThat(fee(tariff, "2026-11-21T09:00", minutes).dong()).isEqualTo(dong);
  }

  @ParameterizedTest
  @CsvSource({
    // the day's price at once, however short
    "2026-11-21T08:00, 2026-11-21T08:00, 4000",
    "2026-11-21T08:00, 2026-11-21T22:00, 4000",
    "2026-11-21T08:00, 2026-11-21T22:01, 10000",
    // within one night
    "2026-11-21T22:00, 2026-11-21T23:00, 6000",
    "2026-11-22T01:00, 2026-11-22T06:00, 6000",
    "2026-11-22T05:59, 2026-11-22T06:01, 10000",
    // from the evening to the next morning: a day and a night
    "2026-11-21T17:00, 2026-11-22T08:00, 10000",
    "2026-11-21T17:00, 2026-11-22T17:00, 10000",
    "2026-11-21T17:00, 2026-11-22T17:01, 14000",
    // two days and two nights
    "2026-11-21T08:00, 2026-11-23T07:00, 20000",
    // in the night, over the whole day, into the next night
    "2026-11-21T23:00, 2026-11-22T22:00, 10000",
    "2026-11-21T23:00, 2026-11-22T22:30, 16000",
  })
  void aTurnCostsTheDaysAndTheNightsPrice(String entered, String left, long dong) {
    Tariff tariff = TariffPreset.DAY_AND_NIGHT.tariff(VehicleKind.MOTORBIKE);

    assertThat(fee(tariff, at(entered, VIETNAM), at(left, VIETNAM), VIETNAM).dong())
        .isEqualTo(dong);
  }

  @Test
  void hoursWhollyWithinTheNightAreNotCounted() {
    Tariff tariff =
        new Tariff(
            0,
            new Block(60, 10),
            new Block(60, 10),
            0,
            Optional.of(new Night(LocalTime.of(22, 0), LocalTime.of(6, 0), 100)),
            0,
            0,
            0);

    // 20:30, 21:30 and 05:30 touch the day
    assertThat(fee(tariff, "2026-11-21T20:30", 9 * 60 + 31).dong()).isEqualTo(130);
    assertThat(fee(tariff, "2026-11-21T20:30", 9 * 60 + 30).dong()).isEqualTo(120);
  }

  @Test
  void linesExplainTheSum() {
    Tariff tariff =
        new Tariff(
            10,
            new Block(120, 25_000),
            new Block(60, 10_000),
            100_000,
            Optional.of(new Night(LocalTime.of(23, 0), LocalTime.of(5, 0), 50_000)),
            0,
            0,
            0);

    Fee fee = fee(tariff, "2026-11-21T12:00", 24 * 60 + 60);

    assertThat(fee.lines())
        .containsExactly(
            new FeeLine(What.FREE_MINUTES, 10, 0, 0, 0),
            new FeeLine(What.FIRST_BLOCK, 1, 120, 25_000, 25_000),
            // 14:10 to 23:10, and 04:10 to 13:00
            new FeeLine(What.FURTHER_BLOCKS, 18, 60, 10_000, 180_000),
            new FeeLine(What.NIGHTS, 1, 0, 50_000, 50_000),
            new FeeLine(What.DAY_CAP, 1, 0, 100_000, -145_000));
    assertThat(fee.dong()).isEqualTo(110_000);
    assertThat(fee.duration()).isEqualTo(Duration.ofHours(25));
  }

  @Test
  void secondsAreNotCharged() {
    Tariff tariff = TariffPreset.HALF_HOUR_FREE.tariff(VehicleKind.CAR);
    Instant entered = at("2026-11-21T09:00", VIETNAM);

    Fee fee = fee(tariff, entered, entered.plusSeconds(30 * 60 + 59), VIETNAM);

    assertThat(fee.dong()).isZero();
    assertThat(fee.duration()).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void exitBeforeTheEntryByAClockThatWasSetIsNoTimeAtAll() {
    Instant entered = at("2026-11-21T09:00", VIETNAM);

    Fee turn =
        fee(
            TariffPreset.DAY_AND_NIGHT.tariff(VehicleKind.MOTORBIKE),
            entered,
            entered.minusSeconds(3600),
            VIETNAM);
    Fee hourly =
        fee(
            TariffPreset.HALF_HOUR_FREE.tariff(VehicleKind.MOTORBIKE),
            entered,
            entered.minusSeconds(3600),
            VIETNAM);

    assertThat(turn.dong()).isEqualTo(4_000);
    assertThat(turn.duration()).isZero();
    assertThat(hourly.dong()).isZero();
  }

  @Test
  void entryDecidesWhichVersionCounts() {
    Instant change = at("2026-12-01T00:00", VIETNAM);
    TariffBook book =
        TariffBook.initial()
            .with(version("dearer", change, flat(9_000), at("2026-11-21T10:00", VIETNAM)));

    Fee before = fee(book, change.minusSeconds(1), change.plusSeconds(3600));
    Fee after = fee(book, change, change.plusSeconds(3600));

    assertThat(before.tariffVersion()).isEqualTo(TariffPresets.initial().id());
    assertThat(before.dong()).isEqualTo(6_000);
    assertThat(after.tariffVersion()).isEqualTo("dearer");
    assertThat(after.dong()).isEqualTo(9_000);
  }

  @Test
  void ofVersionsThatBeginTogetherTheLastSavedCounts() {
    Instant change = at("2026-12-01T00:00", VIETNAM);
    Instant saved = at("2026-11-21T10:00", VIETNAM);
    TariffBook book =
        new TariffBook(
            List.of(
                version("mended", change, flat(7_000), saved.plusSeconds(60)),
                version("slip", change, flat(70_000), saved),
                TariffPresets.initial()));

    assertThat(book.at(change).id()).isEqualTo("mended");
    assertThat(book.nextAfter(saved)).map(TariffVersion::id).contains("mended");
    assertThat(book.nextAfter(change)).isEmpty();
    assertThat(book.lostTicketDong(VehicleKind.CAR, change)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    // spring: 02:00 to 03:00 does not exist; autumn: it comes twice
    "2026-03-28T23:00, 2026-03-29T01:30, 2026-03-29T03:00",
    "2026-10-24T23:00, 2026-10-25T01:30, 2026-10-25T02:00",
  })
  void nightLastsUntilTheClockSaysSo(String entered, String inTheNight, String end) {
    Tariff tariff =
        new Tariff(
            0,
            new Block(60, 10),
            new Block(60, 10),
            0,
            Optional.of(new Night(LocalTime.of(22, 0), LocalTime.parse("02:00"), 100)),
            0,
            0,
            0);

    assertThat(fee(tariff, at(entered, BERLIN), at(inTheNight, BERLIN), BERLIN).dong())
        .isEqualTo(100);
    assertThat(fee(tariff, at(entered, BERLIN), at(end, BERLIN), BERLIN).dong()).isEqualTo(100);
    assertThat(fee(tariff, at(entered, BERLIN), at(end, BERLIN).plusSeconds(60), BERLIN).dong())
        .isEqualTo(110);
  }

  @Test
  void whoHasPaidMayTakeTheGraceToDriveOut() {
    TariffBook book =
        new TariffBook(List.of(version("hours", Instant.EPOCH, hourly(), Instant.EPOCH)));
    Instant entered = at("2026-11-21T09:00", VIETNAM);
    Instant paid = entered.plus(Duration.ofMinutes(55));

    assertThat(due(book, entered, paid, paid.plus(Duration.ofMinutes(15)))).isZero();
    assertThat(due(book, entered, paid, paid.plus(Duration.ofMinutes(16)))).isEqualTo(10_000);
  }

  @Test
  void versionCannotHoldBeforeItWasMade() {
    Instant saved = at("2026-11-21T10:00", VIETNAM);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> version("back", saved.minusSeconds(1), flat(1), saved))
        .withMessageContaining("cannot hold");
  }

  private static long due(TariffBook book, Instant entered, Instant paid, Instant left) {
    return FeeRule.stillDueDong(VehicleKind.CAR, entered, paid, 10_000, left, book, VIETNAM);
  }

  private static Tariff hourly() {
    Block hour = new Block(60, 10_000);
    return new Tariff(0, hour, hour, 0, Optional.empty(), 0, 0, 15);
  }

  private static Tariff flat(long dong) {
    return new Tariff(
        0, new Block(1440, dong), new Block(1440, dong), 0, Optional.empty(), 0, 1, 0);
  }

  private static TariffVersion version(String id, Instant from, Tariff tariff, Instant saved) {
    Map<VehicleKind, Tariff> all = new EnumMap<>(VehicleKind.class);
    for (VehicleKind kind : VehicleKind.values()) {
      all.put(kind, tariff);
    }
    return new TariffVersion(id, from, all, "Lan", saved);
  }

  private static Fee fee(TariffBook book, Instant entered, Instant left) {
    return FeeRule.fee(VehicleKind.MOTORBIKE, entered, left, book, VIETNAM);
  }

  private static Fee fee(Tariff tariff, String entered, int minutes) {
    Instant from = at(entered, VIETNAM);
    return fee(tariff, from, from.plus(Duration.ofMinutes(minutes)), VIETNAM);
  }

  private static Fee fee(Tariff tariff, Instant entered, Instant left, ZoneId zone) {
    return FeeRule.fee(tariff, "t", entered, left, zone);
  }

  private static Instant at(String local, ZoneId zone) {
    return LocalDateTime.parse(local).atZone(zone).toInstant();
  }
}
