package io.gatehouse.ui.tariff;

import io.gatehouse.parking.tariff.Block;
import io.gatehouse.parking.tariff.Night;
import io.gatehouse.parking.tariff.Tariff;
import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalLong;

/** One number of a tariff, as it is typed. In the order in which they stand, three to a row. */
enum TariffField {
  FREE(Unit.MINUTES, 0, Tariff.MAX_FREE_MINUTES),
  FIRST_MINUTES(Unit.MINUTES, 1, Block.MAX_MINUTES),
  FIRST_DONG(Unit.DONG, 0, Tariff.MAX_DONG),
  DAY_CAP(Unit.DONG, 1, Tariff.MAX_DONG),
  FURTHER_MINUTES(Unit.MINUTES, 1, Block.MAX_MINUTES),
  FURTHER_DONG(Unit.DONG, 0, Tariff.MAX_DONG),
  NIGHT_DONG(Unit.DONG, 0, Tariff.MAX_DONG),
  NIGHT_FROM(Unit.TIME, 0, 24 * 60 - 1),
  NIGHT_TO(Unit.TIME, 0, 24 * 60 - 1),
  MONTHLY(Unit.DONG, 0, Tariff.MAX_DONG),
  LOST_TICKET(Unit.DONG, 0, Tariff.MAX_DONG),
  GRACE(Unit.MINUTES, 0, Tariff.MAX_FREE_MINUTES);

  /** What a number counts. */
  enum Unit {
    /** Typed as minutes. */
    MINUTES,
    DONG,
    /** Minutes since midnight, typed as hours and minutes: 2230, 630, 22. */
    TIME
  }

  /** Why a number cannot be taken. */
  enum Problem {
    TOO_SMALL,
    TOO_LARGE,
    NO_TIME,
    NO_NIGHT
  }

  private static final Night USUAL_NIGHT = new Night(LocalTime.of(22, 0), LocalTime.of(6, 0), 0);

  private final Unit unit;
  private final long least;
  private final long most;

  TariffField(Unit unit, long least, long most) {
    this.unit = unit;
    this.least = least;
    this.most = most;
  }

  Unit unit() {
    return unit;
  }

  /** Whether a tariff can do without it. */
  boolean isOptional() {
    return this == DAY_CAP || this == NIGHT_DONG || this == NIGHT_FROM || this == NIGHT_TO;
  }

  /** As it is; empty where the tariff does without. */
  OptionalLong value(Tariff tariff) {
    return switch (this) {
      case FREE -> OptionalLong.of(tariff.freeMinutes());
      case FIRST_MINUTES -> OptionalLong.of(tariff.first().minutes());
      case FIRST_DONG -> OptionalLong.of(tariff.first().dong());
      case DAY_CAP ->
          tariff.isCapped() ? OptionalLong.of(tariff.dayCapDong()) : OptionalLong.empty();
      case FURTHER_MINUTES -> OptionalLong.of(tariff.further().minutes());
      case FURTHER_DONG -> OptionalLong.of(tariff.further().dong());
      case NIGHT_DONG -> tariff.night().stream().mapToLong(Night::dong).findFirst();
      case NIGHT_FROM -> tariff.night().stream().mapToLong(n -> minutes(n.from())).findFirst();
      case NIGHT_TO -> tariff.night().stream().mapToLong(n -> minutes(n.to())).findFirst();
      case MONTHLY -> OptionalLong.of(tariff.monthlyDong());
      case LOST_TICKET -> OptionalLong.of(tariff.lostTicketDong());
      case GRACE -> OptionalLong.of(tariff.graceMinutes());
    };
  }

  /** What is wrong with a number here; empty when it can be taken. */
  Optional<Problem> problem(Tariff tariff, long value) {
    if (value < least) {
      return Optional.of(Problem.TOO_SMALL);
    }
    if (value > most) {
      return Optional.of(unit == Unit.TIME ? Problem.NO_TIME : Problem.TOO_LARGE);
    }
    Night night = tariff.night().orElse(USUAL_NIGHT);
    boolean noNight =
        (this == NIGHT_FROM && value == minutes(night.to()))
            || (this == NIGHT_TO && value == minutes(night.from()));
    return noNight ? Optional.of(Problem.NO_NIGHT) : Optional.empty();
  }

  /** The tariff with another number here, one without a {@link #problem}. */
  Tariff with(Tariff t, long value) {
    return switch (this) {
      case FREE -> with(t, (int) value, t.graceMinutes());
      case GRACE -> with(t, t.freeMinutes(), (int) value);
      case FIRST_MINUTES -> with(t, new Block((int) value, t.first().dong()), t.further());
      case FIRST_DONG -> with(t, new Block(t.first().minutes(), value), t.further());
      case FURTHER_MINUTES -> with(t, t.first(), new Block((int) value, t.further().dong()));
      case FURTHER_DONG -> with(t, t.first(), new Block(t.further().minutes(), value));
      case DAY_CAP -> with(t, value, t.monthlyDong(), t.lostTicketDong());
      case MONTHLY -> with(t, t.dayCapDong(), value, t.lostTicketDong());
      case LOST_TICKET -> with(t, t.dayCapDong(), t.monthlyDong(), value);
      case NIGHT_DONG, NIGHT_FROM, NIGHT_TO ->
          with(t, Optional.of(night(t.night().orElse(USUAL_NIGHT), value)));
    };
  }

  /** The tariff without it; only where it {@link #isOptional}. */
  Tariff without(Tariff t) {
    return this == DAY_CAP
        ? with(t, 0, t.monthlyDong(), t.lostTicketDong())
        : with(t, Optional.empty());
  }

  private Night night(Night was, long value) {
    return switch (this) {
      case NIGHT_FROM -> new Night(time(value), was.to(), was.dong());
      case NIGHT_TO -> new Night(was.from(), time(value), was.dong());
      default -> new Night(was.from(), was.to(), value);
    };
  }

  private static Tariff with(Tariff t, int free, int grace) {
    return new Tariff(
        free,
        t.first(),
        t.further(),
        t.dayCapDong(),
        t.night(),
        t.monthlyDong(),
        t.lostTicketDong(),
        grace);
  }

  private static Tariff with(Tariff t, Block first, Block further) {
    return new Tariff(
        t.freeMinutes(),
        first,
        further,
        t.dayCapDong(),
        t.night(),
        t.monthlyDong(),
        t.lostTicketDong(),
        t.graceMinutes());
  }

  private static Tariff with(Tariff t, long cap, long monthly, long lostTicket) {
    return new Tariff(
        t.freeMinutes(),
        t.first(),
        t.further(),
        cap,
        t.night(),
        monthly,
        lostTicket,
        t.graceMinutes());
  }

  private static Tariff with(Tariff t, Optional<Night> night) {
    return new Tariff(
        t.freeMinutes(),
        t.first(),
        t.further(),
        t.dayCapDong(),
        night,
        t.monthlyDong(),
        t.lostTicketDong(),
        t.graceMinutes());
  }

  private static long minutes(LocalTime time) {
    return time.toSecondOfDay() / 60;
  }

  private static LocalTime time(long minutes) {
    return LocalTime.ofSecondOfDay(60 * minutes);
  }
}
