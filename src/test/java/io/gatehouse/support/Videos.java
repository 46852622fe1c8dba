package io.gatehouse.support;

import io.gatehouse.camera.Frame;
import io.gatehouse.camera.FrameFactory;
import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.OpenCVFrameConverter;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;

/** Video clips for tests, made here. The n-th picture, from 0, is grey of the shade 10·n. */
public final class Videos {

  private Videos() {}

  public static int shade(int picture) {
    return 10 * picture % 250;
  }

  /** H.264 in a container that the name's extension tells (mp4, mkv), or bare (h264). */
  public static Path h264(Path file, int width, int height, int pictures, double rate)
      throws IOException {
    return write(
        file, avcodec.AV_CODEC_ID_H264, avutil.AV_PIX_FMT_YUV420P, width, height, pictures, rate);
  }

  /** Motion JPEG. */
  public static Path mjpeg(Path file, int width, int height, int pictures, double rate)
      throws IOException {
    return write(
        file, avcodec.AV_CODEC_ID_MJPEG, avutil.AV_PIX_FMT_YUVJ420P, width, height, pictures, rate);
  }

  /**
   * A clip that says of itself that it is to be turned by so many degrees against the clock; black,
   * with a white square of 16 pixels in the top left corner as recorded.
   */
  public static Path turned(Path file, int width, int height, int degrees) throws IOException {
    FrameFactory frames = Pictures.factory();
    try (FFmpegFrameRecorder recorder =
            recorder(file, avcodec.AV_CODEC_ID_H264, avutil.AV_PIX_FMT_YUV420P, width, height, 25);
        OpenCVFrameConverter.ToMat converter = new OpenCVFrameConverter.ToMat();
        Frame frame = Pictures.plain(frames, width, height, 0, 0, 0);
        Rect corner = new Rect(0, 0, 16, 16);
        Mat square = new Mat(frame.bgr(), corner);
        Scalar white = new Scalar(255, 255, 255, 0)) {
      square.put(white);
      recorder.setDisplayRotation(degrees);
      recorder.start();
      for (int i = 0; i < 3; i++) {
        recorder.record(converter.convert(frame.bgr()));
      }
      recorder.stop();
    }
    return file;
  }

  private static Path write(
      Path file, int codec, int pixels, int width, int height, int pictures, double rate)
      throws IOException {
    FrameFactory frames = Pictures.factory();
    try (FFmpegFrameRecorder recorder = recorder(file, codec, pixels, width, height, rate);
        OpenCVFrameConverter.ToMat converter = new OpenCVFrameConverter.ToMat()) {
      recorder.start();
      for (int i = 0; i < pictures; i++) {
        int shade = shade(i);
        try (Frame frame = Pictures.plain(frames, width, height, shade, shade, shade)) {
          recorder.record(converter.convert(frame.bgr()));
        }
      }
      recorder.stop();
    }
    return file;
  }

  private static FFmpegFrameRecorder recorder(
      Path file, int codec, int pixels, int width, int height, double rate) {
    avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), width, height, 0);
    recorder.setVideoCodec(codec);
    recorder.setPixelFormat(pixels);
    recorder.setFrameRate(rate);
    recorder.setGopSize(10);
    recorder.setVideoBitrate(2_000_000);
    return recorder;
  }
}
