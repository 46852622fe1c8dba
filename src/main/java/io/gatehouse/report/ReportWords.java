package io.gatehouse.report;

import java.time.Duration;
import java.time.Instant;

/** The words of a report in the language chosen, and times and numbers as people write them. */
public interface ReportWords {

  String get(String key, Object... arguments);

  /** The word for a constant. */
  String of(Enum<?> constant);

  /** Day and time, the same whenever it is read: {@code 21/11/2026 09:41}. */
  String moment(Instant at);

  /** The same for a file's name: {@code 2026-11-21-0941}. */
  String stamp(Instant at);

  String duration(Duration time);

  String number(long number);
}
