package io.gatehouse.launch;

import io.gatehouse.camera.PictureDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the pictures and videos that paths stand for. */
final class ReadInputs {

  private static final Set<String> VIDEOS =
      Set.of("mp4", "mkv", "avi", "mov", "webm", "m4v", "ts", "mjpeg", "mjpg", "h264");

  private ReadInputs() {}

  /**
   * A file stands for itself, a folder for the pictures and videos in it and below, by name.
   *
   * @throws IOException with one clear line when there is no such path, or nothing in it to read
   */
  static List<Path> files(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new IOException(path + " does not exist; check the name");
    }
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> below = Files.walk(path)) {
      List<Path> files =
          below
              .filter(Files::isRegularFile)
              .filter(file -> PictureDecoder.isPictureName(file) || isVideo(file))
              .sorted()
              .toList();
      if (files.isEmpty()) {
        throw new IOException(path + " holds no pictures or videos; give another folder");
      }
      return files;
    }
  }

  static boolean isVideo(Path file) {
    String name = file.getFileName().toString();
    return VIDEOS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }
}
