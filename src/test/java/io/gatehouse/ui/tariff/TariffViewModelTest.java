package io.gatehouse.ui.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.people.Action;
import io.gatehouse.parking.tariff.Tariff;
import io.gatehouse.parking.tariff.TariffPreset;
import io.gatehouse.parking.tariff.TariffPresets;
import io.gatehouse.parking.tariff.TariffVersion;
import io.gatehouse.store.DataFolder;
import io.gatehouse.store.KioskStore;
import io.gatehouse.store.StoreException;
import io.gatehouse.support.TestKiosk;
import io.gatehouse.ui.tariff.TariffViewModel.Notice;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TariffViewModelTest {

  /** Eight in the morning of 2 March in Vietnam. */
  private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

  private static final Instant TOMORROW = Instant.parse("2026-03-02T17:00:00Z");
  private static final Instant APRIL = Instant.parse("2026-03-31T17:00:00Z");

  @TempDir Path folder;

  private final TestKiosk kiosk = new TestKiosk();
  private DataFolder data;
  private KioskStore store;
  private TariffViewModel model;

  @BeforeEach
  void open() throws StoreException {
    data = DataFolder.open(folder);
    store = KioskStore.open(data, kiosk.time, UnaryOperator.identity());
    kiosk.books = store.books();
    model = new TariffViewModel(kiosk.tools());
    model.load();
  }

  @AfterEach
  void close() {
    store.close();
    data.close();
  }

  private TariffVersion newest() throws StoreException {
    return store.books().tariffs().book().versions().getLast();
  }

  private void type(TariffField field, String digits) {
    model.edit(field);
    model.type(digits);
    model.done();
  }

  @Test
  void savedPricesCountFromTheBeginThatWasChosen() throws StoreException {
    type(TariffField.FIRST_DONG, "5000");
    model.choose(Begin.NEXT_MONTH);
    model.save();

    assertThat(newest().validFrom()).isEqualTo(APRIL);
    assertThat(newest().tariff(VehicleKind.MOTORBIKE).first().dong()).isEqualTo(5_000);
    assertThat(newest().tariff(VehicleKind.CAR))
        .isEqualTo(TariffPresets.initial().tariff(VehicleKind.CAR));
    assertThat(newest().savedBy()).isEqualTo("Trần Thị Bình");
    assertThat(model.notice()).isEqualTo(new Notice.Saved(newest()));
    assertThat(model.isChanged()).isFalse();
  }

  @Test
  void withoutASupervisorNothingIsSaved() throws StoreException {
    kiosk.permission.lock(Action.TARIFFS);
    type(TariffField.FIRST_DONG, "5000");
    model.save();

    assertThat(newest()).isEqualTo(TariffPresets.initial());
    assertThat(model.isChanged()).isTrue();

    kiosk.permission.approve("Lê Văn Cường");

    assertThat(newest().savedBy()).isEqualTo("Lê Văn Cường");
  }

  @Test
  void nowIsTheMomentOfSavingNotThatOfChoosing() throws StoreException {
    model.choose(Begin.NOW);
    kiosk.permission.lock(Action.TARIFFS);
    type(TariffField.FIRST_DONG, "5000");
    model.save();
    kiosk.time.advance(Duration.ofMinutes(2));
    kiosk.permission.approve("Lê Văn Cường");

    assertThat(newest().validFrom()).isEqualTo(NOW.plus(Duration.ofMinutes(2)));
    assertThat(model.standing(newest())).isEqualTo(Standing.IN_USE);
  }

  @Test
  void changesOfSeveralKindsAreOneVersion() throws StoreException {
    type(TariffField.FIRST_DONG, "5000");
    model.choose(VehicleKind.CAR);
    model.take(TariffPreset.HALF_HOUR_FREE);
    model.save();

    assertThat(store.books().tariffs().book().versions()).hasSize(2);
    assertThat(newest().tariff(VehicleKind.MOTORBIKE).first().dong()).isEqualTo(5_000);
    assertThat(newest().tariff(VehicleKind.CAR))
        .isEqualTo(TariffPreset.HALF_HOUR_FREE.tariff(VehicleKind.CAR));
  }

  @Test
  void whatIsTypedBackToWhatItWasIsNoChange() {
    type(TariffField.FIRST_DONG, "5000");
    assertThat(model.isChanged()).isTrue();

    type(TariffField.FIRST_DONG, "4000");

    assertThat(model.isChanged()).isFalse();
  }

  @Test
  void cancelBringsBackWhatWasBeforeTyping() {
    Tariff before = model.draft();
    model.edit(TariffField.FIRST_DONG);
    model.type("9");
    assertThat(model.draft().first().dong()).isEqualTo(9);

    model.cancel();

    assertThat(model.draft()).isEqualTo(before);
    assertThat(model.typed()).isEmpty();
  }

  @Test
  void noneTakesTheNightAway() {
    model.edit(TariffField.NIGHT_DONG);
    model.none();

    assertThat(model.draft().night()).isEmpty();
    assertThat(model.typed()).isEmpty();
  }

  @Test
  void noneLeavesWhatATariffNeeds() {
    model.edit(TariffField.FIRST_DONG);
    model.none();

    assertThat(model.draft().first().dong()).isEqualTo(4_000);
  }

  @Test
  void aVersionThatIsToComeIsSaidAndBuiltUpon() {
    type(TariffField.FIRST_DONG, "5000");
    model.choose(Begin.NEXT_MONTH);
    model.save();

    model.choose(Begin.TOMORROW);
    assertThat(model.later()).map(TariffVersion::validFrom).contains(APRIL);
    assertThat(model.draft().first().dong()).isEqualTo(4_000);

    model.choose(Begin.NEXT_MONTH);
    assertThat(model.later()).isEmpty();
    assertThat(model.draft().first().dong()).isEqualTo(5_000);
  }

  @Test
  void aSlipSavedForTheSameDayIsMendedBySavingAgain() throws StoreException {
    type(TariffField.FIRST_DONG, "50000");
    model.save();
    TariffVersion slip = newest();
    kiosk.time.advance(Duration.ofMinutes(1));
    type(TariffField.FIRST_DONG, "5000");
    model.save();

    assertThat(newest().validFrom()).isEqualTo(TOMORROW);
    assertThat(model.standing(slip)).isEqualTo(Standing.NEVER);
    assertThat(model.standing(newest())).isEqualTo(Standing.COMING);
    kiosk.time.advance(Duration.ofDays(1));
    assertThat(model.standing(newest())).isEqualTo(Standing.IN_USE);
    assertThat(model.standing(TariffPresets.initial())).isEqualTo(Standing.PAST);
  }

  @Test
  void pricesOfAnEarlierVersionAreTakenForAllKinds() throws StoreException {
    type(TariffField.FIRST_DONG, "5000");
    model.choose(VehicleKind.CAR);
    type(TariffField.FIRST_DONG, "30000");
    model.choose(Begin.NOW);
    model.save();
    model.take(TariffPresets.initial());
    kiosk.time.advance(Duration.ofMinutes(1));
    model.save();

    assertThat(newest().tariffs()).isEqualTo(TariffPresets.initial().tariffs());
  }

  @Test
  void whatWasChangedSurvivesALookAtTheLane() {
    type(TariffField.FIRST_DONG, "5000");

    model.load();

    assertThat(model.draft().first().dong()).isEqualTo(5_000);
    assertThat(model.isChanged()).isTrue();
  }

  @Test
  void whatCannotBeStoredIsSaidAndKeptOnTheScreen() {
    type(TariffField.FIRST_DONG, "5000");
    store.close();

    model.save();

    assertThat(model.notice()).isInstanceOf(Notice.Failed.class);
    assertThat(model.isChanged()).isTrue();
  }
}
