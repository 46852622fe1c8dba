package io.gatehouse.ui.tariff;

import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.tariff.Block;
import io.gatehouse.parking.tariff.Fee;
import io.gatehouse.parking.tariff.FeeLine;
import io.gatehouse.parking.tariff.Tariff;
import io.gatehouse.parking.tariff.TariffPresets;
import io.gatehouse.parking.tariff.TariffVersion;
import io.gatehouse.ui.common.Formats;
import io.gatehouse.ui.common.Texts;
import io.gatehouse.ui.tariff.TariffField.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Prices as people say them. */
public final class TariffWords {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M");
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("H:mm d/M/yyyy");

  private final Texts texts;
  private final Formats formats;

  public TariffWords(Texts texts, Formats formats) {
    this.texts = texts;
    this.formats = formats;
  }

  /** How a fee comes about: {@code 24 giờ đầu 4.000 ₫ + 1 đêm: 6.000 ₫}. */
  public String explanation(Fee fee) {
    StringBuilder said = new StringBuilder();
    for (FeeLine line : fee.lines()) {
      if (!said.isEmpty()) {
        said.append(line.dong() < 0 ? " − " : " + ");
      }
      said.append(line(line));
    }
    return said.toString();
  }

  private String line(FeeLine line) {
    String dong = formats.dong(Math.abs(line.dong()));
    return switch (line.what()) {
      case FREE_MINUTES -> texts.get("tariff.line.free", span(line.count()));
      case FIRST_BLOCK -> texts.get("tariff.line.first", span(line.minutes()), dong);
      case FURTHER_BLOCKS ->
          texts.get("tariff.line.further", line.count(), span(line.minutes()), dong);
      case NIGHTS -> texts.get("tariff.line.nights", line.count(), dong);
      case DAY_CAP -> texts.get("tariff.line.cap", dong);
    };
  }

  /** A whole tariff in a few sentences, without what does not concern a single stay. */
  String sentence(Tariff tariff) {
    List<String> said = new ArrayList<>();
    if (tariff.freeMinutes() > 0) {
      said.add(texts.get("tariff.says.free", span(tariff.freeMinutes())));
    }
    said.add(blocks(tariff.first(), tariff.further()));
    if (tariff.isCapped()) {
      said.add(texts.get("tariff.says.cap", formats.dong(tariff.dayCapDong())));
    }
    tariff
        .night()
        .ifPresent(night ->
            said.add(
                texts.get(
                    "tariff.says.night",
                    CLOCK.format(night.from()),
                    CLOCK.format(night.to()),
                    formats.dong(night.dong()))));
    return String.join(" ", said);
  }

  private String blocks(Block first, Block further) {
    if (further.dong() == 0) {
      return texts.get("tariff.says.turn", formats.dong(first.dong()));
    }
    return first.equals(further)
        ? texts.get("tariff.says.each", formats.dong(first.dong()), each(first.minutes()))
        : texts.get(
            "tariff.says.then",
            span(first.minutes()),
            formats.dong(first.dong()),
            formats.dong(further.dong()),
            each(further.minutes()));
  }

  /** What a field holds: {@code 25.000 ₫}, {@code 2 giờ}, {@code 22:00}, {@code –}. */
  String value(TariffField field, Tariff tariff) {
    return field.value(tariff).stream()
        .mapToObj(value -> value(field.unit(), value))
        .findFirst()
        .orElse("–");
  }

  String value(Unit unit, long value) {
    return switch (unit) {
      case DONG -> formats.dong(value);
      case MINUTES -> span(value);
      case TIME -> clock(LocalTime.ofSecondOfDay(60 * value));
    };
  }

  /** {@code 8:00}. */
  String clock(LocalTime time) {
    return CLOCK.format(time);
  }

  String name(TariffField field) {
    return texts.get("tariff.field." + field);
  }

  String kind(VehicleKind kind) {
    return texts.of(kind);
  }

  /** {@code 22/11}. */
  String day(Instant instant) {
    return DAY.format(instant.atZone(formats.zone()));
  }

  /** From when a version counts. */
  String from(TariffVersion version) {
    return version.id().equals(TariffPresets.initial().id())
        ? texts.get("tariff.version.initial")
        : texts.get("tariff.version.from", moment(version.validFrom()));
  }

  /** {@code 0:00 1/12/2026}. */
  String moment(Instant instant) {
    return MOMENT.format(instant.atZone(formats.zone()));
  }

  /** {@code 24 giờ}, {@code 1 giờ 30 phút}, {@code 30 phút}. */
  String span(long minutes) {
    return minutes > 0 && minutes % 60 == 0
        ? texts.get("format.hours", minutes / 60)
        : minutes == 0
            ? texts.get("format.minutes", 0)
            : formats.duration(Duration.ofMinutes(minutes));
  }

  private String each(int minutes) {
    return minutes == 60 ? texts.get("tariff.says.hour") : span(minutes);
  }
}
