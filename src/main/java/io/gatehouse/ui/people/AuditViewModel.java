package io.gatehouse.ui.people;

import io.gatehouse.parking.audit.AuditCheck;
import io.gatehouse.parking.audit.AuditEntry;
import io.gatehouse.parking.audit.AuditKind;
import io.gatehouse.ui.common.ScreenTools;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The audit trail, a page at a time, newest first. */
public final class AuditViewModel {

  private final ScreenTools tools;
  private final ReadOnlyObjectWrapper<Page> page =
      new ReadOnlyObjectWrapper<>(new Page(List.of(), false, false));
  private final ReadOnlyObjectWrapper<Choice> choice = new ReadOnlyObjectWrapper<>(Choice.ALL);
  private final ReadOnlyObjectWrapper<Verdict> verdict =
      new ReadOnlyObjectWrapper<>(new Verdict.None());
  private final Deque<Long> newer = new ArrayDeque<>();
  private long before = Long.MAX_VALUE;
  private int rows = 1;

  /** Which entries are shown. */
  enum Choice {
    ALL,
    OVERRIDES,
    PINS,
    CHANGES;

    Set<AuditKind> kinds() {
      return switch (this) {
        case ALL -> Set.of();
        case OVERRIDES -> of(AuditKind::overrides);
        case PINS ->
            EnumSet.of(
                AuditKind.SIGN_IN, AuditKind.SIGN_OUT, AuditKind.WRONG_PIN, AuditKind.PERMISSION);
        case CHANGES ->
            EnumSet.of(
                AuditKind.TARIFF_CHANGED,
                AuditKind.LIST_CHANGED,
                AuditKind.SETTINGS_CHANGED,
                AuditKind.PEOPLE_CHANGED,
                AuditKind.HOLD_CHANGED);
      };
    }

    private static Set<AuditKind> of(java.util.function.Predicate<AuditKind> which) {
      Set<AuditKind> kinds = EnumSet.noneOf(AuditKind.class);
      Arrays.stream(AuditKind.values()).filter(which).forEach(kinds::add);
      return kinds;
    }
  }

  /** Entries in view, and whether there are others. */
  record Page(List<AuditEntry> entries, boolean hasNewer, boolean hasOlder) {}

  /** What came of looking the trail over. */
  sealed interface Verdict {
    record None() implements Verdict {}

    record Looking() implements Verdict {}

    record Found(AuditCheck check) implements Verdict {}

    record Failed() implements Verdict {}
  }

  public AuditViewModel(ScreenTools tools) {
    this.tools = tools;
  }

  ReadOnlyObjectProperty<Page> pageProperty() {
    return page.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Choice> choiceProperty() {
    return choice.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Verdict> verdictProperty() {
    return verdict.getReadOnlyProperty();
  }

  /** How many rows there is room for; shows the newest. */
  void show(int room) {
    if (room != rows && room > 0) {
      rows = room;
      newest();
    }
  }

  void newest() {
    newer.clear();
    before = Long.MAX_VALUE;
    load();
  }

  void choose(Choice chosen) {
    choice.set(chosen);
    newest();
  }

  void older() {
    if (page.get().hasOlder()) {
      newer.push(before);
      before = page.get().entries().getLast().no();
      load();
    }
  }

  void newer() {
    if (!newer.isEmpty()) {
      before = newer.pop();
      load();
    }
  }

  /** Opens the passage that an entry is about. */
  void open(AuditEntry entry) {
    Optional<UUID> passage = entry.event().passage();
    if (passage.isPresent()) {
      tools.navigator().go(new io.gatehouse.ui.common.Place.History(passage));
    }
  }

  void verify() {
    verdict.set(new Verdict.Looking());
    tools
        .work()
        .run(
            () -> tools.context().books().audit().verify(),
            check -> verdict.set(new Verdict.Found(check)),
            e -> verdict.set(new Verdict.Failed()));
  }

  private void load() {
    int room = rows;
    boolean hasNewer = !newer.isEmpty();
    tools
        .work()
        .run(
            () -> tools.context().books().audit().before(before, choice.get().kinds(), room + 1),
            found ->
                page.set(
                    new Page(
                        found.subList(0, Math.min(room, found.size())),
                        hasNewer,
                        found.size() > room)),
            e -> verdict.set(new Verdict.Failed()));
  }
}
