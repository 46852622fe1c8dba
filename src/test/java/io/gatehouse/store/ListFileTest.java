package io.gatehouse.store;

import static io.gatehouse.support.ListEntries.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.lists.BadRow;
import io.gatehouse.parking.lists.BadRow.Fault;
import io.gatehouse.parking.lists.ListEntry;
import io.gatehouse.parking.lists.ListKind;
import io.gatehouse.parking.lists.ListRows;
import io.gatehouse.plate.VietnamGrammar;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListFileTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

  @TempDir Path folder;

  private ListRows.Read read(String text) throws Exception {
    return read(text, StandardCharsets.UTF_8);
  }

  private ListRows.Read read(String text, Charset charset) throws Exception {
    Path file = Files.write(folder.resolve("lists.csv"), text.getBytes(charset));
    return ListFile.read(file, new VietnamGrammar(), ListKind.ALLOWED, TODAY);
  }

  @Test
  void whatIsWrittenIsReadBack() throws Exception {
    ListEntry an =
        new ListEntry(
            entry(ListKind.SUBSCRIBER, "59P168480", "2026-01-01", "2026-03-31").id(),
            ListKind.SUBSCRIBER,
            "59P168480",
            "59P1-684.80",
            VehicleKind.MOTORBIKE,
            "Nguyễn \"Út\" Ấn; và con, gái",
            "0901 234 567",
            "tầng 2\nô 14",
            LocalDate.of(2026, 1, 1),
            Optional.of(LocalDate.of(2026, 3, 31)));
    ListEntry vip = entry(ListKind.VIP, "30A16848", "2026-01-01", "");
    Path file = folder.resolve("out.csv");

    ListFile.write(file, List.of(an, vip));
    ListRows.Read read = ListFile.read(file, new VietnamGrammar(), ListKind.DENIED, TODAY);

    assertThat(read.bad()).isEmpty();
    assertThat(read.entries().get(0).withId(an.id())).isEqualTo(an);
    assertThat(read.entries().get(1).withId(vip.id())).isEqualTo(vip);
    assertThat(Files.readString(file)).startsWith("\uFEFFplate,kind,vehicle,owner,phone,from,to");
  }

  @Test
  void vietnameseTableOfASpreadsheetIsUnderstood() throws Exception {
    ListRows.Read read =
        read(
            """
            \uFEFFSTT;Biển số;Loại;Loại xe;Chủ xe;SĐT;Từ ngày;Đến ngày;Ghi chú\r
            1;59-P1 684.80;Vé tháng;Xe máy;Nguyễn Văn Ấn;0901234567;1/3/2026;31/03/2026;\r
            2;51F-123.45;VIP;Ô tô;;;;;giám đốc\r
            ;;;;;;;;\r
            """);

    assertThat(read.bad()).isEmpty();
    assertThat(read.entries())
        .extracting(
            ListEntry::plate,
            ListEntry::kind,
            ListEntry::vehicle,
            ListEntry::validFrom,
            ListEntry::lastDay)
        .containsExactly(
            tuple(
                "59P168480",
                ListKind.SUBSCRIBER,
                VehicleKind.MOTORBIKE,
                LocalDate.of(2026, 3, 1),
                Optional.of(LocalDate.of(2026, 3, 31))),
            tuple("51F12345", ListKind.VIP, VehicleKind.CAR, TODAY, Optional.empty()));
    assertThat(read.entries().getFirst().owner()).isEqualTo("Nguyễn Văn Ấn");
  }

  @Test
  void badRowIsReportedWithItsLineAndLosesNothingOfTheOthers() throws Exception {
    ListRows.Read read =
        read(
            """
            plate,kind,vehicle,owner,phone,from,to,note
            59P168480,subscriber,motorbike,"An
            Nguyen",,2026-01-01,2026-03-31,
            ,vip,,Nobody,,,,
            51F12345,gold,,,,,,

            51F12346,vip,tank,,,,,
            51F12347,vip,,,,2026-02-30,,
            51F12348,vip,,,,,soon,
            51F12349,subscriber,,,,2026-01-01,,
            51F12350,vip,,,,2026-03-01,2026-02-01,
            59-P1 684.80,subscriber,,,,2026-01-01,2026-04-30,
            59P1684801234567,vip,,,,,,
            51F99999
            """);

    assertThat(read.entries())
        .extracting(ListEntry::plate)
        .containsExactly("59P168480", "51F99999");
    assertThat(read.bad())
        .containsExactly(
            new BadRow(4, Fault.NO_PLATE, ""),
            new BadRow(5, Fault.UNKNOWN_KIND, "gold"),
            new BadRow(7, Fault.UNKNOWN_VEHICLE, "tank"),
            new BadRow(8, Fault.WRONG_FIRST_DAY, "2026-02-30"),
            new BadRow(9, Fault.WRONG_LAST_DAY, "soon"),
            new BadRow(10, Fault.NO_LAST_DAY, ""),
            new BadRow(11, Fault.ENDS_BEFORE_IT_BEGINS, "2026-02-01"),
            new BadRow(12, Fault.TWICE, "2"),
            new BadRow(13, Fault.STRANGE_PLATE, "59P1684801234567"));
  }

  @Test
  void samePlateMayBeOnTwoLists() throws Exception {
    ListRows.Read read = read("plate\tkind\n59P168480\tvip\n59P168480\tdenied\n59P168480\tvip\n");
    assertThat(read.entries()).hasSize(2);
    assertThat(read.bad()).containsExactly(new BadRow(4, Fault.TWICE, "2"));
  }

  @Test
  void quotesThatDoNotEndLoseOnlyWhatComesAfter() throws Exception {
    ListRows.Read read = read("plate,note\n59P168480,ok\n51F12345,\"open\n51F12346,x\n");
    assertThat(read.entries()).extracting(ListEntry::plate).containsExactly("59P168480");
    assertThat(read.bad()).extracting(BadRow::fault).containsExactly(Fault.BROKEN);
  }

  @Test
  void fileOfNoUseSaysWhy() {
    assertThat(fault("", StandardCharsets.UTF_8)).isEqualTo(ListFile.Fault.EMPTY);
    assertThat(fault("name,phone\nAn,1\n", StandardCharsets.UTF_8))
        .isEqualTo(ListFile.Fault.NO_PLATE_COLUMN);
    assertThat(fault("Biển số\n59P168480\n", StandardCharsets.UTF_16))
        .isEqualTo(ListFile.Fault.NOT_UTF8);
    assertThat(
            catchThrowableOfType(
                    ListFile.UnusableException.class,
                    () ->
                        ListFile.read(
                            folder.resolve("none.csv"), new VietnamGrammar(), ListKind.VIP, TODAY))
                .fault())
        .isEqualTo(ListFile.Fault.MISSING);
  }

  private ListFile.Fault fault(String text, Charset charset) {
    return catchThrowableOfType(ListFile.UnusableException.class, () -> read(text, charset))
        .fault();
  }

  @Test
  void noCellBecomesAFormulaInASpreadsheet() throws IOException {
    Path file = folder.resolve("out.csv");
    ListFile.write(
        file, List.of(entry(ListKind.VIP, "30A16848", "=HYPERLINK(1)", "2026-01-01", "")));
    assertThat(Files.readString(file)).contains(",'=HYPERLINK(1),");
  }
}
