package io.gatehouse.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.tariff.Fee;
import io.gatehouse.parking.tariff.FeeRule;
import io.gatehouse.parking.tariff.Tariff;
import io.gatehouse.parking.tariff.TariffBook;
import io.gatehouse.parking.tariff.TariffPreset;
import io.gatehouse.parking.tariff.TariffPresets;
import io.gatehouse.parking.tariff.TariffVersion;
import io.gatehouse.support.FakeTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2TariffStoreTest {

  private static final Instant SAVED = Instant.parse("2026-11-21T03:04:05.123456789Z");
  private static final Instant DECEMBER = Instant.parse("2026-11-30T17:00:00Z");
  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  @TempDir Path folder;

  private final FakeTime time = new FakeTime();
  private DataFolder data;
  private KioskStore store;

  @BeforeEach
  void open() throws StoreException {
    data = DataFolder.open(folder);
    reopen();
  }

  @AfterEach
  void close() {
    store.close();
    data.close();
  }

  private void reopen() throws StoreException {
    if (store != null) {
      store.close();
    }
    store = KioskStore.open(data, time, UnaryOperator.identity());
  }

  private TariffStore tariffs() {
    return store.books().tariffs();
  }

  private static Map<VehicleKind, Tariff> all(TariffPreset preset) {
    Map<VehicleKind, Tariff> all = new EnumMap<>(VehicleKind.class);
    for (VehicleKind kind : VehicleKind.values()) {
      all.put(kind, preset.tariff(kind));
    }
    return all;
  }

  @Test
  void aNewSiteHasATariffFromItsFirstMinute() throws StoreException {
    TariffBook book = tariffs().book();

    Fee fee =
        FeeRule.fee(
            VehicleKind.MOTORBIKE, SAVED, SAVED.plus(Duration.ofMinutes(149)), book, VIETNAM);

    assertThat(book.versions()).containsExactly(TariffPresets.initial());
    assertThat(fee.dong()).isEqualTo(4_000);
  }

  @Test
  void aVersionIsThereAsItWasSavedAfterAStart() throws StoreException {
    Map<VehicleKind, Tariff> prices = all(TariffPreset.HOURS_WITH_CAP);
    prices.put(VehicleKind.MOTORBIKE, TariffPreset.MALL.tariff(VehicleKind.MOTORBIKE));

    TariffVersion saved = tariffs().add(DECEMBER, prices, "Trần Thị Bình", SAVED);
    reopen();

    assertThat(tariffs().book().versions()).containsExactly(TariffPresets.initial(), saved);
    assertThat(saved.tariffs()).isEqualTo(prices);
    assertThat(saved.validFrom()).isEqualTo(DECEMBER);
    assertThat(saved.savedBy()).isEqualTo("Trần Thị Bình");
  }

  @Test
  void ofTwoForTheSameDayTheLaterSavedCounts() throws StoreException {
    tariffs().add(DECEMBER, all(TariffPreset.MALL), "An", SAVED);
    TariffVersion mended =
        tariffs().add(DECEMBER, all(TariffPreset.HALF_HOUR_FREE), "An", SAVED.plusSeconds(60));

    assertThat(tariffs().book().at(DECEMBER)).isEqualTo(mended);
    assertThat(tariffs().book().at(DECEMBER.minusSeconds(1))).isEqualTo(TariffPresets.initial());
  }

  @Test
  void whatWasSavedIsNeverReplaced() throws StoreException {
    TariffVersion first = tariffs().add(DECEMBER, all(TariffPreset.MALL), "An", SAVED);

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> tariffs().add(DECEMBER, all(TariffPreset.HALF_HOUR_FREE), "Eve", SAVED));

    assertThat(tariffs().book().versions()).containsExactly(TariffPresets.initial(), first);
  }

  @Test
  void versionFromNowOnCountsAtOnceThoughTheDiskKnowsNoNanoseconds() throws StoreException {
    TariffVersion now = tariffs().add(SAVED, all(TariffPreset.MALL), "An", SAVED);

    assertThat(tariffs().book().at(SAVED)).isEqualTo(now);
  }
}
