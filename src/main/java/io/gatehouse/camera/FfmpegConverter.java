package io.gatehouse.camera;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.av_display_rotation_get;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCachedContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_180;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_CLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_COUNTERCLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.rotate;

import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.opencv.opencv_core.Mat;

/** Turns what FFmpeg decoded into frames, upright, written straight into their memory. */
final class FfmpegConverter implements AutoCloseable {

  private static final int MOST_SIDE = 16_384;
  private static final int UPRIGHT = -1;

  private final String label;
  private final int rotation;
  private final PointerPointer<Pointer> planes = new PointerPointer<>(4);
  private final IntPointer strides = new IntPointer(4);
  private SwsContext scaler;

  FfmpegConverter(String label, AVStream stream) {
    this.label = label;
    this.rotation = rotationOf(stream);
  }

  /** OpenCV's code to turn a phone's video upright. */
  private static int rotationOf(AVStream stream) {
    AVPacketSideData matrix =
        av_packet_side_data_get(
            stream.codecpar().coded_side_data(),
            stream.codecpar().nb_coded_side_data(),
            AV_PKT_DATA_DISPLAYMATRIX);
    if (matrix == null || matrix.size() < 36) {
      return UPRIGHT;
    }
    long degrees = Math.round(av_display_rotation_get(new IntPointer(matrix.data())));
    return switch ((int) Math.floorMod(degrees, 360L)) {
      case 90 -> ROTATE_90_COUNTERCLOCKWISE;
      case 180 -> ROTATE_180;
      case 270 -> ROTATE_90_CLOCKWISE;
      default -> UPRIGHT;
    };
  }

  /**
   * @return the frame, owned by the caller
   * @throws CameraException when it has no size or a pixel format that cannot be shown
   */
  Frame convert(AVFrame decoded, FrameFactory frames) throws CameraException {
    int width = decoded.width();
    int height = decoded.height();
    if (width < 1 || height < 1 || width > MOST_SIDE || height > MOST_SIDE) {
      throw new CameraException(
          CameraFault.GARBAGE,
          "%s sends pictures of %dx%d pixels; check the camera".formatted(label, width, height));
    }
    scaler =
        sws_getCachedContext(
            scaler,
            width,
            height,
            decoded.format(),
            width,
            height,
            AV_PIX_FMT_BGR24,
            SWS_BILINEAR,
            null,
            null,
            (DoublePointer) null);
    if (scaler == null) {
      throw new CameraException(
          CameraFault.UNSUPPORTED,
          "%s sends pixels in a format that cannot be shown (%d); set the camera to H.264 or MJPEG"
              .formatted(label, decoded.format()));
    }
    Frame frame = frames.frame(width, height);
    Mat bgr = frame.bgr();
    try (BytePointer pixels = bgr.data()) {
      planes.put(0, pixels);
      strides.put(0, (int) bgr.step());
      sws_scale(scaler, decoded.data(), decoded.linesize(), 0, height, planes, strides);
    }
    return rotation == UPRIGHT ? frame : turned(frame, frames);
  }

  private Frame turned(Frame frame, FrameFactory frames) {
    try (frame) {
      boolean lying = rotation != ROTATE_180;
      Frame upright =
          lying
              ? frames.frame(frame.height(), frame.width())
              : frames.frame(frame.width(), frame.height());
      rotate(frame.bgr(), upright.bgr(), rotation);
      return upright;
    }
  }

  @Override
  public void close() {
    if (scaler != null) {
      sws_freeContext(scaler);
    }
    planes.close();
    strides.close();
  }
}
