package io.gatehouse.snapshot.picture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Pictures of this machine. */
public final class FilePictures {

  /** Larger than any camera's picture; the API takes less. */
  static final int LARGEST = 50 << 20;

  /** A clock that was never set begins in 1970 or 1980, and tells nothing before it is. */
  private static final Instant FIRST_TIME = Instant.parse("1980-02-01T00:00:00Z");

  private FilePictures() {}

  /**
   * Reads a picture file. It was taken when the file was last written: a camera that drops files
   * writes them at once, and copies keep the time when they are told to.
   */
  public static Picture read(String path) throws FetchException {
    Path file = path(path);
    if (!Files.isRegularFile(file) && Files.exists(file)) {
      throw FetchException.ever("it is no file");
    }
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] bytes = stream.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw FetchException.ever(
            "it has more than %d MB, no picture has".formatted(LARGEST >> 20));
      }
      Picture picture = picture(bytes);
      Instant written = Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.MILLIS);
      return written.isAfter(FIRST_TIME) ? picture.taken(written) : picture;
    } catch (NoSuchFileException e) {
      throw FetchException.ever("there is no such file");
    } catch (AccessDeniedException e) {
      throw FetchException.ever("this user may not read it; change its permissions");
    } catch (IOException e) {
      throw FetchException.ever("it cannot be read: " + e.getMessage());
    }
  }

  private static Path path(String path) throws FetchException {
    try {
      return Path.of(path);
    } catch (InvalidPathException e) {
      throw FetchException.ever("this is no path: " + e.getReason());
    }
  }

  /** What the bytes are, when they are a picture. */
  static Picture picture(byte[] bytes) throws FetchException {
    return Picture.of(bytes)
        .orElseThrow(() ->
            FetchException.ever(
                bytes.length == 0 ? "it is empty" : "it is no JPEG, PNG, WebP or BMP picture"));
  }
}
