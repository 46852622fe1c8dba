package io.gatehouse.camera;

import org.bytedeco.ffmpeg.avutil.LogCallback;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads FFmpeg, without its device library, which needs X11, and sends its chatter to the log. */
final class FfmpegNatives {

  private static final Logger log = LoggerFactory.getLogger(FfmpegNatives.class);

  /** Native code calls it for as long as the process lives, so it must never be collected. */
  private static final class Chatter {
    static final LogCallback TO_LOG =
        new LogCallback() {
          @Override
          public void call(int level, BytePointer message) {
            if (log.isDebugEnabled()) {
              String line = CameraUri.withoutSecrets(message.getString()).strip();
              log.debug("{}", line);
            }
          }
        };

    private Chatter() {}
  }

  private FfmpegNatives() {}

  /**
   * Cheap after the first time; any thread.
   *
   * @throws NativesException when FFmpeg cannot be loaded on this machine
   */
  static void load() {
    Natives.load();
    try {
      Loader.load(avutil.class);
      Loader.load(avcodec.class);
      Loader.load(avformat.class);
      Loader.load(swscale.class);
      avutil.av_log_set_level(avutil.AV_LOG_WARNING);
      avutil.setLogCallback(Chatter.TO_LOG);
    } catch (LinkageError e) {
      throw NativesException.of("FFmpeg", e);
    }
  }
}
