package io.gatehouse.camera;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of pictures as a camera: each stands before the lane for a while, in the order of their
 * names. {@code dir:photos?seconds=2&rate=10&loop=true}.
 */
public final class DirCamera implements Camera {

  private final Path folder;
  private final double seconds;
  private final double rate;
  private final boolean loop;

  /**
   * @param folder its pictures are shown, those in folders within it are not
   * @param seconds how long each picture stands
   * @param rate frames a second
   * @param loop whether it starts over after the last picture
   */
  public DirCamera(Path folder, double seconds, double rate, boolean loop) {
    this.folder = folder;
    this.seconds = seconds;
    this.rate = rate;
    this.loop = loop;
  }

  static DirCamera of(CameraUri uri) throws CameraException {
    uri.allowOnly("seconds", "rate", "loop");
    return new DirCamera(
        uri.path(),
        uri.number("seconds", 2, 0.1, 3600),
        uri.number("rate", 10, 0.2, 120),
        uri.flag("loop", false));
  }

  @Override
  public FrameSource open(FrameFactory frames) throws CameraException {
    int framesEach = (int) Math.max(1, Math.round(seconds * rate));
    return new DirSource(this, frames, framesEach, Math.round(1e9 / rate));
  }

  /** The pictures there are now. */
  List<Path> pictures() throws CameraException {
    if (!Files.exists(folder)) {
      throw new CameraException(
          CameraFault.NOT_FOUND, "folder %s does not exist; check the name".formatted(folder));
    }
    if (!Files.isDirectory(folder)) {
      throw new CameraException(
          CameraFault.NOT_FOUND,
          "%s is not a folder; for a video write file:%s".formatted(folder, folder));
    }
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> pictures =
          entries
              .filter(PictureDecoder::isPictureName)
              .filter(Files::isRegularFile)
              .sorted(Comparator.comparing(p -> p.getFileName().toString(), new NaturalOrder()))
              .toList();
      if (pictures.isEmpty()) {
        throw noPictures("holds no pictures");
      }
      return pictures;
    } catch (AccessDeniedException e) {
      throw new CameraException(
          CameraFault.NO_PERMISSION,
          "folder %s may not be read by this user; change its permissions".formatted(folder),
          e);
    } catch (IOException e) {
      throw new CameraException(
          CameraFault.FAILED,
          "folder %s cannot be read (%s); check the disk".formatted(folder, e.getMessage()),
          e);
    }
  }

  CameraException noPictures(String why) {
    return new CameraException(
        CameraFault.NO_PICTURES,
        "folder %s %s; put JPEG, PNG, BMP or WebP files into it".formatted(folder, why));
  }

  @Override
  public String label() {
    return "dir:" + folder;
  }

  @Override
  public boolean endless() {
    return loop;
  }

  @Override
  public Duration patience() {
    return Duration.ofSeconds(30);
  }
}
