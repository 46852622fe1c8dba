package io.gatehouse.camera.demo;

import io.gatehouse.camera.Camera;
import io.gatehouse.camera.FrameFactory;
import io.gatehouse.camera.FrameSource;

/** A lane drawn by the product, for trying it and for testing it without a camera. */
public final class DemoCamera implements Camera {

  private final DemoOptions options;
  private final VehicleScript script;
  private final DemoLane lane;

  public DemoCamera(DemoOptions options) {
    this.options = options;
    this.script = new VehicleScript(options.seed(), options.unreadableEvery());
    this.lane = new DemoLane(script);
  }

  /** Each opening starts the script anew. */
  @Override
  public FrameSource open(FrameFactory frames) {
    return new DemoSource(options, script, lane, frames);
  }

  /** The lane of the source that was opened last. */
  public DemoLane lane() {
    return lane;
  }

  @Override
  public String label() {
    return "demo:";
  }

  @Override
  public boolean endless() {
    return true;
  }
}
