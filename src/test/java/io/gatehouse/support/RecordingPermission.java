package io.gatehouse.support;

import io.gatehouse.parking.people.Action;
import io.gatehouse.ui.common.Permission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Remembers what was asked for; allows it at once until told otherwise. */
public final class RecordingPermission implements Permission {

  private final List<Action> asked = new ArrayList<>();
  private final Set<Action> locked = EnumSet.noneOf(Action.class);
  private Optional<Consumer<String>> waiting = Optional.empty();

  /** A PIN is asked for it from now on. */
  public void lock(Action action) {
    locked.add(action);
  }

  public List<Action> asked() {
    return List.copyOf(asked);
  }

  /** A supervisor allows what was asked for last. */
  public void approve(String supervisor) {
    Consumer<String> next = waiting.orElseThrow();
    waiting = Optional.empty();
    next.accept(supervisor);
  }

  @Override
  public void ask(Action action, Consumer<String> approvedBy) {
    asked.add(action);
    if (locked.contains(action)) {
      waiting = Optional.of(approvedBy);
    } else {
      approvedBy.accept("Trần Thị Bình");
    }
  }

  @Override
  public boolean asks(Action action) {
    return locked.contains(action);
  }
}
