package io.gatehouse.ui.shift;

import io.gatehouse.parking.shift.ShiftReport;
import io.gatehouse.ui.common.ScreenTools;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The shifts that have ended, a page at a time, and the report of the one chosen. */
public final class ShiftsViewModel {

  private final ScreenTools tools;
  private final ReportDesk reports;
  private final ReadOnlyObjectWrapper<Page> page =
      new ReadOnlyObjectWrapper<>(new Page(List.of(), false, false));
  private final ReadOnlyObjectWrapper<Optional<ShiftReport>> chosen =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Saving> saving =
      new ReadOnlyObjectWrapper<>(new Saving.Idle());
  private int offset;
  private int rows = 1;

  /** Shifts in view, and whether there are others. */
  record Page(List<ShiftReport> shifts, boolean hasNewer, boolean hasOlder) {}

  /** How writing the report's files goes. */
  sealed interface Saving {
    record Idle() implements Saving {}

    record Running() implements Saving {}

    record Saved(String file) implements Saving {}

    record Failed() implements Saving {}
  }

  public ShiftsViewModel(ScreenTools tools) {
    this.tools = tools;
    this.reports = new ReportDesk(tools);
  }

  ReadOnlyObjectProperty<Page> pageProperty() {
    return page.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<ShiftReport>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Saving> savingProperty() {
    return saving.getReadOnlyProperty();
  }

  /** How many rows there is room for. */
  void show(int room) {
    if (room != rows && room > 0) {
      rows = room;
      load();
    }
  }

  void newest() {
    offset = 0;
    chosen.set(Optional.empty());
    load();
  }

  void older() {
    if (page.get().hasOlder()) {
      offset += rows;
      load();
    }
  }

  void newer() {
    offset = Math.max(0, offset - rows);
    load();
  }

  void choose(ShiftReport shift) {
    saving.set(new Saving.Idle());
    tools
        .work()
        .run(
            () -> tools.context().books().shifts().report(shift.shift().id()),
            chosen::set,
            e -> saving.set(new Saving.Failed()));
  }

  /** Writes the report of the one chosen, as PDF and CSV. */
  void save() {
    chosen
        .get()
        .ifPresent(report -> {
          saving.set(new Saving.Running());
          tools
              .work()
              .run(
                  () -> reports.write(report),
                  written -> saving.set(new Saving.Saved(written.pdf().toString())),
                  e -> saving.set(new Saving.Failed()));
        });
  }

  private void load() {
    int from = offset;
    int room = rows;
    tools
        .work()
        .run(
            () -> tools.context().books().shifts().ended(from, room + 1),
            found -> {
              page.set(
                  new Page(
                      found.subList(0, Math.min(room, found.size())),
                      from > 0,
                      found.size() > room));
              if (chosen.get().isEmpty() && !found.isEmpty()) {
                choose(found.getFirst());
              }
            },
            e -> saving.set(new Saving.Failed()));
  }
}
