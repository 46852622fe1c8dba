package io.gatehouse.ui.vehicles;

import io.gatehouse.parking.lists.ListEntry;
import io.gatehouse.parking.lists.ListKind;
import io.gatehouse.parking.lists.ListRows;
import io.gatehouse.parking.people.Action;
import io.gatehouse.plate.PlateGrammar;
import io.gatehouse.store.ListFile;
import io.gatehouse.store.ListImport;
import io.gatehouse.store.ListStore;
import io.gatehouse.ui.common.BackgroundWork;
import io.gatehouse.ui.common.Permission;
import io.gatehouse.ui.common.ScreenTools;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Lists from a file and into one: choose a folder, look at what a file would bring, then take it
 * in. On the screen's thread.
 */
final class ExchangeViewModel {

  /** How it stands. */
  sealed interface State {
    record Choosing() implements State {}

    record Working() implements State {}

    /** What a file holds; nothing is taken in yet. */
    record Read(Path file, ListRows.Read rows) implements State {}

    record TakenIn(ListImport done, int bad) implements State {}

    record Written(Path file, int entries) implements State {}

    record Unusable(Path file, ListFile.Fault fault) implements State {}

    record Failed(Exception why) implements State {}
  }

  private final ListStore store;
  private final PlateGrammar grammar;
  private final BackgroundWork work;
  private final Permission permission;
  private final Supplier<String> guard;
  private final Supplier<LocalDate> today;
  private final Supplier<Instant> now;
  private final ExchangeFolders folders;
  private final ObservableList<Path> places = FXCollections.observableArrayList();
  private final ObservableList<Path> files = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Path> folder = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Choosing());

  ExchangeViewModel(ScreenTools tools, ExchangeFolders folders) {
    this.store = tools.context().books().lists();
    this.grammar = tools.context().grammar();
    this.work = tools.work();
    this.permission = tools.permission();
    this.guard = () -> tools.settings().get().guard();
    this.today = tools.formats()::today;
    this.now = tools.context().time()::now;
    this.folders = folders;
  }

  /** Folders to choose from: plugged-in sticks first. */
  ObservableList<Path> places() {
    return places;
  }

  /** The tables in the chosen folder. */
  ObservableList<Path> files() {
    return files;
  }

  /** Null before the first was found. */
  ReadOnlyObjectProperty<Path> folderProperty() {
    return folder.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Looks anew which folders there are. */
  void open() {
    state.set(new State.Choosing());
    work.run(
        folders::places,
        found -> {
          places.setAll(found);
          if (!found.isEmpty() && (folder.get() == null || !found.contains(folder.get()))) {
            choose(found.getFirst());
          } else if (folder.get() != null) {
            choose(folder.get());
          }
        },
        this::failed);
  }

  void choose(Path chosen) {
    folder.set(chosen);
    state.set(new State.Choosing());
    files.clear();
    work.run(
        () -> folders.tables(chosen),
        found -> {
          if (chosen.equals(folder.get())) {
            files.setAll(found);
          }
        },
        this::failed);
  }

  /** Looks at a file. */
  void read(Path file) {
    state.set(new State.Working());
    LocalDate day = today.get();
    work.run(
        () -> ListFile.read(file, grammar, ListKind.SUBSCRIBER, day),
        rows -> state.set(new State.Read(file, rows)),
        e ->
            state.set(
                e instanceof ListFile.UnusableException unusable
                    ? new State.Unusable(file, unusable.fault())
                    : new State.Failed(e)));
  }

  /** Takes in what was read, with a supervisor's word where one is needed. */
  void takeIn() {
    if (state.get() instanceof State.Read(Path _, ListRows.Read rows)) {
      permission.ask(Action.LISTS, approvedBy -> takeIn(rows, approvedBy));
    }
  }

  private void takeIn(ListRows.Read rows, String approvedBy) {
    state.set(new State.Working());
    List<ListEntry> entries = rows.entries();
    String by = Responsible.name(guard.get(), approvedBy);
    work.run(
        () -> store.takeIn(entries, by, now.get()),
        done -> state.set(new State.TakenIn(done, rows.bad().size())),
        this::failed);
  }

  /** Writes all lists into the chosen folder; names and telephone numbers leave the kiosk. */
  void write() {
    permission.ask(Action.LISTS, approvedBy -> writeInto(folder.get()));
  }

  private void writeInto(Path chosen) {
    state.set(new State.Working());
    String name = "gatehouse-" + DateTimeFormatter.BASIC_ISO_DATE.format(today.get()) + ".csv";
    Path file = chosen.resolve(name);
    Set<ListKind> all = EnumSet.allOf(ListKind.class);
    work.run(
        () -> {
          List<ListEntry> entries = store.all(all);
          ListFile.write(file, entries);
          return entries.size();
        },
        entries -> state.set(new State.Written(file, entries)),
        this::failed);
  }

  private void failed(Exception e) {
    state.set(new State.Failed(e));
  }
}
