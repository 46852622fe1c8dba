package io.gatehouse.central.api;

import io.gatehouse.report.PdfSheet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows of the history on paper, with their pictures. */
final class HistoryPdf {

  private static final float TITLE = 18;
  private static final float TEXT = 9.5f;
  private static final float PICTURE_WIDTH = 84;
  private static final float PICTURE_HEIGHT = 47;

  private final boolean vietnamese;

  /** Hands over the small picture of a row's side, {@code entry} or {@code exit}. */
  @FunctionalInterface
  interface Thumbnails {
    Optional<byte[]> of(Vehicle row, String side) throws IOException;
  }

  HistoryPdf(Locale language) {
    this.vietnamese = language.getLanguage().equals("vi");
  }

  /**
   * Puts it together.
   *
   * @param about what was asked for, for the first page
   * @param foot who asked, and when
   */
  byte[] of(List<Vehicle> rows, String about, String foot, Thumbnails thumbnails)
      throws IOException {
    String title = word("Lịch sử xe ra vào", "Vehicles in and out");
    try (PdfSheet sheet = new PdfSheet(title)) {
      sheet.line(title, TITLE, true);
      sheet.line(about, TEXT + 1, false);
      sheet.rule();
      sheet.space(6);
      for (Vehicle row : rows) {
        sheet.pictured(pictures(row, thumbnails), PICTURE_WIDTH, PICTURE_HEIGHT, lines(row), TEXT);
      }
      return sheet.finish(foot);
    }
  }

  private static List<byte[]> pictures(Vehicle row, Thumbnails thumbnails) throws IOException {
    List<byte[]> pictures = new ArrayList<>();
    // both places always, so that entries stand under entries
    pictures.add(thumbnails.of(row, "entry").orElse(new byte[0]));
    pictures.add(thumbnails.of(row, "exit").orElse(new byte[0]));
    return pictures;
  }

  private List<String> lines(Vehicle row) {
    return List.of(
        row.plateView().isEmpty() ? word("(đã xoá)", "(erased)") : row.plateView(),
        joined(word("Vào", "In"), row.entryTime(), row.entryCameraName()),
        row.exitTime() == null
            ? status(row)
            : joined(word("Ra", "Out"), row.exitTime(), row.exitCameraName()),
        Stream.of(Optional.ofNullable(row.duration()), money(row))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" · ")));
  }

  private static Optional<String> money(Vehicle row) {
    return row.paid() == 0
        ? Optional.empty()
        : Optional.of(String.format(Locale.GERMANY, "%,d ₫", row.paid()));
  }

  private String status(Vehicle row) {
    return row.status().equals("IN")
        ? word("Đang trong bãi", "Inside")
        : word("Không cho vào", "Turned away");
  }

  private static String joined(String word, String time, String camera) {
    return word
        + "  "
        + Stream.of(time == null ? "–" : time.replace('T', ' '), camera)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" · "));
  }

  private String word(String inVietnamese, String inEnglish) {
    return vietnamese ? inVietnamese : inEnglish;
  }
}
