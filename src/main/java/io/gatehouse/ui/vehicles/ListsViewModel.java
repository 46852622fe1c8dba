package io.gatehouse.ui.vehicles;

import io.gatehouse.parking.lists.ListEntry;
import io.gatehouse.parking.lists.ListKind;
import io.gatehouse.parking.lists.ListMatch;
import io.gatehouse.parking.lists.PlateLists;
import io.gatehouse.parking.people.Action;
import io.gatehouse.plate.PlateGrammar;
import io.gatehouse.store.ListPage;
import io.gatehouse.store.ListQuery;
import io.gatehouse.store.ListStore;
import io.gatehouse.store.StoreException;
import io.gatehouse.ui.common.BackgroundWork;
import io.gatehouse.ui.common.Delay;
import io.gatehouse.ui.common.Permission;
import io.gatehouse.ui.common.ScreenTools;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The lists: what is looked for, what was found, and the entry that is being written. */
final class ListsViewModel {

  static final int PAGE = 60;
  static final Duration TYPING_PAUSE = Duration.ofMillis(120);

  /**
   * What is looked for.
   *
   * @param kind empty for all
   * @param text part of plate, owner, phone or note
   * @param ending only what has ended or is about to
   */
  record Filter(Optional<ListKind> kind, String text, boolean ending) {}

  /**
   * How many there are.
   *
   * @param ending of all kinds
   */
  record Counts(Map<ListKind, Long> kinds, long ending) {}

  /** What is being said of the entry that is written. */
  enum Said {
    NOTHING,
    /** The plate has an entry on that list, which is open now instead. */
    LISTED_ALREADY
  }

  private record Answer(ListPage page, Counts counts) {}

  private final ListStore store;
  private final BackgroundWork work;
  private final Delay delay;
  private final PlateGrammar grammar;
  private final Permission permission;
  private final Supplier<String> guard;
  private final Supplier<LocalDate> today;
  private final Supplier<Instant> now;

  private final ReadOnlyObjectWrapper<Filter> filter =
      new ReadOnlyObjectWrapper<>(new Filter(Optional.empty(), "", false));
  private final ObservableList<ListMatch> entries = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<Counts>> counts =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<EntryForm>> form =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Said> said = new ReadOnlyObjectWrapper<>(Said.NOTHING);
  private final ReadOnlyObjectWrapper<Optional<Exception>> failure =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private long newest;
  private boolean more;

  ListsViewModel(ScreenTools tools, Delay delay) {
    this.store = tools.context().books().lists();
    this.work = tools.work();
    this.delay = delay;
    this.grammar = tools.context().grammar();
    this.permission = tools.permission();
    this.guard = () -> tools.settings().get().guard();
    this.today = tools.formats()::today;
    this.now = tools.context().time()::now;
  }

  ReadOnlyObjectProperty<Filter> filterProperty() {
    return filter.getReadOnlyProperty();
  }

  /** Those found so far, as they stand today. */
  ObservableList<ListMatch> entries() {
    return entries;
  }

  ReadOnlyObjectProperty<Optional<Counts>> countsProperty() {
    return counts.getReadOnlyProperty();
  }

  /** The entry that is being written; empty for none. */
  ReadOnlyObjectProperty<Optional<EntryForm>> formProperty() {
    return form.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Said> saidProperty() {
    return said.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Exception>> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  PlateGrammar grammar() {
    return grammar;
  }

  LocalDate today() {
    return today.get();
  }

  void type(String text) {
    Filter before = filter.get();
    if (!text.equals(before.text())) {
      filter.set(new Filter(before.kind(), text, before.ending()));
      delay.restart(TYPING_PAUSE, this::refresh);
    }
  }

  /** That list alone, or all again. */
  void toggle(ListKind kind) {
    Filter before = filter.get();
    Optional<ListKind> chosen = Optional.of(kind);
    filter.set(
        new Filter(
            before.kind().equals(chosen) ? Optional.empty() : chosen,
            before.text(),
            before.ending()));
    refresh();
  }

  void toggleEnding() {
    Filter before = filter.get();
    filter.set(new Filter(before.kind(), before.text(), !before.ending()));
    refresh();
  }

  void refresh() {
    delay.cancel();
    ask(0);
  }

  void more() {
    if (more) {
      more = false;
      ask(entries.size());
    }
  }

  private void ask(int offset) {
    long question = ++newest;
    Filter asked = filter.get();
    LocalDate soon = today().plusDays(PlateLists.EXPIRING_DAYS);
    ListQuery query =
        new ListQuery(
            asked.kind().map(Set::of).orElse(Set.of()),
            asked.text(),
            asked.ending() ? Optional.of(soon) : Optional.empty(),
            PAGE,
            offset);
    ListQuery ending = new ListQuery(Set.of(), "", Optional.of(soon), 1, 0);
    work.run(
        () ->
            new Answer(
                store.search(query), new Counts(store.counts(), store.search(ending).matches())),
        answer -> {
          if (question == newest) {
            show(answer, offset);
          }
        },
        this::failed);
  }

  private void show(Answer answer, int offset) {
    failure.set(Optional.empty());
    LocalDate day = today();
    List<ListMatch> found =
        answer.page().entries().stream().map(entry -> PlateLists.on(day, entry)).toList();
    if (offset == 0) {
      entries.setAll(found);
    } else {
      entries.addAll(found);
    }
    more = entries.size() < answer.page().matches() && !found.isEmpty();
    counts.set(Optional.of(answer.counts()));
  }

  /** Begins a new entry, on the list that is looked at. */
  void add() {
    said.set(Said.NOTHING);
    ListKind kind = filter.get().kind().orElse(ListKind.SUBSCRIBER);
    form.set(Optional.of(EntryForm.blank(kind, today())));
  }

  void edit(ListEntry entry) {
    said.set(Said.NOTHING);
    form.set(Optional.of(EntryForm.of(entry)));
  }

  void change(UnaryOperator<EntryForm> change) {
    said.set(Said.NOTHING);
    form.set(form.get().map(change));
  }

  void cancel() {
    form.set(Optional.empty());
  }

  /** Saves it, with a supervisor's word where one is needed. */
  void save() {
    EntryForm written = form.get().orElseThrow();
    if (written.fault(grammar).isEmpty()) {
      ListEntry entry = written.entry(grammar);
      permission.ask(Action.LISTS, approvedBy -> checkAndSave(entry, approvedBy));
    }
  }

  private void checkAndSave(ListEntry entry, String approvedBy) {
    work.run(
        () -> {
          Optional<ListEntry> same = other(entry);
          if (same.isEmpty()) {
            store.save(entry, Responsible.name(guard.get(), approvedBy), now.get());
          }
          return same;
        },
        same -> same.ifPresentOrElse(this::openInstead, this::saved),
        this::failed);
  }

  private Optional<ListEntry> other(ListEntry entry) throws StoreException {
    return store.like(entry.plate()).stream()
        .filter(listed -> listed.plate().equals(entry.plate()))
        .filter(listed -> listed.kind() == entry.kind())
        .filter(listed -> !listed.id().equals(entry.id()))
        .findFirst();
  }

  private void openInstead(ListEntry listed) {
    edit(listed);
    said.set(Said.LISTED_ALREADY);
  }

  /** Takes the entry that is open off its list. */
  void remove() {
    form.get()
        .flatMap(EntryForm::id)
        .ifPresent(id ->
            permission.ask(
                Action.LISTS,
                approvedBy ->
                    work.run(
                        () -> {
                          store.remove(id, Responsible.name(guard.get(), approvedBy), now.get());
                          return id;
                        },
                        removed -> saved(),
                        this::failed)));
  }

  private void saved() {
    form.set(Optional.empty());
    refresh();
  }

  private void failed(Exception e) {
    failure.set(Optional.of(e));
  }
}
