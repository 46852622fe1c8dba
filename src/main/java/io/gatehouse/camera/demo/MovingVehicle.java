package io.gatehouse.camera.demo;

/** A vehicle on its way through the lane. Metres, seconds. */
final class MovingVehicle {

  private static final double BRAKING = 1.5;
  private static final double CRUISE = 2.6;
  private static final double ACCELERATION = 1.5;
  private static final double TOP_SPEED = 5;
  private static final double ARRIVED = 0.004;

  private final DemoVehicle vehicle;
  private final double stopDepth;
  private double depth;
  private double speed;
  private double waitedSeconds;
  private boolean released;
  private DemoPhase phase = DemoPhase.APPROACHING;

  MovingVehicle(DemoVehicle vehicle) {
    this.vehicle = vehicle;
    this.stopDepth = stopDepth(vehicle);
    this.depth = vehicle.isMotorbike() ? 1.5 : 1.9;
  }

  static double stopDepth(DemoVehicle vehicle) {
    double usual = vehicle.isMotorbike() ? LanePlan.MOTORBIKE_STOP : LanePlan.CAR_STOP;
    return usual + vehicle.stopOffset();
  }

  void step(double dt, boolean boomClear) {
    switch (phase) {
      case APPROACHING -> approach(dt);
      case STOPPED -> {
        waitedSeconds += dt;
        if (released && boomClear) {
          phase = DemoPhase.LEAVING;
        }
      }
      case LEAVING -> {
        speed = Math.min(TOP_SPEED, speed + ACCELERATION * dt);
        depth += speed * dt;
      }
      case NONE -> throw new IllegalStateException("a vehicle is always in some phase");
    }
  }

  private void approach(double dt) {
    double left = stopDepth - depth;
    speed = Math.min(CRUISE, Math.sqrt(2 * BRAKING * left));
    // the mean speed over the step, so that long steps do not run past the line
    double end = Math.max(0, speed - (speed < CRUISE ? BRAKING * dt : 0));
    depth += Math.min(left, (speed + end) / 2 * dt);
    if (stopDepth - depth < ARRIVED || end == 0) {
      depth = stopDepth;
      speed = 0;
      phase = DemoPhase.STOPPED;
    }
  }

  void release() {
    released = true;
  }

  DemoVehicle vehicle() {
    return vehicle;
  }

  DemoPhase phase() {
    return phase;
  }

  double depth() {
    return depth;
  }

  /** Metres to the right of the lane's middle: it swings in from the right and turns off there. */
  double x() {
    double near = smooth((3.1 - depth) / 1.7);
    double away = smooth((depth - LanePlan.PORTAL + 1) / 8);
    return vehicle.sideOffset() + 1.25 * near + 6 * away;
  }

  /** Metres the head leans to the right for each metre of height. */
  double lean() {
    return vehicle.isMotorbike() ? -0.1 * smooth((3.0 - depth) / 1.2) : 0;
  }

  private static double smooth(double t) {
    double c = Math.clamp(t, 0, 1);
    return c * c * (3 - 2 * c);
  }

  double speed() {
    return speed;
  }

  boolean braking() {
    return phase == DemoPhase.STOPPED || (phase == DemoPhase.APPROACHING && speed < CRUISE);
  }

  double waitedSeconds() {
    return waitedSeconds;
  }

  boolean released() {
    return released;
  }

  /** Far enough that the next one may come. */
  boolean wellAway() {
    return phase == DemoPhase.LEAVING && depth > 8;
  }
}
