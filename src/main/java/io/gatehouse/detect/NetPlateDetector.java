package io.gatehouse.detect;

import io.gatehouse.camera.Frame;
import io.gatehouse.camera.Region;
import java.util.List;

/**
 * Finds plates with our own network (training/cards/plate-detector.md). A look costs about as much
 * as its pixels: the first one is small enough for every frame. Used by one thread at a time.
 */
public final class NetPlateDetector implements PlateDetector {

  static final String MODEL = "models/plate-detector.onnx";

  /** What the network was trained at; plates of a gate's camera are 25 to 150 pixels wide in it. */
  private static final int FIRST_WIDTH = 384;

  private static final int FIRST_HEIGHT = 224;

  /** The network halves the picture four times. */
  private static final int STRIDE = 16;

  /** How much more detail the closer look has, along each side. */
  private static final double CLOSER = 2.2;

  private final OnnxModel model;
  private final PlateHeatMap heatMap;
  private final GreyTensor tensor = new GreyTensor();

  /** Loads the network to run on so many threads. */
  public NetPlateDetector(int threads) {
    this(OnnxModel.fromClassPath(MODEL, threads), new PlateHeatMap(0.45f, 0.4));
  }

  NetPlateDetector(OnnxModel model, PlateHeatMap heatMap) {
    this.model = model;
    this.heatMap = heatMap;
  }

  @Override
  public List<PlateBox> detect(Frame frame) {
    return detect(frame, firstScale(frame));
  }

  @Override
  public List<PlateBox> detectCloser(Frame frame) {
    double scale = Math.min(1, firstScale(frame) * CLOSER);
    return scale > firstScale(frame) ? detect(frame, scale) : List.of();
  }

  /** A small part is looked at with as many pixels as a whole frame: plates are larger in it. */
  @Override
  public List<PlateBox> detectIn(Frame frame, Region part) {
    double pixels = (double) part.width() * part.height();
    double scale = Math.min(1, Math.sqrt(FIRST_WIDTH * FIRST_HEIGHT / pixels));
    return detect(frame, part, scale);
  }

  private static double firstScale(Frame frame) {
    return Math.min(FIRST_WIDTH / (double) frame.width(), FIRST_HEIGHT / (double) frame.height());
  }

  private List<PlateBox> detect(Frame frame, double scale) {
    return detect(frame, new Region(0, 0, frame.width(), frame.height()), scale);
  }

  private List<PlateBox> detect(Frame frame, Region part, double scale) {
    int width = multipleOfStride(part.width() * scale);
    int height = multipleOfStride(part.height() * scale);
    List<OnnxModel.Output> maps =
        model.runAll(tensor.of(frame.bgr(), part, width, height), 1, 1, height, width);
    return heatMap.boxes(maps.get(0), maps.get(1), part.width(), part.height()).stream()
        .map(box -> box.shifted(part.x(), part.y()))
        .toList();
  }

  private static int multipleOfStride(double pixels) {
    return Math.max(1, (int) Math.round(pixels / STRIDE)) * STRIDE;
  }

  @Override
  public void close() {
    model.close();
  }
}
