package io.gatehouse.camera;

import io.gatehouse.common.TimeSource;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A network camera: {@code rtsp://user:password@10.0.0.7/stream}, over TCP, so that no picture is
 * torn by a lost packet.
 */
public final class RtspCamera implements Camera {

  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final String address;
  private final String label;
  private final Duration patience;

  RtspCamera(String address, Duration patience) {
    this.address = address;
    this.label = CameraUri.withoutSecrets(address);
    this.patience = patience;
  }

  static RtspCamera of(CameraUri uri) throws CameraException {
    if (!uri.target().matches("(?i)rtsps?://[^/?#]+.*")) {
      throw new CameraException(
          CameraFault.UNSUPPORTED,
          "%s names no host; write rtsp://host/stream".formatted(uri.label()));
    }
    return new RtspCamera(uri.target(), PATIENCE);
  }

  @Override
  public FrameSource open(FrameFactory frames) throws CameraException, InterruptedException {
    TimeSource time = frames.time();
    Map<String, String> options =
        Map.of(
            "rtsp_transport", "tcp",
            "timeout", Long.toString(patience.toMillis() * 1_000),
            "analyzeduration", "2000000");
    FfmpegStream stream = FfmpegStream.open(address, label, options, time, patience);
    return new FrameSource() {
      @Override
      public Optional<Frame> next() throws CameraException, InterruptedException {
        return stream.advance() ? stream.picture(frames) : Optional.empty();
      }

      @Override
      public void close() {
        stream.close();
      }
    };
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public boolean endless() {
    return true;
  }
}
