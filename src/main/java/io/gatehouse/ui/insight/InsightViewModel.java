package io.gatehouse.ui.insight;

import io.gatehouse.parking.insight.LampWatch;
import io.gatehouse.parking.insight.ReadingDay;
import io.gatehouse.parking.insight.Span;
import io.gatehouse.store.InsightStore;
import io.gatehouse.store.StoreException;
import io.gatehouse.ui.common.ScreenTools;
import io.gatehouse.ui.common.StorageStatus;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The figures of a day, a week or a month, and of the reading. Used on the screen's thread only;
 * the store is asked in the background, and an answer that was overtaken is dropped.
 */
public final class InsightViewModel {

  /** The lamp's watch looks at so many days before the present one. */
  private static final int DAYS_WATCHED = 15;

  private final InsightStore store;
  private final Supplier<StorageStatus> disk;
  private final ScreenTools tools;
  private final ZoneId zone;
  private final InsightExport export;
  private final ReadOnlyObjectWrapper<Tab> tab = new ReadOnlyObjectWrapper<>(Tab.DAY);
  private final ReadOnlyObjectWrapper<Span> span;
  private final ReadOnlyObjectWrapper<Series> series = new ReadOnlyObjectWrapper<>(Series.ENTRIES);
  private final ReadOnlyObjectWrapper<Panel> panel = new ReadOnlyObjectWrapper<>(Panel.CONFIDENCE);
  private final ReadOnlyObjectWrapper<Optional<Business>> business =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Reading>> reading =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Path>> written =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Exception>> failure =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private long newest;

  public InsightViewModel(ScreenTools tools) {
    this.tools = tools;
    this.store = tools.context().books().insight();
    this.disk = tools.context().storage();
    this.zone = tools.context().zone();
    this.export = new InsightExport(Path.of(tools.context().setup().dataFolder(), "reports"));
    this.span = new ReadOnlyObjectWrapper<>(Span.of(Tab.DAY.length(), today()));
  }

  ReadOnlyObjectProperty<Tab> tabProperty() {
    return tab.getReadOnlyProperty();
  }

  /** The time that is shown. */
  ReadOnlyObjectProperty<Span> spanProperty() {
    return span.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Series> seriesProperty() {
    return series.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Panel> panelProperty() {
    return panel.getReadOnlyProperty();
  }

  /** Empty until the first answer. */
  ReadOnlyObjectProperty<Optional<Business>> businessProperty() {
    return business.getReadOnlyProperty();
  }

  /** Empty until the first answer. */
  ReadOnlyObjectProperty<Optional<Reading>> readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /** The file that was written last from what is shown; empty when there is none. */
  ReadOnlyObjectProperty<Optional<Path>> writtenProperty() {
    return written.getReadOnlyProperty();
  }

  /** Why figures could not be read or written. */
  ReadOnlyObjectProperty<Optional<Exception>> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  LocalDate today() {
    return LocalDate.ofInstant(tools.context().time().now(), zone);
  }

  /** Shows a tab, of the time that was shown or, if that is more than it shows, its last day. */
  void show(Tab wanted) {
    LocalDate last = span.get().last();
    tab.set(wanted);
    go(Span.of(wanted.length(), last.isAfter(today()) ? today() : last));
  }

  /** One day, week or month back or forth, never past the present one. */
  void step(int by) {
    Span next = span.get().step(by);
    if (!next.first().isAfter(today())) {
      go(next);
    }
  }

  /** Whether there is a time after the shown one. */
  boolean canStepForward() {
    return !span.get().end().isAfter(today());
  }

  /** To the present. */
  void now() {
    go(Span.of(tab.get().length(), today()));
  }

  /** Shows one day. */
  void open(LocalDate day) {
    tab.set(Tab.DAY);
    go(Span.of(Tab.DAY.length(), day));
  }

  void choose(Series wanted) {
    series.set(wanted);
  }

  void choose(Panel wanted) {
    panel.set(wanted);
  }

  /** Reads what is shown anew. */
  void refresh() {
    go(span.get());
  }

  private void go(Span wanted) {
    span.set(wanted);
    written.set(Optional.empty());
    if (tab.get() == Tab.READING) {
      ask(() -> readReading(wanted), found -> reading.set(Optional.of(found)));
    } else {
      ask(() -> readBusiness(wanted), found -> business.set(Optional.of(found)));
    }
  }

  private Business readBusiness(Span wanted) throws StoreException {
    Instant now = tools.context().time().now();
    Span before = wanted.comparable();
    return new Business(
        wanted,
        store.business(wanted.first(), wanted.last(), zone),
        store.business(before.first(), before.last(), zone),
        store.totals(before.start(zone), wanted.comparableUntil(now, zone)),
        wanted.contains(today()));
  }

  private Reading readReading(Span wanted) throws StoreException {
    List<ReadingDay> days = store.reading(wanted.first(), wanted.last(), zone);
    List<ReadingDay> lately = store.reading(today().minusDays(DAYS_WATCHED), today(), zone);
    return new Reading(wanted, days, LampWatch.look(lately), store.storage(), disk.get());
  }

  /** Writes what is shown as a table, for other programs. */
  void export() {
    if (tab.get() == Tab.READING) {
      reading.get().ifPresent(shown -> write(() -> export.reading(shown)));
    } else {
      business.get().ifPresent(shown -> write(() -> export.business(shown)));
    }
  }

  private void write(Callable<Path> job) {
    ask(job, file -> written.set(Optional.of(file)));
  }

  private <T> void ask(Callable<T> question, Consumer<T> answer) {
    long asked = ++newest;
    tools
        .work()
        .run(
            question,
            found -> ifNewest(asked, () -> answered(found, answer)),
            e -> ifNewest(asked, () -> failure.set(Optional.of(e))));
  }

  private <T> void answered(T found, Consumer<T> answer) {
    failure.set(Optional.empty());
    answer.accept(found);
  }

  private void ifNewest(long asked, Runnable then) {
    if (newest == asked) {
      then.run();
    }
  }
}
