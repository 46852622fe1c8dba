package io.gatehouse.support;

import io.gatehouse.camera.Frame;
import io.gatehouse.detect.VehicleDetector;
import io.gatehouse.detect.VehiclePresence;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Sees in each frame what the test says. */
public final class ScriptedVehicles implements VehicleDetector {

  private final Semaphore frames = new Semaphore(0);
  private volatile VehiclePresence presence = VehiclePresence.EMPTY_LANE;

  public void comes() {
    presence = new VehiclePresence(true, false, 0.4f, 0.1f);
  }

  public void stands() {
    presence = new VehiclePresence(true, true, 0.4f, 0);
  }

  public void leaves() {
    presence = VehiclePresence.EMPTY_LANE;
  }

  /** Waits until one more frame has come. */
  public void awaitFrame() throws InterruptedException {
    if (!frames.tryAcquire(20, TimeUnit.SECONDS)) {
      throw new AssertionError("no frame came");
    }
  }

  @Override
  public VehiclePresence observe(Frame frame) {
    frames.release();
    return presence;
  }
}
