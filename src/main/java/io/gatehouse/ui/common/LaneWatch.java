package io.gatehouse.ui.common;

import io.gatehouse.lane.LaneControl;
import io.gatehouse.lane.LaneState;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The lane's state on the screen's thread. States that come faster than the screen takes them are
 * passed over; the newest always arrives.
 */
public final class LaneWatch implements AutoCloseable {

  private final ReadOnlyObjectWrapper<LaneState> state;
  private final AtomicReference<LaneState> newest = new AtomicReference<>();
  private final Executor screen;
  private final LaneControl.Subscription subscription;

  /**
   * @param screen runs on the screen's thread
   */
  public LaneWatch(LaneControl lane, Executor screen) {
    this.screen = screen;
    this.state = new ReadOnlyObjectWrapper<>(lane.state());
    this.subscription = lane.subscribe(this::receive);
  }

  public ReadOnlyObjectProperty<LaneState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  public LaneState state() {
    return state.get();
  }

  private void receive(LaneState next) {
    if (newest.getAndSet(next) == null) {
      screen.execute(this::show);
    }
  }

  private void show() {
    state.set(newest.getAndSet(null));
  }

  @Override
  public void close() {
    subscription.close();
  }
}
