package io.gatehouse.central.common;

import java.time.Duration;
import java.util.Locale;

/** How long a stay was, as people say it: {@code 5 giờ 0 phút}, {@code 5 h 0 min}. */
public final class DurationText {

  private DurationText() {}

  /** In hours, however many. */
  public static String of(Duration duration, Locale language) {
    return (language.getLanguage().equals("en") ? "%d h %d min" : "%d giờ %d phút")
        .formatted(duration.toHours(), duration.toMinutesPart());
  }
}
