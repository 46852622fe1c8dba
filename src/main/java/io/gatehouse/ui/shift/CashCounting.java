package io.gatehouse.ui.shift;

import io.gatehouse.parking.shift.Banknote;
import io.gatehouse.parking.shift.CashCount;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Cash being counted, note by note. */
final class CashCounting {

  private final ReadOnlyObjectWrapper<CashCount> count =
      new ReadOnlyObjectWrapper<>(CashCount.NOTHING);
  private final ReadOnlyObjectWrapper<Banknote> chosen =
      new ReadOnlyObjectWrapper<>(Banknote.DONG_500_000);
  private boolean fresh = true;

  /** Largest first, as one counts. */
  static List<Banknote> notes() {
    return List.of(Banknote.values()).reversed();
  }

  ReadOnlyObjectProperty<CashCount> countProperty() {
    return count.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Banknote> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  CashCount count() {
    return count.get();
  }

  void begin() {
    count.set(CashCount.NOTHING);
    choose(Banknote.DONG_500_000);
  }

  void choose(Banknote note) {
    chosen.set(note);
    fresh = true;
  }

  /** The first digit begins a new number for the kind chosen. */
  void type(int digit) {
    int before = fresh ? 0 : count.get().of(chosen.get());
    fresh = false;
    long number = before * 10L + digit;
    if (number <= CashCount.MOST) {
      count.set(count.get().with(chosen.get(), (int) number));
    }
  }

  void erase() {
    fresh = false;
    count.set(count.get().with(chosen.get(), count.get().of(chosen.get()) / 10));
  }

  /** On to the next kind. */
  void next() {
    int at = notes().indexOf(chosen.get());
    choose(notes().get((at + 1) % notes().size()));
  }
}
