package io.gatehouse.read;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.bitwise_not;
import static org.bytedeco.opencv.global.opencv_core.copyMakeBorder;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import io.gatehouse.camera.Frame;
import io.gatehouse.detect.ModelException;
import io.gatehouse.detect.Quad;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/** Tesseract as a reader of lines, which are handed to it with dark writing on light ground. */
public final class TesseractLineReader implements TextLineReader {

  private static final int MAX_WIDTH = 1024;

  private final TesseractEngine engine;
  private final LineCrop crop;
  private final int margin;

  private TesseractLineReader(TesseractEngine engine, TesseractModel model) {
    this.engine = engine;
    this.crop = new LineCrop(model.lineHeight());
    this.margin = model.margin();
  }

  /**
   * Loads the natives and opens an engine.
   *
   * @throws ModelException when natives or data cannot be loaded
   */
  public static TesseractLineReader open(TesseractModel model) {
    return new TesseractLineReader(new TesseractEngine(model), model);
  }

  @Override
  public ReadLine read(Frame frame, Quad outline) {
    try (PointerScope _ = new PointerScope()) {
      Mat grey = new Mat();
      cvtColor(crop.cut(frame.bgr(), outline, MAX_WIDTH), grey, COLOR_BGR2GRAY);
      if (LineTone.of(grey).isLightOnDark()) {
        bitwise_not(grey, grey);
      }
      Mat framed = new Mat();
      copyMakeBorder(grey, framed, margin, margin, margin, margin, BORDER_REPLICATE, new Scalar());
      return engine.read(framed.createBuffer(), framed.cols(), framed.rows(), (int) framed.step());
    }
  }

  @Override
  public String name() {
    return "tesseract";
  }

  @Override
  public void close() {
    engine.close();
  }
}
