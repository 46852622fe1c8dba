package io.gatehouse.camera.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who is where in the lane: vehicles of the script come one after the other, stop, wait for the
 * barrier and leave. Advances by the time it is told and by nothing else.
 */
final class Traffic {

  // long enough for whoever watches to learn the empty lane
  private static final double FIRST_AFTER_SECONDS = 3;
  private static final double BOOM_SECONDS = 1.1;
  private static final double BOOM_CLEAR = 0.7;

  private final VehicleScript script;
  private final double patienceSeconds;
  private final List<MovingVehicle> inView = new ArrayList<>();
  private MovingVehicle atLine;
  private int nextNumber = 1;
  private double gapLeft = FIRST_AFTER_SECONDS;
  private double boom;
  private double seconds;

  Traffic(VehicleScript script, double patienceSeconds) {
    this.script = script;
    this.patienceSeconds = patienceSeconds;
  }

  /**
   * @param dt seconds since the last step
   * @param opened whether the barrier was opened since
   */
  void step(double dt, boolean opened) {
    seconds += dt;
    if (atLine != null && (opened || atLine.waitedSeconds() >= patienceSeconds)) {
      atLine.release();
    }
    for (MovingVehicle vehicle : inView) {
      vehicle.step(dt, boom >= BOOM_CLEAR);
    }
    inView.removeIf(v -> v.depth() > LanePlan.OUT_OF_SIGHT);
    if (atLine != null && atLine.wellAway()) {
      atLine = null;
      gapLeft = script.vehicle(nextNumber).gapSeconds();
    }
    if (atLine == null) {
      gapLeft -= dt;
      if (gapLeft <= 0) {
        atLine = new MovingVehicle(script.vehicle(nextNumber++));
        inView.add(atLine);
      }
    }
    moveBoom(dt);
  }

  private void moveBoom(double dt) {
    boolean wanted = inView.stream().anyMatch(v -> v.released() && v.depth() < LanePlan.BOOM + 1.5);
    double step = dt / BOOM_SECONDS;
    boom = Math.clamp(boom + (wanted ? step : -step), 0, 1);
  }

  /** Farthest first, the order to paint them in. */
  List<MovingVehicle> inView() {
    return inView;
  }

  /** The vehicle nearest to the stop line: the one that comes or stands, else the one that left. */
  Optional<MovingVehicle> atHand() {
    return inView.isEmpty() ? Optional.empty() : Optional.of(inView.getLast());
  }

  /** The vehicle that will come into view next. */
  DemoVehicle upcoming() {
    return script.vehicle(nextNumber);
  }

  /** 0 closed to 1 open. */
  double boom() {
    return boom;
  }

  /** The lane's own time since it began. */
  double seconds() {
    return seconds;
  }
}
