package io.gatehouse.report;

import io.gatehouse.common.WholeFile;
import io.gatehouse.parking.shift.ShiftReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;

/** Writes a shift's report into a folder, as PDF and as CSV. */
public final class ShiftReportFiles {

  private final Path folder;
  private final ReportWords words;
  private final ReportPictures pictures;

  public ShiftReportFiles(Path folder, ReportWords words, ReportPictures pictures) {
    this.folder = folder;
    this.words = words;
    this.pictures = pictures;
  }

  /** The files of a report. */
  public record Written(Path pdf, Path csv) {}

  /**
   * Writes both; files of the same shift are replaced. Takes a second: not for the screen's thread.
   *
   * @throws IOException with one line that says what could not be written
   */
  public Written write(ShiftReport report) throws IOException {
    byte[] pdf = new ShiftPdf(report, words, pictures).bytes();
    byte[] csv = ShiftCsv.of(report);
    Files.createDirectories(folder);
    String name =
        "shift-%s-%s"
            .formatted(words.stamp(report.shift().beganAt()), plain(report.shift().guard()));
    Written written = new Written(folder.resolve(name + ".pdf"), folder.resolve(name + ".csv"));
    WholeFile.write(written.pdf(), pdf);
    WholeFile.write(written.csv(), csv);
    return written;
  }

  /** Letters without marks, for file systems and mails of every kind. */
  static String plain(String name) {
    String letters =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replace('đ', 'd')
            .replace('Đ', 'D');
    String plain = letters.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return plain.replaceAll("^-|-$", "");
  }
}
