package io.gatehouse.ui.history;

import java.time.LocalDate;
import java.util.Optional;

/** Which days the history shows. "Today" stays today after midnight. */
sealed interface DayChoice {

  /** Empty for all days. */
  Optional<LocalDate> day(LocalDate today);

  record Today() implements DayChoice {
    @Override
    public Optional<LocalDate> day(LocalDate today) {
      return Optional.of(today);
    }
  }

  record Yesterday() implements DayChoice {
    @Override
    public Optional<LocalDate> day(LocalDate today) {
      return Optional.of(today.minusDays(1));
    }
  }

  record All() implements DayChoice {
    @Override
    public Optional<LocalDate> day(LocalDate today) {
      return Optional.empty();
    }
  }

  record On(LocalDate chosen) implements DayChoice {
    @Override
    public Optional<LocalDate> day(LocalDate today) {
      return Optional.of(chosen);
    }
  }

  /** The choice for a day, by its everyday name where it has one. */
  static DayChoice of(LocalDate day, LocalDate today) {
    if (day.equals(today)) {
      return new Today();
    }
    return day.equals(today.minusDays(1)) ? new Yesterday() : new On(day);
  }
}
