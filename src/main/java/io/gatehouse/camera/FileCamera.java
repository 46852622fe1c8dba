package io.gatehouse.camera;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A video file as a camera, at its own speed: {@code file:clip.mp4?loop=true}. With {@code
 * realtime=false} every picture comes as soon as it is asked for. A clip that breaks off is shown
 * as far as it goes.
 */
public final class FileCamera implements Camera {

  private static final Duration DISK_PATIENCE = Duration.ofSeconds(30);

  private final Path file;
  private final boolean loop;
  private final boolean realtime;

  /**
   * @param file any container and codec that FFmpeg reads
   * @param loop whether it starts over at the end
   * @param realtime whether it is shown at its own speed
   */
  public FileCamera(Path file, boolean loop, boolean realtime) {
    this.file = file;
    this.loop = loop;
    this.realtime = realtime;
  }

  static FileCamera of(CameraUri uri) throws CameraException {
    uri.allowOnly("loop", "realtime");
    return new FileCamera(uri.path(), uri.flag("loop", false), uri.flag("realtime", true));
  }

  @Override
  public FrameSource open(FrameFactory frames) throws CameraException, InterruptedException {
    return new FileSource(this, frames, realtime);
  }

  FfmpegStream stream(FrameFactory frames) throws CameraException, InterruptedException {
    if (!Files.exists(file)) {
      throw new CameraException(
          CameraFault.NOT_FOUND, "video %s does not exist; check the name".formatted(file));
    }
    if (Files.isDirectory(file)) {
      throw new CameraException(
          CameraFault.NOT_FOUND,
          "%s is a folder; for a folder of pictures write dir:%s".formatted(file, file));
    }
    if (!Files.isReadable(file)) {
      throw new CameraException(
          CameraFault.NO_PERMISSION,
          "video %s may not be read by this user; change its permissions".formatted(file));
    }
    // a playlist among the files must not make the kiosk fetch things from elsewhere
    Map<String, String> options = Map.of("protocol_whitelist", "file");
    return FfmpegStream.open(
        "file:" + file.toAbsolutePath(), "video " + file, options, frames.time(), DISK_PATIENCE);
  }

  Optional<CameraException> emptyAtEnd(boolean shownAny) {
    return shownAny
        ? Optional.empty()
        : Optional.of(
            new CameraException(
                CameraFault.GARBAGE,
                "video %s holds no picture that can be decoded; give another file"
                    .formatted(file)));
  }

  @Override
  public String label() {
    return "file:" + file;
  }

  @Override
  public boolean endless() {
    return loop;
  }

  @Override
  public Duration patience() {
    return DISK_PATIENCE;
  }
}
