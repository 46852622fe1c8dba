package io.gatehouse.ui.history;

import io.gatehouse.common.TimeSource;
import io.gatehouse.decide.Outcome;
import io.gatehouse.parking.Direction;
import io.gatehouse.store.Passage;
import io.gatehouse.store.PassagePage;
import io.gatehouse.store.PassageQuery;
import io.gatehouse.store.PassageStore;
import io.gatehouse.store.StoreException;
import io.gatehouse.ui.common.BackgroundWork;
import io.gatehouse.ui.common.Delay;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The history: a filter, the passages that match it, and the one that is open. Used on the screen's
 * thread only; searches run on the background executor, and an answer that was overtaken by a newer
 * question is dropped.
 */
final class HistoryViewModel {

  static final int PAGE = 50;
  static final Duration TYPING_PAUSE = Duration.ofMillis(120);

  /**
   * What the line under the list says.
   *
   * @param matches how many match
   * @param exact whether there are no more than these
   * @param total how many are stored
   * @param millis how long the search took
   */
  record Count(long matches, boolean exact, long total, long millis) {}

  private final PassageStore store;
  private final BackgroundWork work;
  private final Delay delay;
  private final TimeSource time;
  private final ZoneId zone;

  private final ReadOnlyObjectWrapper<HistoryFilter> filter =
      new ReadOnlyObjectWrapper<>(HistoryFilter.today());
  private final ObservableList<Passage> passages = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<Count>> count =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<Exception>> failure =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Passage>> selected =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /** Number of the newest question; read by the background thread to skip overtaken ones. */
  private final AtomicLong newest = new AtomicLong();

  HistoryViewModel(
      PassageStore store, BackgroundWork work, Delay delay, TimeSource time, ZoneId zone) {
    this.store = store;
    this.work = work;
    this.delay = delay;
    this.time = time;
    this.zone = zone;
  }

  ReadOnlyObjectProperty<HistoryFilter> filterProperty() {
    return filter.getReadOnlyProperty();
  }

  HistoryFilter filter() {
    return filter.get();
  }

  /** Newest first; those found so far. */
  ObservableList<Passage> passages() {
    return passages;
  }

  /** Empty before the first answer. */
  ReadOnlyObjectProperty<Optional<Count>> countProperty() {
    return count.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty searchingProperty() {
    return searching.getReadOnlyProperty();
  }

  /** Whether further pages can be fetched with {@link #more()}. */
  ReadOnlyBooleanProperty hasMoreProperty() {
    return more.getReadOnlyProperty();
  }

  /** Why the last search gave nothing; empty when it worked. */
  ReadOnlyObjectProperty<Optional<Exception>> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Passage>> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  LocalDate today() {
    return LocalDate.ofInstant(time.now(), zone);
  }

  ZoneId zone() {
    return zone;
  }

  /** The search text changed; the search starts when the typing pauses. */
  void type(String text) {
    if (!text.equals(filter().text())) {
      filter.set(filter().withText(text));
      delay.restart(TYPING_PAUSE, this::search);
    }
  }

  void alike(boolean on) {
    change(f -> f.withAlike(on));
  }

  void correctedOnly(boolean on) {
    change(f -> f.withCorrectedOnly(on));
  }

  void toggle(Direction direction) {
    change(f -> f.toggled(direction));
  }

  void toggle(Outcome outcome) {
    change(f -> f.toggled(outcome));
  }

  void day(DayChoice day) {
    change(f -> f.withDay(day));
  }

  /**
   * One day back or forth from the shown one, from today when all days are shown; never past today.
   */
  void stepDay(int days) {
    LocalDate today = today();
    LocalDate stepped = filter().day().day(today).orElse(today).plusDays(days);
    day(DayChoice.of(stepped.isAfter(today) ? today : stepped, today));
  }

  /** Whether there is a day after the shown one. */
  boolean canStepForward() {
    return filter().day().day(today()).map(d -> d.isBefore(today())).orElse(false);
  }

  void clearFilters() {
    change(HistoryFilter::cleared);
  }

  /** Searches anew: the screen was opened, or a search failed. */
  void refresh() {
    search();
  }

  void select(Passage passage) {
    selected.set(Optional.of(passage));
  }

  void closeSelected() {
    selected.set(Optional.empty());
  }

  /**
   * Opens the next older (+1) or newer (-1) of the passages found.
   *
   * @return whether there is one
   */
  boolean selectNeighbour(int step) {
    if (!hasNeighbour(step)) {
      return false;
    }
    int next = indexOf(selected.get().orElseThrow().id()) + step;
    select(passages.get(next));
    if (next == passages.size() - 1) {
      more();
    }
    return true;
  }

  /** Whether {@link #selectNeighbour} would open one. */
  boolean hasNeighbour(int step) {
    int at = selected.get().map(p -> indexOf(p.id())).orElse(-1);
    return at >= 0 && at + step >= 0 && at + step < passages.size();
  }

  /** Opens a passage that need not be among those found. */
  void open(UUID id) {
    work.run(
        () -> store.find(id),
        found -> found.ifPresent(this::select),
        e -> failure.set(Optional.of(e)));
  }

  /** A passage was corrected: its row shows the new plate, whether it still matches or not. */
  void replace(Passage corrected) {
    int at = indexOf(corrected.id());
    if (at >= 0) {
      passages.set(at, corrected);
    }
    if (selected.get().map(p -> p.id().equals(corrected.id())).orElse(false)) {
      select(corrected);
    }
  }

  private int indexOf(UUID id) {
    for (int i = 0; i < passages.size(); i++) {
      if (passages.get(i).id().equals(id)) {
        return i;
      }
    }
    return -1;
  }

  private void change(UnaryOperator<HistoryFilter> change) {
    HistoryFilter changed = change.apply(filter());
    if (!changed.equals(filter())) {
      filter.set(changed);
      search();
    }
  }

  private void search() {
    delay.cancel();
    ask(0, this::showFirstPage);
  }

  /** Fetches the next page; nothing happens while an answer is awaited. */
  void more() {
    if (more.get() && !searching.get()) {
      ask(passages.size(), this::addPage);
    }
  }

  private void ask(int offset, Answer answer) {
    long question = newest.incrementAndGet();
    PassageQuery query = filter().query(today(), zone, PAGE, offset);
    searching.set(true);
    work.run(
        () -> newest.get() == question ? Optional.of(timed(query)) : Optional.<Timed>empty(),
        found -> found.ifPresent(page -> answered(question, () -> answer.take(page))),
        e -> answered(question, () -> failure.set(Optional.of(e))));
  }

  private Timed timed(PassageQuery query) throws StoreException {
    long start = time.nanos();
    PassagePage page = store.search(query);
    return new Timed(page, (time.nanos() - start) / 1_000_000);
  }

  private void answered(long question, Runnable show) {
    if (newest.get() == question) {
      searching.set(false);
      failure.set(Optional.empty());
      show.run();
    }
  }

  private void showFirstPage(Timed found) {
    PassagePage page = found.page();
    passages.setAll(page.passages());
    count.set(Optional.of(new Count(page.matches(), page.exact(), page.total(), found.millis())));
    more.set(page.passages().size() < page.matches());
  }

  /** Passages stored since the first page shift the rest down: those already shown are left out. */
  private void addPage(Timed found) {
    PassagePage page = found.page();
    Set<UUID> shown = new HashSet<>();
    passages.forEach(p -> shown.add(p.id()));
    List<Passage> added = page.passages().stream().filter(p -> !shown.contains(p.id())).toList();
    passages.addAll(added);
    count.set(Optional.of(new Count(page.matches(), page.exact(), page.total(), found.millis())));
    more.set(!page.passages().isEmpty() && passages.size() < page.matches());
  }

  private interface Answer {
    void take(Timed found);
  }

  private record Timed(PassagePage page, long millis) {}
}
