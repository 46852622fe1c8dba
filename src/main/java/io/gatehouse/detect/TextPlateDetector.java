package io.gatehouse.detect;

import io.gatehouse.camera.Frame;
import io.gatehouse.camera.Region;
import java.util.Comparator;
import java.util.List;

/**
 * Finds plates by their writing: every line, and every two lines one above the other, that is
 * shaped like a plate's. It does not know plates from signs; what is read there must tell.
 */
public final class TextPlateDetector implements PlateDetector {

  private final TextLineDetector lineDetector;
  private final int longSide;

  /**
   * Takes over {@code lineDetector} and closes it with itself.
   *
   * @param longSide pixels that the longer side of a picture is scaled to before it is searched;
   *     the cost grows with its square
   */
  public TextPlateDetector(TextLineDetector lineDetector, int longSide) {
    this.lineDetector = lineDetector;
    this.longSide = longSide;
  }

  @Override
  public List<PlateBox> detect(Frame frame) {
    List<TextLine> lines = lineDetector.detect(frame.bgr(), longSide);
    return LineGrouping.groups(lines).stream()
        .map(group -> box(group, frame))
        .sorted(Comparator.comparing(PlateBox::confidence).reversed())
        .toList();
  }

  private static PlateBox box(List<TextLine> group, Frame frame) {
    Region region = null;
    float confidence = 1;
    for (TextLine line : group) {
      Region bounds = line.outline().bounds(frame.width(), frame.height());
      region = region == null ? bounds : region.union(bounds);
      confidence = Math.min(confidence, line.confidence());
    }
    return new PlateBox(region, confidence, group.stream().map(TextLine::outline).toList());
  }

  @Override
  public void close() {
    lineDetector.close();
  }
}
