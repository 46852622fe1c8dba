package io.gatehouse.detect;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.extractChannel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Turns pictures into network input: three planes of floats (NCHW, in the picture's BGR order),
 * each {@code (value / 255 - mean) / deviation}. The memory is kept from picture to picture and
 * grows when needed. Used by one thread at a time.
 */
public final class PictureTensor {

  private static final int CHANNELS = 3;

  private final double[] mean;
  private final double[] deviation;
  private FloatBuffer memory = floats(0);

  /** Mean and deviation of each channel, for values from 0 to 1. */
  public PictureTensor(double[] mean, double[] deviation) {
    this.mean = mean.clone();
    this.deviation = deviation.clone();
  }

  /**
   * The picture as {@code 3 x rows x paddedWidth} floats; columns right of the picture are 0.
   *
   * @param picture CV_8UC3
   * @param paddedWidth at least the picture's width
   * @return a direct buffer, valid until the next call
   */
  public FloatBuffer of(Mat picture, int paddedWidth) {
    if (picture.type() != CV_8UC3) {
      throw new IllegalArgumentException("a picture of three 8-bit channels is needed");
    }
    int plane = picture.rows() * paddedWidth;
    FloatBuffer buffer = zeroed(CHANNELS * plane, paddedWidth > picture.cols());
    try (PointerScope _ = new PointerScope()) {
      Mat channel = new Mat();
      for (int c = 0; c < CHANNELS; c++) {
        extractChannel(picture, channel, c);
        FloatPointer start = new FloatPointer(buffer.slice(c * plane, plane));
        long step = (long) paddedWidth * Float.BYTES;
        Mat padded = new Mat(picture.rows(), paddedWidth, CV_32F, start, step);
        channel.convertTo(
            padded.colRange(0, picture.cols()),
            CV_32F,
            1 / (255 * deviation[c]),
            -mean[c] / deviation[c]);
      }
    }
    return buffer;
  }

  private FloatBuffer zeroed(int size, boolean zero) {
    if (memory.capacity() < size) {
      memory = floats(size);
    }
    memory.clear().limit(size);
    if (zero) {
      for (int i = 0; i < size; i++) {
        memory.put(i, 0f);
      }
    }
    return memory;
  }

  private static FloatBuffer floats(int size) {
    return ByteBuffer.allocateDirect(size * Float.BYTES)
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }
}
