package io.gatehouse.camera.rpicam;

import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_YUV2BGR_I420;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Turns full-range BT.601 YUV 4:2:0 into BGR. OpenCV's fast conversion is for video range, black at
 * 16 and white at 235; the values are moved there first, which costs less than any other way and at
 * most two of 255 levels. All memory is kept from picture to picture. One thread converts, any may
 * close.
 */
final class YuvConverter implements AutoCloseable {

  private static final double LUMA = 219 / 255.0;
  private static final double CHROMA = 224 / 255.0;
  private static final double BLACK = 16;
  private static final double NO_COLOUR = 128;

  private final PictureLayout layout;
  private final BytePointer memory;
  private final Mat whole;
  private final Mat luma;
  private final Mat chroma;
  private final Mat packed;
  private final Mat packedLuma;
  private final Mat packedChroma;
  private boolean closed;

  YuvConverter(PictureLayout layout) {
    this.layout = layout;
    int width = layout.width();
    int height = layout.height();
    memory = new BytePointer(layout.bytes());
    whole = new Mat(height * 3 / 2, layout.lumaStride(), CV_8UC1, memory);
    luma = new Mat(height, width, CV_8UC1, memory, layout.lumaStride());
    // the planes of U and V, one under the other
    chroma = new Mat(height, width / 2, CV_8UC1, whole.ptr(height), layout.chromaStride());
    packed = new Mat(height * 3 / 2, width, CV_8UC1);
    packedLuma = packed.rowRange(0, height);
    packedChroma = new Mat(height, width / 2, CV_8UC1, packed.ptr(height), width / 2);
  }

  /**
   * Converts a picture.
   *
   * @param pixels of the layout's size
   * @param bgr CV_8UC3 of the picture's width and height, written to
   * @return false when it was closed instead
   */
  synchronized boolean convert(byte[] pixels, Mat bgr) {
    if (closed) {
      return false;
    }
    memory.put(pixels, 0, layout.bytes());
    luma.convertTo(packedLuma, CV_8U, LUMA, BLACK);
    chroma.convertTo(packedChroma, CV_8U, CHROMA, NO_COLOUR * (1 - CHROMA));
    cvtColor(packed, bgr, COLOR_YUV2BGR_I420);
    return true;
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    for (Mat mat : new Mat[] {packedChroma, packedLuma, packed, chroma, luma, whole}) {
      mat.close();
    }
    memory.close();
  }
}
