package io.gatehouse.central.page;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A site of two gates on an afternoon: what the pages have to show in tests and screenshots. */
public final class SmallSite {

  /** A stay with both pictures and a correction. */
  static final long CORRECTED = 7;

  /** A stay whose exit has no picture. */
  static final long WITHOUT_EXIT_PICTURE = 6;

  private static final List<String> PLATES =
      List.of("59P1-684.80", "51F-684.81", "30A-175.28", "29MĐ1-202.46", "65S2-664.08");

  private SmallSite() {}

  /** Ten named rows, newest first by their ids 10 to 1. */
  public static void fill(FakeCentral central, Instant now) {
    central.has(
        SiteRows.left(1, "65S2-664.08", "MOTORBIKE", now.minus(30, ChronoUnit.HOURS), 95, 4000));
    central.has(SiteRows.left(2, "80A-664.10", "CAR", now.minus(9, ChronoUnit.HOURS), 41, 25_000));
    central.has(SiteRows.inside(3, "72C-118.33", "TRUCK", now.minus(8, ChronoUnit.HOURS)));
    central.has(SiteRows.left(4, "51G-390.12", "CAR", now.minus(7, ChronoUnit.HOURS), 180, 30_000));
    central.has(SiteRows.inside(5, "59X3-071.55", "MOTORBIKE", now.minus(6, ChronoUnit.HOURS)));
    central.has(
        SiteRows.without(
            SiteRows.left(6, "30A-175.28", "CAR", now.minus(5, ChronoUnit.HOURS), 149, 20_000),
            "exit"));
    central.has(
        SiteRows.left(7, "59P1-684.80", "MOTORBIKE", now.minus(4, ChronoUnit.HOURS), 149, 4000));
    central.has(SiteRows.inside(8, "51F-684.81", "CAR", now.minus(90, ChronoUnit.MINUTES)));
    central.has(
        SiteRows.without(
            SiteRows.inside(9, "61H-402.17", "CAR", now.minus(40, ChronoUnit.MINUTES)), "entry"));
    central.has(SiteRows.inside(10, "29MĐ1-202.46", "MOTORBIKE", now.minus(5, ChronoUnit.MINUTES)));
    central.corrected(CORRECTED, "59PT-684.80", "59P1-684.80");
    SmallSiteBooks.fill(central, now);
  }

  /** Cameras, figures, shifts, gates and people. */
  public static void fillBooks(FakeCentral central, Instant now) {
    SmallSiteBooks.fill(central, now);
  }

  /** Further {@code count} rows below, for scrolling. */
  static void fillMore(FakeCentral central, Instant now, int count) {
    for (int i = 0; i < count; i++) {
      String plate = PLATES.get(i % PLATES.size());
      central.has(
          SiteRows.left(
              1000 + i, plate, "MOTORBIKE", now.minus(3000 - i, ChronoUnit.MINUTES), 50, 4000));
    }
  }
}
