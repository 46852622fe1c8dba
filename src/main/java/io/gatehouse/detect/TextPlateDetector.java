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

  /** Enough for plates that fill a tenth of the picture's width. */
  public static final int DEFAULT_SIDE = 640;

  /** Finds plates half as large, at more than twice the cost. */
  public static final int DEFAULT_CLOSER_SIDE = 960;

  private final TextLineDetector lineDetector;
  private final int side;
  private final int closerSide;

  /** Takes over {@code lineDetector} and closes it with itself. */
  public TextPlateDetector(TextLineDetector lineDetector) {
    this(lineDetector, DEFAULT_SIDE, DEFAULT_CLOSER_SIDE);
  }

  /**
   * Takes over {@code lineDetector} and closes it with itself. The cost of a look grows with the
   * square of its size.
   *
   * @param side pixels that the longer side of a picture is scaled to for the first look
   * @param closerSide the same for the closer look, which only larger pictures get
   */
  public TextPlateDetector(TextLineDetector lineDetector, int side, int closerSide) {
    this.lineDetector = lineDetector;
    this.side = side;
    this.closerSide = closerSide;
  }

  @Override
  public List<PlateBox> detect(Frame frame) {
    return detect(frame, side);
  }

  @Override
  public List<PlateBox> detectCloser(Frame frame) {
    int most = Math.min(closerSide, Math.max(frame.width(), frame.height()));
    return most > side ? detect(frame, most) : List.of();
  }

  private List<PlateBox> detect(Frame frame, int longSide) {
    List<TextLine> lines = lineDetector.detect(frame.bgr(), longSide);
    return LineGrouping.groups(lines).stream()
        .map(group -> box(group, frame))
        .sorted(Comparator.comparingDouble(PlateBox::confidence).reversed())
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
