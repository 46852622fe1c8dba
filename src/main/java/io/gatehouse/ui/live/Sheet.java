package io.gatehouse.ui.live;

import java.util.List;

/**
 * Further ways to decide, over the vehicle's panel; the lane stays in view.
 *
 * @param title what is decided
 * @param options best first
 * @param ofVehicle whether it is about the vehicle on the desk, and goes with it
 */
record Sheet(String title, List<Option> options, boolean ofVehicle) {

  Sheet {
    options = List.copyOf(options);
  }

  /**
   * One way.
   *
   * @param text what it is
   * @param detail what it costs or brings about; may be empty
   * @param locked whether a supervisor's PIN will be asked for
   * @param take what a tap does
   */
  record Option(String text, String detail, boolean locked, Runnable take) {}
}
