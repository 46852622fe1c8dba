package io.gatehouse.screens;

import io.gatehouse.camera.CameraException;
import io.gatehouse.camera.Frame;
import io.gatehouse.camera.FrameFactory;
import io.gatehouse.camera.FramePool;
import io.gatehouse.camera.FrameSource;
import io.gatehouse.camera.JpegEncoder;
import io.gatehouse.camera.Natives;
import io.gatehouse.camera.Region;
import io.gatehouse.camera.demo.DemoCamera;
import io.gatehouse.camera.demo.DemoLight;
import io.gatehouse.camera.demo.DemoOptions;
import io.gatehouse.camera.demo.DemoPhase;
import io.gatehouse.camera.demo.DemoTruth;
import io.gatehouse.camera.demo.DemoVehicle;
import io.gatehouse.camera.demo.DemoVisibility;
import io.gatehouse.common.TimeSource;
import java.util.function.Predicate;

/**
 * A vehicle standing in the demo's lane.
 *
 * @param frame the picture; the caller closes it
 */
@SuppressWarnings("ArrayRecordComponent") // pictures are handed on, never compared
record DemoShot(Frame frame, byte[] picture, byte[] crop, Region plateBox, DemoVehicle vehicle) {

  /** Lets the demo run until a vehicle that is wanted stands at the line. */
  static DemoShot of(long seed, DemoLight light, boolean rain, Predicate<DemoVehicle> wanted)
      throws InterruptedException, CameraException {
    Natives.load();
    DemoOptions options = new DemoOptions(seed, light, rain, 8, 1280, 720, 16, 2, 0);
    DemoCamera camera = new DemoCamera(options);
    try (FrameSource source = camera.open(new FrameFactory(new FramePool(), TimeSource.system()))) {
      while (true) {
        Frame frame = source.next().orElseThrow();
        DemoTruth truth = camera.lane().truth();
        boolean found =
            truth.phase() == DemoPhase.STOPPED
                && truth.plateBox().isPresent()
                && truth.vehicle().orElseThrow().visibility() == DemoVisibility.READABLE
                && wanted.test(truth.vehicle().orElseThrow());
        if (found) {
          return shot(frame, truth);
        }
        frame.close();
      }
    }
  }

  private static DemoShot shot(Frame frame, DemoTruth truth) {
    JpegEncoder jpeg = new JpegEncoder(85);
    Region box = truth.plateBox().orElseThrow();
    Region around = box.padded(0.18, frame.width(), frame.height());
    return new DemoShot(
        frame, jpeg.encode(frame), jpeg.encode(frame, around), box, truth.vehicle().orElseThrow());
  }
}
