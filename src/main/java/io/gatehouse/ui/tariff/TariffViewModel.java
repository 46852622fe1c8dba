package io.gatehouse.ui.tariff;

import io.gatehouse.common.TimeSource;
import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.people.Action;
import io.gatehouse.parking.tariff.Tariff;
import io.gatehouse.parking.tariff.TariffBook;
import io.gatehouse.parking.tariff.TariffPreset;
import io.gatehouse.parking.tariff.TariffVersion;
import io.gatehouse.store.TariffStore;
import io.gatehouse.ui.common.BackgroundWork;
import io.gatehouse.ui.common.Permission;
import io.gatehouse.ui.common.ScreenTools;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/**
 * The tariffs being changed. All kinds of vehicles are one version, so changes of several kinds are
 * saved together. On the screen's thread only.
 */
final class TariffViewModel {

  /** What there is to say. */
  sealed interface Notice {
    record Nothing() implements Notice {}

    record Saving() implements Notice {}

    record Saved(TariffVersion version) implements Notice {}

    record Failed(Exception why) implements Notice {}
  }

  private final TariffStore store;
  private final Permission permission;
  private final BackgroundWork work;
  private final TimeSource time;
  private final ZoneId zone;
  // counts the changes of anything below: the view shows all anew
  private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();
  private final Map<VehicleKind, Tariff> edits = new EnumMap<>(VehicleKind.class);
  private TariffBook book = TariffBook.initial();
  private VehicleKind kind = VehicleKind.MOTORBIKE;
  private Begin begin = Begin.TOMORROW;
  private Arrival arrival = Arrival.MORNING;
  private int hours = 24;
  private Optional<TypedNumber> typed = Optional.empty();
  private Notice notice = new Notice.Nothing();

  TariffViewModel(ScreenTools tools) {
    this.store = tools.context().books().tariffs();
    this.permission = tools.permission();
    this.work = tools.work();
    this.time = tools.context().time();
    this.zone = tools.context().zone();
  }

  /** Changes whenever something of this has changed. */
  ReadOnlyLongProperty versionProperty() {
    return version.getReadOnlyProperty();
  }

  /** Reads the versions anew; what was being changed stays. */
  void load() {
    work.run(
        store::book,
        read -> {
          book = read;
          changed();
        },
        e -> say(new Notice.Failed(e)));
  }

  TariffBook book() {
    return book;
  }

  VehicleKind kind() {
    return kind;
  }

  void choose(VehicleKind chosen) {
    done();
    kind = chosen;
    changed();
  }

  Begin begin() {
    return begin;
  }

  void choose(Begin chosen) {
    begin = chosen;
    changed();
  }

  Arrival arrival() {
    return arrival;
  }

  void choose(Arrival chosen) {
    arrival = chosen;
    changed();
  }

  int hours() {
    return hours;
  }

  /** How far the preview reaches. */
  void hours(int chosen) {
    hours = chosen;
    changed();
  }

  Notice notice() {
    return notice;
  }

  /** The tariff of the chosen kind, with what has been changed. */
  Tariff draft() {
    return draft(kind);
  }

  private Tariff draft(VehicleKind of) {
    return edits.getOrDefault(of, before(of));
  }

  /** The tariff without the changes: what would count from then on. */
  Tariff before() {
    return before(kind);
  }

  private Tariff before(VehicleKind of) {
    return book.at(beginOf(begin)).tariff(of);
  }

  boolean isChanged(VehicleKind of) {
    return !draft(of).equals(before(of));
  }

  boolean isChanged() {
    for (VehicleKind each : VehicleKind.values()) {
      if (isChanged(each)) {
        return true;
      }
    }
    return false;
  }

  /** A version saved before that will take the place of what is being made. */
  Optional<TariffVersion> later() {
    return book.nextAfter(beginOf(begin));
  }

  Standing standing(TariffVersion of) {
    return Standing.of(of, book, time.now());
  }

  /** When changes would count from. */
  Instant beginOf(Begin of) {
    return of.from(time.now(), zone);
  }

  /** When the vehicle of the preview comes. */
  Instant entered() {
    return arrival.on(LocalDate.ofInstant(time.now(), zone), zone);
  }

  TariffPreview preview() {
    return TariffPreview.of(draft(), entered(), hours, zone);
  }

  Optional<TypedNumber> typed() {
    return typed;
  }

  /** A number is going to be typed. */
  void edit(TariffField field) {
    done();
    typed = Optional.of(new TypedNumber(field, "", draft()));
    changed();
  }

  void type(String digits) {
    typed.ifPresent(number -> take(number.typed(digits)));
  }

  void erase() {
    typed.ifPresent(number -> take(number.erased()));
  }

  /** The tariff does without the number. */
  void none() {
    typed
        .filter(number -> number.field().isOptional())
        .ifPresent(number -> {
          typed = Optional.empty();
          draft(number.field().without(number.before()));
        });
  }

  /** Ends typing; what cannot be taken is dropped. */
  void done() {
    typed = Optional.empty();
    changed();
  }

  /** Ends typing; the number is as it was. */
  void cancel() {
    typed.ifPresent(number -> {
      typed = Optional.empty();
      draft(number.before());
    });
  }

  void take(TariffPreset preset) {
    typed = Optional.empty();
    draft(preset.tariff(kind));
  }

  /** All kinds as they were in another version. */
  void take(TariffVersion earlier) {
    typed = Optional.empty();
    earlier.tariffs().forEach(this::put);
    changed();
  }

  /** Drops all changes. */
  void discard() {
    typed = Optional.empty();
    edits.clear();
    changed();
  }

  /** Whether saving would ask for a PIN. */
  boolean isLocked() {
    return permission.asks(Action.TARIFFS);
  }

  /** Saves the changes as another version, if it is allowed. */
  void save() {
    done();
    if (isChanged()) {
      permission.ask(Action.TARIFFS, this::save);
    }
  }

  private void save(String approvedBy) {
    Map<VehicleKind, Tariff> all = new EnumMap<>(VehicleKind.class);
    for (VehicleKind each : VehicleKind.values()) {
      all.put(each, draft(each));
    }
    Instant now = time.now();
    Instant from = begin.from(now, zone);
    say(new Notice.Saving());
    work.run(
        () -> store.add(from, all, approvedBy, now),
        saved -> {
          edits.clear();
          book = book.with(saved);
          say(new Notice.Saved(saved));
        },
        e -> say(new Notice.Failed(e)));
  }

  private void take(TypedNumber number) {
    typed = Optional.of(number);
    draft(number.applied());
  }

  private void draft(Tariff tariff) {
    put(kind, tariff);
    notice = new Notice.Nothing();
    changed();
  }

  private void put(VehicleKind of, Tariff tariff) {
    if (tariff.equals(before(of))) {
      edits.remove(of);
    } else {
      edits.put(of, tariff);
    }
  }

  private void say(Notice said) {
    notice = said;
    changed();
  }

  private void changed() {
    version.set(version.get() + 1);
  }
}
