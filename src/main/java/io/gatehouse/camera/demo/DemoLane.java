package io.gatehouse.camera.demo;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/**
 * The demo's lane as the rest of the product may touch it: it opens the barrier and asks for the
 * truth. Safe for use by several threads.
 */
public final class DemoLane {

  private final VehicleScript script;
  private final AtomicBoolean opened = new AtomicBoolean();
  private volatile DemoTruth truth = DemoTruth.before();

  DemoLane(VehicleScript script) {
    this.script = script;
  }

  /** The barrier opens for the vehicle at hand; nothing happens when the lane is empty. */
  public void letThrough() {
    opened.set(true);
  }

  /** What the newest frame shows. */
  public DemoTruth truth() {
    return truth;
  }

  /** The script's vehicles from number {@code first} (1 or more) on, in order. */
  public List<DemoVehicle> vehicles(int first, int count) {
    return IntStream.range(first, first + count).mapToObj(script::vehicle).toList();
  }

  boolean takeOpening() {
    return opened.getAndSet(false);
  }

  void show(DemoTruth newest) {
    truth = newest;
  }
}
