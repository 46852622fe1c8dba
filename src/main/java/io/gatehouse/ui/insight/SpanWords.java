package io.gatehouse.ui.insight;

import io.gatehouse.parking.insight.LampWatch;
import io.gatehouse.parking.insight.Span;
import io.gatehouse.ui.common.Formats;
import io.gatehouse.ui.common.Texts;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;

/** How people name days, weeks and months, and compare them. */
final class SpanWords {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/yyyy");
  private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d/M");

  /** A change too large to be said in percent. */
  private static final double TENFOLD = 10;

  private final Texts texts;
  private final Formats formats;

  SpanWords(Texts texts, Formats formats) {
    this.texts = texts;
    this.formats = formats;
  }

  /** {@code Thứ Bảy 21/11/2026}, {@code 16/11 – 22/11/2026}, {@code 11/2026}. */
  String name(Span span) {
    return switch (span.length()) {
      case DAY -> weekday(span.first()) + " " + DAY.format(span.first());
      case WEEK -> SHORT.format(span.first()) + " – " + DAY.format(span.last());
      case MONTH ->
          texts.get(
              "insight.month",
              span.first().getMonthValue(),
              String.valueOf(span.first().getYear()));
    };
  }

  private String weekday(LocalDate day) {
    String name = day.getDayOfWeek().getDisplayName(TextStyle.FULL, texts.locale());
    return name.substring(0, 1).toUpperCase(texts.locale()) + name.substring(1);
  }

  /** What a business is compared with: {@code Thứ Bảy 14/11}. */
  String other(Business business) {
    Span other = business.span().comparable();
    return switch (other.length()) {
      case DAY -> weekday(other.first()) + " " + SHORT.format(other.first());
      case WEEK -> SHORT.format(other.first()) + " – " + SHORT.format(other.last());
      case MONTH -> name(other);
    };
  }

  /**
   * {@code ▲ 12 % so với Thứ Bảy 14/11 cùng giờ}.
   *
   * @param brief where there is little room: {@code ▲ 12 % · 14/11}
   */
  String change(long now, long before, Business business, boolean brief) {
    if (before == 0) {
      return texts.get("insight.change.none", other(business));
    }
    double change = (now - before) / (double) before;
    String how =
        Math.abs(change) < 0.005
            ? texts.get("insight.change.same")
            : change >= TENFOLD
                ? texts.get("insight.change.much")
                : texts.get(
                    change > 0 ? "insight.change.more" : "insight.change.less",
                    Math.round(Math.abs(change) * 100));
    if (brief) {
      return texts.get("insight.change.brief", how, briefOther(business));
    }
    return texts.get(
        business.partly() ? "insight.change.partly" : "insight.change", how, other(business));
  }

  private String briefOther(Business business) {
    Span other = business.span().comparable();
    return other.length() == Span.Length.DAY ? SHORT.format(other.first()) : other(business);
  }

  /** One plain sentence on what seems to be wrong. */
  String warning(LampWatch.Warning warning) {
    double fell = 1 - warning.now() / warning.before();
    return texts.get(
        "insight.warning." + warning.fault(),
        weekday(warning.day()) + " " + SHORT.format(warning.day()),
        formats.percent(fell));
  }
}
