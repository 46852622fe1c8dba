package io.gatehouse.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.parking.audit.AuditEntry;
import io.gatehouse.parking.audit.AuditEvent;
import io.gatehouse.parking.audit.AuditKind;
import io.gatehouse.parking.people.Actor;
import io.gatehouse.parking.people.Role;
import io.gatehouse.parking.shift.Banknote;
import io.gatehouse.parking.shift.CashCount;
import io.gatehouse.parking.shift.Shift;
import io.gatehouse.parking.shift.ShiftReport;
import io.gatehouse.parking.shift.ShiftTotals;
import io.gatehouse.support.GuardedSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShiftReportFilesTest {

  private static final Instant BEGAN = Instant.parse("2026-03-02T01:00:00Z");

  @TempDir Path folder;

  /** Keys as words, so that what is said where can be told. */
  private static final ReportWords WORDS =
      new ReportWords() {
        @Override
        public String get(String key, Object... arguments) {
          return key + (arguments.length == 0 ? "" : List.of(arguments).toString());
        }

        @Override
        public String of(Enum<?> constant) {
          return constant.name();
        }

        @Override
        public String moment(Instant at) {
          return at.toString();
        }

        @Override
        public String stamp(Instant at) {
          return "stamp";
        }

        @Override
        public String duration(Duration time) {
          return time.toString();
        }

        @Override
        public String number(long number) {
          return Long.toString(number);
        }
      };

  private static ShiftReport report(int overrides, Optional<CashCount> counted) {
    List<AuditEntry> entries = new ArrayList<>();
    for (int i = 1; i <= overrides; i++) {
      AuditEvent event =
          AuditEvent.of(BEGAN, Actor.named("Ửng"), AuditKind.FREE_PASS, "=Xe giao hàng " + i)
              .of("59P1-684." + (10 + i), new UUID(0, i))
              .approvedBy("Trần Thị Bình")
              .worth(5_000);
      entries.add(new AuditEntry(i, event, ""));
    }
    Shift shift =
        new Shift(
            UUID.fromString("0190b5a0-0000-7000-8000-000000000001"),
            new UUID(0, 9),
            "Đặng Thị Ngọc Ửng",
            Role.GUARD,
            "Cổng vào A",
            BEGAN,
            Optional.of(CashCount.NOTHING.with(Banknote.DONG_100_000, 2)),
            Optional.of(
                new Shift.Closing(BEGAN.plus(Duration.ofHours(8)), counted, "Thiếu \"1k\", 😀")));
    ShiftTotals totals = new ShiftTotals(120, 118, 7, 2, 1_261_000, 3, 1, overrides);
    return new ShiftReport(shift, totals, entries, "ab12");
  }

  private String pdfText(ShiftReport report, ReportPictures pictures) throws IOException {
    Path pdf = new ShiftReportFiles(folder, WORDS, pictures).write(report).pdf();
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static CashCount counted() {
    return CashCount.NOTHING.with(Banknote.DONG_500_000, 2).with(Banknote.DONG_20_000, 13);
  }

  @Test
  void pdfSaysAllInVietnameseLetters() throws IOException {
    String text = pdfText(report(2, Optional.of(counted())), passage -> Optional.empty());

    assertThat(text)
        .contains("Đặng Thị Ngọc Ửng", "Cổng vào A", "Trần Thị Bình", "59P1-684.12", "ab12")
        .contains("500000 × 2", "1000000 ₫", "1260000 ₫")
        .containsPattern("shift.opening\\s+200000 ₫")
        .containsPattern("shift.drawer\\s+1461000 ₫")
        .containsPattern("shift.difference.missing\\s+201000 ₫")
        .contains("Thiếu \"1k\", ?");
  }

  @Test
  void pdfWithoutACountSaysSo() throws IOException {
    assertThat(pdfText(report(0, Optional.empty()), passage -> Optional.empty()))
        .contains("shift.uncounted")
        .doesNotContain("shift.difference");
  }

  @Test
  void manyOverridesWithPicturesFillSeveralPages() throws IOException {
    byte[] picture = GuardedSite.jpeg(160, 90, 120);
    ShiftReport report = report(40, Optional.of(counted()));
    Path pdf =
        new ShiftReportFiles(folder, WORDS, passage -> Optional.of(picture)).write(report).pdf();

    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      assertThat(document.getNumberOfPages()).isGreaterThan(3);
      assertThat(new PDFTextStripper().getText(document)).contains("59P1-684.50", "1 / ");
      assertThat(document.getPage(1).getResources().getXObjectNames()).isNotEmpty();
    }
  }

  @Test
  void csvHasEveryNumberAndNoFormula() throws IOException {
    Path csv =
        new ShiftReportFiles(folder, WORDS, passage -> Optional.empty())
            .write(report(1, Optional.of(counted())))
            .csv();

    assertThat(Files.readString(csv).substring(1).split("\r\n"))
        .contains(
            "section,name,value,at,plate,approved_by,details",
            "shift,guard,Đặng Thị Ngọc Ửng,,,,",
            "shift,remark,\"Thiếu \"\"1k\"\", 😀\",,,,",
            "total,in,120,,,,",
            "total,cash_dong,1261000,,,,",
            "cash,notes_of_500000,2,,,,",
            "cash,counted_dong,1260000,,,,",
            "cash,opening_notes_of_100000,2,,,,",
            "cash,opening_dong,200000,,,,",
            "cash,drawer_dong,1461000,,,,",
            "cash,difference_dong,-201000,,,,",
            "override,FREE_PASS,5000,2026-03-02T01:00:00Z,59P1-684.11,Trần Thị Bình,'=Xe giao hàng 1");
    assertThat(csv.getFileName()).hasToString("shift-stamp-dang-thi-ngoc-ung.csv");
  }
}
