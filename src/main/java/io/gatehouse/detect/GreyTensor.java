package io.gatehouse.detect;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.gatehouse.camera.Region;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Turns a part of a picture into the input of our networks: one plane of grey floats from 0 to 1.
 * The memory is kept from picture to picture and grows when needed. Used by one thread at a time.
 */
public final class GreyTensor {

  private FloatBuffer memory = floats(0);

  /**
   * A part of a picture, stretched to a size.
   *
   * @param bgr CV_8UC3
   * @param part inside the picture
   * @return a direct buffer of {@code height x width} floats, valid until the next call
   */
  public FloatBuffer of(Mat bgr, Region part, int width, int height) {
    int size = width * height;
    if (memory.capacity() < size) {
      memory = floats(size);
    }
    memory.clear().limit(size);
    try (PointerScope _ = new PointerScope()) {
      Mat cut = bgr.apply(new Rect(part.x(), part.y(), part.width(), part.height()));
      // Averaging over all pixels is what the camera would have done from farther away.
      boolean shrinks = width < part.width();
      Mat scaled = new Mat();
      resize(cut, scaled, new Size(width, height), 0, 0, shrinks ? INTER_AREA : INTER_LINEAR);
      Mat grey = new Mat();
      cvtColor(scaled, grey, COLOR_BGR2GRAY);
      grey.convertTo(
          new Mat(height, width, CV_32F, new FloatPointer(memory)), CV_32F, 1 / 255.0, 0);
    }
    return memory;
  }

  private static FloatBuffer floats(int size) {
    return ByteBuffer.allocateDirect(size * Float.BYTES)
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }
}
