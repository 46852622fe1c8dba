package io.gatehouse.detect;

import io.gatehouse.camera.Region;
import java.util.List;

/**
 * Where a plate may be.
 *
 * @param region the plate, in pixels of the frame
 * @param confidence that there is a plate, 0 to 1
 * @param lines outlines of its text lines from top to bottom, where the detector knows them;
 *     otherwise empty
 */
public record PlateBox(Region region, float confidence, List<Quad> lines) {

  public PlateBox {
    lines = List.copyOf(lines);
  }
}
