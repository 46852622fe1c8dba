package io.gatehouse.ui.shift;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.parking.people.Person;
import io.gatehouse.parking.people.Role;
import io.gatehouse.parking.shift.Banknote;
import io.gatehouse.parking.shift.Shift;
import io.gatehouse.store.StoreException;
import io.gatehouse.support.StaffedKiosk;
import io.gatehouse.ui.common.Duty;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningViewModelTest {

  @TempDir Path data;

  private StaffedKiosk kiosk;
  private OpeningViewModel opening;

  @BeforeEach
  void open() throws StoreException {
    kiosk = new StaffedKiosk(data);
    kiosk.add("Bình", Role.SUPERVISOR);
    Person an = kiosk.add("Nguyễn Văn An", Role.GUARD);
    kiosk.onDuty(an);
    opening = new OpeningViewModel(kiosk.tools());
    opening.cash().choose(Banknote.DONG_20_000);
    opening.cash().type(1);
    opening.cash().type(2);
  }

  @AfterEach
  void close() {
    kiosk.close();
  }

  private Shift onDuty() {
    return ((Duty.State.Present) kiosk.duty.state()).shift();
  }

  @Test
  void whatIsCountedBelongsToTheShiftAtOnceAndOnTheDisk() throws StoreException {
    opening.done();

    assertThat(onDuty().openingDong()).isEqualTo(240_000);
    assertThat(kiosk.books().shifts().open()).contains(onDuty());
    assertThat(kiosk.trail().getFirst()).isEqualTo("FLOAT_COUNTED Nguyễn Văn An [] ");
  }

  @Test
  void whoSkipsItMayCountLater() throws StoreException {
    opening.skip();
    assertThat(kiosk.books().shifts().open().orElseThrow().opening()).isEmpty();

    opening.done();
    assertThat(onDuty().openingDong()).isEqualTo(240_000);
  }
}
