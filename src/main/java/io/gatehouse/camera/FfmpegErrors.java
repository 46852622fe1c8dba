package io.gatehouse.camera;

import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_FORBIDDEN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_NOT_FOUND;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_UNAUTHORIZED;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_INVALIDDATA;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.nio.charset.StandardCharsets;

/** FFmpeg's error codes as sentences with a remedy. */
final class FfmpegErrors {

  // Linux's errno, negated
  private static final int ENOENT = -2;
  private static final int EIO = -5;
  private static final int EACCES = -13;
  private static final int ENETUNREACH = -101;
  private static final int ECONNRESET = -104;
  private static final int ETIMEDOUT = -110;
  private static final int ECONNREFUSED = -111;
  private static final int EHOSTUNREACH = -113;

  private FfmpegErrors() {}

  static CameraException explained(String label, int error) {
    if (error == AVERROR_INVALIDDATA) {
      return of(CameraFault.GARBAGE, label, "is no video, or breaks off before its first picture");
    } else if (error == AVERROR_EOF) {
      return of(CameraFault.ENDED, label, "ended; check the camera");
    } else if (error == AVERROR_HTTP_UNAUTHORIZED || error == AVERROR_HTTP_FORBIDDEN) {
      return of(
          CameraFault.NO_PERMISSION, label, "refuses the user name or password; correct them");
    } else if (error == AVERROR_HTTP_NOT_FOUND) {
      return of(CameraFault.NOT_FOUND, label, "has no such stream; check the path in the address");
    }
    return switch (error) {
      case ENOENT -> of(CameraFault.NOT_FOUND, label, "does not exist; check the name");
      case EACCES ->
          of(CameraFault.NO_PERMISSION, label, "may not be read; change its permissions");
      case ECONNREFUSED ->
          of(CameraFault.NOT_FOUND, label, "refuses the connection; check the address and port");
      case EIO, ENETUNREACH, EHOSTUNREACH, ETIMEDOUT ->
          of(CameraFault.NOT_FOUND, label, "does not answer; check the address, cable and power");
      case ECONNRESET ->
          of(CameraFault.ENDED, label, "broke the connection; check the camera and its cable");
      default ->
          of(CameraFault.FAILED, label, "failed: %s; check the camera".formatted(text(error)));
    };
  }

  private static CameraException of(CameraFault fault, String label, String sentence) {
    return new CameraException(fault, label + " " + sentence);
  }

  private static String text(int error) {
    byte[] text = new byte[128];
    if (av_strerror(error, text, text.length) < 0) {
      return "error " + error;
    }
    return new String(text, StandardCharsets.UTF_8).replaceAll("\0.*", "").strip();
  }
}
