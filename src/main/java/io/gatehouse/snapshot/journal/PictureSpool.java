package io.gatehouse.snapshot.journal;

import io.gatehouse.common.WholeFile;
import io.gatehouse.snapshot.picture.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Pictures whose answer is being paid for, on the disk until they are stored: their source may be
 * gone when a killed run goes on.
 */
public final class PictureSpool {

  private final Path folder;

  /** Opens the folder, and makes it where there is none. */
  public PictureSpool(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /** Keeps a picture; it survives a power cut when this returns. */
  public void put(Picture picture) throws IOException {
    WholeFile.write(file(picture.sha256()), picture.bytes());
  }

  /** A picture that is kept. */
  public Optional<Picture> find(String sha256) throws IOException {
    Path file = file(sha256);
    return Files.exists(file) ? Picture.of(Files.readAllBytes(file)) : Optional.empty();
  }

  /** Removes one; not being there is no fault. */
  public void remove(String sha256) throws IOException {
    Files.deleteIfExists(file(sha256));
  }

  /** Removes all others: of runs that were killed before they asked, and did not come back. */
  public void keepOnly(Set<String> hashes) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (!hashes.contains(file.getFileName().toString())) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private Path file(String sha256) {
    return folder.resolve(sha256);
  }
}
