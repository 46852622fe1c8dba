package io.gatehouse.detect;

import io.gatehouse.camera.Frame;
import io.gatehouse.camera.Region;
import io.gatehouse.camera.SensorBox;
import io.gatehouse.camera.SensorBox.Kind;
import io.gatehouse.camera.SensorView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Looks first where the camera's own network saw something: in its vehicles, at more detail than
 * the whole frame could be looked at, or at its plates, where it was trained for them. Where that
 * is silent or leads to nothing, it looks at the whole frame. Used by one thread at a time.
 */
public final class SensorGuidedDetector implements PlateDetector {

  /** What it saw may be a frame or two old, and a plate often hangs at the very edge. */
  private static final double VEHICLE_MARGIN = 0.15;

  private static final double PLATE_MARGIN = 0.1;

  /** A look costs as much as one at the whole frame. */
  private static final int MOST_VEHICLES = 2;

  /** A car is often a truck too: two boxes around one vehicle. */
  private static final double SAME_VEHICLE = 0.5;

  private static final double SAME_PLATE = 0.4;

  private final PlateDetector detector;

  /** Takes the detector over and closes it with itself. */
  public SensorGuidedDetector(PlateDetector detector) {
    this.detector = detector;
  }

  @Override
  public List<PlateBox> detect(Frame frame) {
    Optional<SensorView> view = frame.sensorView();
    if (view.isPresent()) {
      List<PlateBox> found = guided(frame, view.get());
      if (!found.isEmpty()) {
        return found;
      }
    }
    return detector.detect(frame);
  }

  private List<PlateBox> guided(Frame frame, SensorView view) {
    List<PlateBox> plates =
        view.boxes().stream()
            .filter(box -> box.kind() == Kind.PLATE)
            .map(box ->
                new PlateBox(
                    widened(frame, box.region(), PLATE_MARGIN), box.confidence(), List.of()))
            .toList();
    return plates.isEmpty() ? inVehicles(frame, view) : plates;
  }

  private List<PlateBox> inVehicles(Frame frame, SensorView view) {
    List<PlateBox> found = new ArrayList<>();
    for (Region vehicle : nearest(view)) {
      for (PlateBox box : detector.detectIn(frame, widened(frame, vehicle, VEHICLE_MARGIN))) {
        if (found.stream().allMatch(f -> f.region().overlap(box.region()) < SAME_PLATE)) {
          found.add(box);
        }
      }
    }
    found.sort(Comparator.comparingDouble(PlateBox::confidence).reversed());
    return found;
  }

  /** The largest vehicles: those stand nearest to the camera. */
  private static List<Region> nearest(SensorView view) {
    List<Region> largestFirst =
        view.boxes().stream()
            .filter(box -> box.kind() == Kind.VEHICLE)
            .map(SensorBox::region)
            .sorted(Comparator.comparingLong(SensorGuidedDetector::pixels).reversed())
            .toList();
    List<Region> vehicles = new ArrayList<>();
    for (Region region : largestFirst) {
      if (vehicles.size() < MOST_VEHICLES
          && vehicles.stream().allMatch(v -> v.overlap(region) < SAME_VEHICLE)) {
        vehicles.add(region);
      }
    }
    return vehicles;
  }

  private static long pixels(Region region) {
    return (long) region.width() * region.height();
  }

  private static Region widened(Frame frame, Region region, double margin) {
    return region.padded(margin, frame.width(), frame.height());
  }

  @Override
  public List<PlateBox> detectCloser(Frame frame) {
    return detector.detectCloser(frame);
  }

  @Override
  public List<PlateBox> detectIn(Frame frame, Region part) {
    return detector.detectIn(frame, part);
  }

  @Override
  public void close() {
    detector.close();
  }
}
