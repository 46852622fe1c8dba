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

  /**
   * This box, found in a part of a frame that begins at {@code (dx, dy)}; it must know no lines.
   */
  PlateBox shifted(int dx, int dy) {
    if (!lines.isEmpty()) {
      throw new IllegalStateException("a box with lines cannot be moved");
    }
    return new PlateBox(region.shifted(dx, dy), confidence, lines);
  }
}
