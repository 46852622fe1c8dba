package io.gatehouse.ui.shift;

import io.gatehouse.report.ReportWords;
import io.gatehouse.ui.common.Formats;
import io.gatehouse.ui.common.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** The screens' words and formats, for paper. */
record ScreenWords(Texts texts, Formats formats) implements ReportWords {

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm");

  @Override
  public String get(String key, Object... arguments) {
    return texts.get(key, arguments);
  }

  @Override
  public String of(Enum<?> constant) {
    return texts.of(constant);
  }

  @Override
  public String moment(Instant at) {
    return MOMENT.format(at.atZone(formats.zone()));
  }

  @Override
  public String stamp(Instant at) {
    return STAMP.format(at.atZone(formats.zone()));
  }

  @Override
  public String duration(Duration time) {
    return formats.duration(time);
  }

  @Override
  public String number(long number) {
    return formats.number(number);
  }
}
