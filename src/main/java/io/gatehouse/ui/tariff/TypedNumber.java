package io.gatehouse.ui.tariff;

import io.gatehouse.parking.tariff.Tariff;
import io.gatehouse.ui.tariff.TariffField.Problem;
import io.gatehouse.ui.tariff.TariffField.Unit;
import java.util.Optional;

/**
 * A number being typed into a tariff. Immutable.
 *
 * @param field which
 * @param digits as typed so far; empty while the number is as it was
 * @param before the tariff as it was
 */
record TypedNumber(TariffField field, String digits, Tariff before) {

  private static final int MINUTES_PER_HOUR = 60;

  /** With more digits after those typed; what would be too long changes nothing. */
  TypedNumber typed(String more) {
    String all = digits + more;
    if (field.unit() != Unit.TIME) {
      all = all.replaceFirst("^0+(?=.)", "");
    }
    return all.length() > room() ? this : new TypedNumber(field, all, before);
  }

  TypedNumber erased() {
    return digits.isEmpty()
        ? this
        : new TypedNumber(field, digits.substring(0, digits.length() - 1), before);
  }

  /** Why the digits cannot be taken. */
  Optional<Problem> problem() {
    if (digits.isEmpty()) {
      return Optional.empty();
    }
    return field.unit() == Unit.TIME && tail() >= MINUTES_PER_HOUR
        ? Optional.of(Problem.NO_TIME)
        : field.problem(before, value());
  }

  /** The tariff with the number; as it was while none is typed or it cannot be taken. */
  Tariff applied() {
    return digits.isEmpty() || problem().isPresent() ? before : field.with(before, value());
  }

  /** In the field's unit. */
  long value() {
    long number = Long.parseLong(digits);
    if (field.unit() != Unit.TIME) {
      return number;
    }
    return digits.length() <= 2
        ? number * MINUTES_PER_HOUR
        : number / 100 * MINUTES_PER_HOUR + tail();
  }

  /** The minutes of a time. */
  private long tail() {
    return digits.length() <= 2 ? 0 : Long.parseLong(digits) % 100;
  }

  private int room() {
    return switch (field.unit()) {
      case DONG -> 10;
      case MINUTES -> 5;
      case TIME -> 4;
    };
  }
}
