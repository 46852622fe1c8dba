package io.gatehouse.camera;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;

import io.gatehouse.common.TimeSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.presets.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * The video of a file or a network camera, decoded by FFmpeg straight into pooled frames. Used by
 * one thread; {@link #close()} by any. It talks to FFmpeg itself, since JavaCV's grabber holds one
 * lock for the whole process while it connects, and cannot be broken off: one dead camera would
 * stop every other.
 */
final class FfmpegStream implements AutoCloseable {

  private static final int MOST_BROKEN_IN_A_ROW = 300;

  private final String label;
  private final TimeSource time;
  private final Duration patience;
  private final CloseGuard guard = new CloseGuard(this::free);
  private final Breaker breaker = new Breaker();
  private volatile long deadline;

  private AVFormatContext format;
  private AVCodecContext codec;
  private final AVPacket packet;
  private final AVFrame decoded;
  private FfmpegConverter converter;
  private AVStream stream;
  private double secondsPerTick;
  private boolean draining;
  private OptionalDouble seconds = OptionalDouble.empty();

  /** FFmpeg asks it, while it waits, whether to give up. */
  private final class Breaker extends AVIOInterruptCB.Callback_Pointer {
    @Override
    public int call(Pointer unused) {
      boolean giveUp =
          guard.isClosed() || Thread.currentThread().isInterrupted() || time.nanos() - deadline > 0;
      return giveUp ? 1 : 0;
    }
  }

  private FfmpegStream(String label, TimeSource time, Duration patience) {
    this.label = label;
    this.time = time;
    this.patience = patience;
    this.format = avformat_alloc_context();
    this.format.interrupt_callback().callback(breaker);
    this.packet = av_packet_alloc();
    this.decoded = av_frame_alloc();
  }

  /**
   * Opens a video.
   *
   * @param url a path or an address, as FFmpeg takes it
   * @param label what messages call it
   * @param options FFmpeg's, for the container or protocol
   * @param patience how long one call may wait for data before it fails
   * @throws CameraException when there is no video that can be decoded
   */
  static FfmpegStream open(
      String url, String label, Map<String, String> options, TimeSource time, Duration patience)
      throws CameraException, InterruptedException {
    FfmpegNatives.load();
    FfmpegStream stream = new FfmpegStream(label, time, patience);
    boolean opened = false;
    try {
      stream.openInput(url, options);
      stream.openDecoder();
      opened = true;
      return stream;
    } finally {
      if (!opened) {
        stream.close();
      }
    }
  }

  private void openInput(String url, Map<String, String> options)
      throws CameraException, InterruptedException {
    extendDeadline();
    AVDictionary dictionary = new AVDictionary((Pointer) null);
    int result;
    try (BytePointer address = new BytePointer(url + "\0", StandardCharsets.UTF_8)) {
      options.forEach((name, value) -> av_dict_set(dictionary, name, value, 0));
      result = avformat_open_input(format, address, null, dictionary);
    } finally {
      av_dict_free(dictionary);
    }
    if (result < 0) {
      format = null; // freed by FFmpeg when it cannot open
      throw failed(result);
    }
    result = avformat_find_stream_info(format, (AVDictionary) null);
    if (result < 0) {
      throw failed(result);
    }
  }

  private void openDecoder() throws CameraException {
    int index = av_find_best_stream(format, AVMEDIA_TYPE_VIDEO, -1, -1, (AVCodec) null, 0);
    if (index < 0) {
      throw new CameraException(
          CameraFault.GARBAGE, label + " holds no video; give another file or address");
    }
    stream = format.streams(index);
    AVCodec decoder = avcodec_find_decoder(stream.codecpar().codec_id());
    if (decoder == null) {
      throw new CameraException(
          CameraFault.UNSUPPORTED,
          "%s is coded in a way that cannot be decoded (codec %d); use H.264 or MJPEG"
              .formatted(label, stream.codecpar().codec_id()));
    }
    codec = avcodec_alloc_context3(decoder);
    if (avcodec_parameters_to_context(codec, stream.codecpar()) < 0
        || avcodec_open2(codec, decoder, (AVDictionary) null) < 0) {
      throw new CameraException(
          CameraFault.GARBAGE, label + " has a video that cannot be decoded; use H.264 or MJPEG");
    }
    secondsPerTick = av_q2d(stream.time_base());
    converter = new FfmpegConverter(label, stream);
  }

  /**
   * Decodes up to the next picture. Packets that cannot be decoded are passed over, as after a loss
   * on the network.
   *
   * @return whether there is one; false at the end
   * @throws CameraException when the source fails, or nothing in it can be decoded
   */
  boolean advance() throws CameraException, InterruptedException {
    if (!guard.enter()) {
      return false;
    }
    try {
      extendDeadline();
      return advanceOpen();
    } finally {
      guard.leave();
    }
  }

  private boolean advanceOpen() throws CameraException, InterruptedException {
    int broken = 0;
    while (true) {
      int result = avcodec_receive_frame(codec, decoded);
      if (result >= 0) {
        long ticks = decoded.best_effort_timestamp();
        seconds =
            ticks == AV_NOPTS_VALUE
                ? OptionalDouble.empty()
                : OptionalDouble.of(ticks * secondsPerTick);
        return true;
      }
      if (result == AVERROR_EOF || draining) {
        return false;
      }
      if (result != avutil.AVERROR_EAGAIN()) {
        broken++;
      }
      broken += readPacket() ? 0 : 1;
      if (broken > MOST_BROKEN_IN_A_ROW) {
        throw new CameraException(
            CameraFault.GARBAGE, label + " sends data that cannot be decoded; check the camera");
      }
    }
  }

  /** Feeds the decoder; whether it took the packet. */
  private boolean readPacket() throws CameraException, InterruptedException {
    int result = av_read_frame(format, packet);
    if (guard.isClosed() || Thread.currentThread().isInterrupted()) {
      av_packet_unref(packet);
      throw failed(result);
    }
    if (result == avutil.AVERROR_EAGAIN()) {
      return false;
    }
    if (result == AVERROR_EOF) {
      draining = true;
      avcodec_send_packet(codec, null);
      return true;
    }
    if (result < 0) {
      throw failed(result);
    }
    try {
      return packet.stream_index() != stream.index() || avcodec_send_packet(codec, packet) >= 0;
    } finally {
      av_packet_unref(packet);
    }
  }

  /** When the picture is due, in seconds of the video's own clock, if it says. */
  OptionalDouble seconds() {
    return seconds;
  }

  /**
   * The picture that {@link #advance()} decoded.
   *
   * @return the frame, owned by the caller; empty when closed meanwhile
   */
  Optional<Frame> picture(FrameFactory frames) throws CameraException {
    if (!guard.enter()) {
      return Optional.empty();
    }
    try {
      return Optional.of(converter.convert(decoded, frames));
    } finally {
      guard.leave();
    }
  }

  private void extendDeadline() {
    deadline = time.nanos() + patience.toNanos();
  }

  private CameraException failed(int error) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (guard.isClosed()) {
      return new CameraException(CameraFault.FAILED, label + " was closed");
    }
    if (time.nanos() - deadline > 0) {
      return new CameraException(
          CameraFault.STALLED,
          "%s sent nothing for %d seconds; check the camera and its cable"
              .formatted(label, patience.toSeconds()));
    }
    return FfmpegErrors.explained(label, error);
  }

  /** Any thread; a call under way is broken off and frees what it uses. */
  @Override
  public void close() {
    guard.close();
  }

  private void free() {
    if (converter != null) {
      converter.close();
    }
    av_frame_free(decoded);
    av_packet_free(packet);
    if (codec != null) {
      avcodec_free_context(codec);
    }
    if (format != null) {
      avformat_close_input(format);
    }
    breaker.close();
  }
}
