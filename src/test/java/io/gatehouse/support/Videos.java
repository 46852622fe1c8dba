package io.gatehouse.support;

import io.gatehouse.camera.Frame;
import io.gatehouse.camera.FrameFactory;
import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.OpenCVFrameConverter;

/** Video clips for tests, made here. The n-th picture, from 0, is grey of the shade 10·n. */
public final class Videos {

  private Videos() {}

  public static int shade(int picture) {
    return 10 * picture % 250;
  }

  /** H.264 in a container that the name's extension tells (mp4, mkv). */
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

  private static Path write(
      Path file, int codec, int pixels, int width, int height, int pictures, double rate)
      throws IOException {
    avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    FrameFactory frames = Pictures.factory();
    try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), width, height, 0);
        OpenCVFrameConverter.ToMat converter = new OpenCVFrameConverter.ToMat()) {
      recorder.setVideoCodec(codec);
      recorder.setPixelFormat(pixels);
      recorder.setFrameRate(rate);
      recorder.setGopSize(10);
      recorder.setVideoBitrate(2_000_000);
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
}
