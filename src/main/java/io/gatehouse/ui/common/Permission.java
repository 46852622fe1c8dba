package io.gatehouse.ui.common;

import io.gatehouse.parking.people.Action;
import java.util.function.Consumer;

/** Asks whether something may be done. On the screen's thread. */
public interface Permission {

  /**
   * Goes on at once where the one on duty may do it. Otherwise a supervisor's PIN is asked for over
   * the screen in view, while the lane goes on; without it nothing happens.
   *
   * @param approvedBy given the name of who allowed it
   */
  void ask(Action action, Consumer<String> approvedBy);

  /** Whether a PIN would be asked for now: for the mark of a lock. */
  boolean asks(Action action);
}
