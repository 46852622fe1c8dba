package io.gatehouse.lane;

import io.gatehouse.lane.LaneControl.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The lane's present state and those who watch it. Changes are told one after the other, so that
 * the last that a listener hears is the last there is. Safe for use by several threads.
 */
final class LaneBoard {

  private final List<LaneListener> listeners = new ArrayList<>();
  private volatile LaneState state;

  LaneBoard(LaneState first) {
    state = first;
  }

  LaneState state() {
    return state;
  }

  synchronized void change(UnaryOperator<LaneState> change) {
    state = change.apply(state);
    for (LaneListener listener : List.copyOf(listeners)) {
      listener.onLane(state);
    }
  }

  synchronized Subscription subscribe(LaneListener listener) {
    listeners.add(listener);
    listener.onLane(state);
    return () -> unsubscribe(listener);
  }

  private synchronized void unsubscribe(LaneListener listener) {
    listeners.remove(listener);
  }
}
