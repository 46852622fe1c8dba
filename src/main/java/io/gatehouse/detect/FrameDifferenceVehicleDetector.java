package io.gatehouse.detect;

import io.gatehouse.camera.Frame;

/**
 * Tells vehicles by comparing a tiny picture of the lane with the empty lane, which it learns by
 * itself: the scene that the camera comes back to. A vehicle that stands for hours does not become
 * the lane before {@link VehicleDetectorSettings#adoptAfter()}.
 *
 * <p>At the start nobody knows whether the lane is empty. Until a scene has stood for {@link
 * VehicleDetectorSettings#sceneAfter()} a vehicle is reported, so that recognition runs. The first
 * scene that stands is then taken for the empty lane; if a vehicle stood in it, the lane looks
 * occupied after it has left, until the second vehicle leaves and the same scene returns: wrong
 * towards looking, never towards not looking. A photograph has no empty lane to compare with: a
 * vehicle is in each. A frame of another size starts anew.
 */
public final class FrameDifferenceVehicleDetector implements VehicleDetector {

  private final VehicleDetectorSettings settings;
  private final BrightnessMap map = new BrightnessMap();
  private float[] now = new float[BrightnessMap.SIZE];
  private float[] before = new float[BrightnessMap.SIZE];
  private LaneScenes scenes = new LaneScenes();
  private LaneScenes.Scene scene;
  private int width;
  private int height;
  private long lastNanos;
  private long standsSince;
  private boolean present;

  public FrameDifferenceVehicleDetector(VehicleDetectorSettings settings) {
    this.settings = settings;
  }

  @Override
  public VehiclePresence observe(Frame frame) {
    if (frame.stamp().isPhotograph()) {
      return VehiclePresence.PHOTOGRAPH;
    }
    long nanos = frame.stamp().capturedNanos();
    swap();
    map.fill(frame.bgr(), now);
    if (frame.width() != width || frame.height() != height) {
      return startAnew(frame, nanos);
    }
    // Noise and compression flicker: frame to frame only half the contrast is asked for.
    float motion = map.difference(now, before, settings.pixelContrast() / 2);
    if (motion > settings.stillMotion()) {
      standsSince = nanos;
      scene = null;
    }
    learn(nanos);
    lastNanos = nanos;

    LaneScenes.Scene empty = scenes.emptyLane();
    if (empty == null) {
      return new VehiclePresence(true, standing(nanos), 1, motion);
    }
    float coverage = map.difference(now, empty.brightness(), settings.pixelContrast());
    present = present ? coverage > settings.leaveCoverage() : coverage >= settings.enterCoverage();
    return new VehiclePresence(present, standing(nanos), coverage, motion);
  }

  private VehiclePresence startAnew(Frame frame, long nanos) {
    width = frame.width();
    height = frame.height();
    scenes = new LaneScenes();
    scene = null;
    present = true;
    standsSince = nanos;
    lastNanos = nanos;
    return new VehiclePresence(true, false, 1, 1);
  }

  private void learn(long nanos) {
    long stood = nanos - standsSince;
    if (stood < settings.sceneAfter().toNanos()) {
      return;
    }
    if (scene == null) {
      scene = recognised();
      scenes.visited(scene, nanos);
    }
    float share = (nanos - lastNanos) / (float) settings.lightFollows().toNanos();
    scene.follow(now, Math.clamp(share, 0f, 1f));
    if (stood >= settings.adoptAfter().toNanos()) {
      scenes.adopt(scene);
    }
  }

  /** The remembered scene that is in view, or a new one. */
  private LaneScenes.Scene recognised() {
    LaneScenes.Scene nearest = null;
    float least = (float) settings.leaveCoverage();
    for (LaneScenes.Scene known : scenes.all()) {
      float difference = map.difference(now, known.brightness(), settings.pixelContrast());
      if (difference <= least) {
        least = difference;
        nearest = known;
      }
    }
    return nearest == null ? scenes.remember(now) : nearest;
  }

  private boolean standing(long nanos) {
    return nanos - standsSince >= settings.stillAfter().toNanos();
  }

  private void swap() {
    float[] other = before;
    before = now;
    now = other;
  }
}
