package io.gatehouse.ui.shift;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.parking.people.Person;
import io.gatehouse.parking.people.Role;
import io.gatehouse.parking.shift.Banknote;
import io.gatehouse.parking.shift.CashCount;
import io.gatehouse.parking.shift.Shift;
import io.gatehouse.parking.shift.ShiftReport;
import io.gatehouse.store.StoreException;
import io.gatehouse.support.GateDay;
import io.gatehouse.support.StaffedKiosk;
import io.gatehouse.ui.common.Duty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandOverViewModelTest {

  @TempDir Path data;

  private StaffedKiosk kiosk;
  private HandOverViewModel handOver;
  private Shift shift;

  @BeforeEach
  void open() throws StoreException {
    kiosk = new StaffedKiosk(data);
    kiosk.add("Bình", Role.SUPERVISOR);
    Person an = kiosk.add("Nguyễn Văn An", Role.GUARD);
    shift = kiosk.onDuty(an);
    GateDay day = new GateDay(kiosk.store.passages(), kiosk.time).guardedBy(an.name());
    day.enters("59P168480");
    day.leaves("59P168480", 15_000);
    handOver = new HandOverViewModel(kiosk.tools());
    handOver.load();
  }

  @AfterEach
  void close() {
    kiosk.close();
  }

  private void count(Banknote note, String number) {
    handOver.cash().choose(note);
    number.chars().forEach(digit -> handOver.cash().type(digit - '0'));
  }

  @Test
  void countsNoteByNoteAndSaysTheDifference() {
    assertThat(handOver.takenProperty().get()).isEqualTo(15_000);
    count(Banknote.DONG_10_000, "1");
    assertThat(handOver.difference()).isEqualTo(-5_000);
    count(Banknote.DONG_1_000, "12");
    assertThat(handOver.difference()).isEqualTo(7_000);
    handOver.cash().erase();
    assertThat(handOver.difference()).isEqualTo(-4_000);
    count(Banknote.DONG_1_000, "5");
    assertThat(handOver.difference()).isZero();
  }

  @Test
  void noNumberIsLongerThanAPileOfNotes() {
    count(Banknote.DONG_500_000, "123456");

    assertThat(handOver.cash().count().of(Banknote.DONG_500_000)).isEqualTo(1_234);
  }

  @Test
  void endKeepsTheCountWritesTheReportAndSignsOut() throws StoreException, IOException {
    count(Banknote.DONG_10_000, "2");
    handOver.finish();

    ShiftReport report = kiosk.books().shifts().report(shift.id()).orElseThrow();
    assertThat(report.differenceDong()).contains(5_000L);
    assertThat(kiosk.duty.state()).isEqualTo(new Duty.State.Nobody());
    assertThat(kiosk.settings.get().guard()).isEmpty();
    try (Stream<Path> files = Files.list(data.resolve("reports"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "shift-2026-03-02-0800-nguyen-van-an.pdf", "shift-2026-03-02-0800-nguyen-van-an.csv");
    }
  }

  @Test
  void floatCountsWithWhatWasTakenAndTheRemarkIsKept() throws StoreException {
    CashCount inDrawer = CashCount.NOTHING.with(Banknote.DONG_100_000, 2);
    kiosk.books().shifts().openWith(shift.id(), inDrawer, kiosk.time.now());
    handOver.load();
    assertThat(handOver.difference()).isEqualTo(-215_000);
    count(Banknote.DONG_100_000, "2");
    count(Banknote.DONG_5_000, "3");
    assertThat(handOver.difference()).isZero();
    handOver.remark("Khách nợ 5.000");
    handOver.finish();

    ShiftReport report = kiosk.books().shifts().report(shift.id()).orElseThrow();
    assertThat(report.differenceDong()).contains(0L);
    assertThat(report.shift().closing().orElseThrow().remark()).isEqualTo("Khách nợ 5.000");
  }

  @Test
  void withoutACountTheShiftSaysSo() throws StoreException {
    handOver.skip();

    assertThat(kiosk.books().shifts().report(shift.id()).orElseThrow().differenceDong()).isEmpty();
    assertThat(kiosk.books().shifts().open()).isEmpty();
  }

  @Test
  void reportThatCannotBeWrittenDoesNotKeepTheGuard() throws StoreException, IOException {
    Files.writeString(data.resolve("reports"), "a file where the folder should be");
    handOver.finish();

    assertThat(kiosk.duty.state()).isEqualTo(new Duty.State.Nobody());
    assertThat(kiosk.books().shifts().open()).isEmpty();
  }
}
