package io.gatehouse.read;

import io.gatehouse.camera.Frame;
import io.gatehouse.detect.OnnxModel;
import io.gatehouse.detect.PictureTensor;
import io.gatehouse.detect.Quad;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * PaddleOCR's text recogniser (PP-OCRv4 mobile, a CTC network, Apache-2.0). Its list of signs has
 * no Đ: it is read as D, and the grammar puts it back where only Đ can stand.
 */
public final class PpOcrLineReader implements TextLineReader {

  private static final String MODEL = "models/ch_PP-OCRv4_rec_infer.onnx";
  private static final String SIGNS = "models/ppocr_keys_v1.txt";
  private static final int HEIGHT = 48;

  /** The network makes one step of this many columns. */
  private static final int STEP = 8;

  /** Narrower input leaves the network too little room around short lines. */
  private static final int MIN_WIDTH = 64;

  private static final int MAX_WIDTH = 1024;

  private final OnnxModel model;
  private final CtcDecoder decoder;
  private final LineCrop crop = new LineCrop(HEIGHT);
  private final PictureTensor tensor =
      new PictureTensor(new double[] {0.5, 0.5, 0.5}, new double[] {0.5, 0.5, 0.5});

  /** Loads the network to run on so many threads. */
  public PpOcrLineReader(int threads) {
    this.model = OnnxModel.fromClassPath(MODEL, threads);
    this.decoder = new CtcDecoder(CtcAlphabet.fromClassPath(SIGNS));
  }

  @Override
  public ReadLine read(Frame frame, Quad outline) {
    try (PointerScope _ = new PointerScope()) {
      Mat line = crop.cut(frame.bgr(), outline, MAX_WIDTH);
      int width = Math.max(MIN_WIDTH, (line.cols() + STEP - 1) / STEP * STEP);
      OnnxModel.Output output = model.run(tensor.of(line, width), 1, 3, HEIGHT, width);
      return decoder.decode(output.values(), (int) output.shape()[1]);
    }
  }

  @Override
  public String name() {
    return "ppocr-v4";
  }

  @Override
  public void close() {
    model.close();
  }
}
