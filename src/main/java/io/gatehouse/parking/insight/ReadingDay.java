package io.gatehouse.parking.insight;

import java.time.LocalDate;

/**
 * How well plates were read on one day, and how good the pictures were.
 *
 * @param day of the site's calendar
 * @param night pictures from seven in the evening to five in the morning
 * @param daylight the others
 */
public record ReadingDay(
    LocalDate day, ReadingFigures figures, PictureMedians night, PictureMedians daylight) {

  private static final int NIGHT_FROM = 19;
  private static final int NIGHT_TO = 5;

  public static ReadingDay empty(LocalDate day) {
    return new ReadingDay(day, ReadingFigures.NONE, PictureMedians.NONE, PictureMedians.NONE);
  }

  /** Whether the lamps should be on at this hour of the clock, all the year round. */
  static boolean isNight(int hour) {
    return hour >= NIGHT_FROM || hour < NIGHT_TO;
  }
}
