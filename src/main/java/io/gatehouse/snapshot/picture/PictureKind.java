package io.gatehouse.snapshot.picture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What a file is by its first bytes; what its name or its server says does not count. */
public enum PictureKind {
  JPEG("image/jpeg", "jpg"),
  PNG("image/png", "png"),
  WEBP("image/webp", "webp"),
  BMP("image/bmp", "bmp");

  private static final byte[] JPEG_START = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
  private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  private final String type;
  private final String ending;

  PictureKind(String type, String ending) {
    this.type = type;
    this.ending = ending;
  }

  /** Such as {@code image/jpeg}. */
  public String type() {
    return type;
  }

  /** Of a file name, without the dot. */
  public String ending() {
    return ending;
  }

  /** The kind; empty when it is no picture that can be read. */
  public static Optional<PictureKind> of(byte[] file) {
    if (begins(file, 0, JPEG_START)) {
      return Optional.of(JPEG);
    }
    if (begins(file, 0, PNG_START)) {
      return Optional.of(PNG);
    }
    if (begins(file, 0, ascii("RIFF")) && begins(file, 8, ascii("WEBP"))) {
      return Optional.of(WEBP);
    }
    return begins(file, 0, ascii("BM")) ? Optional.of(BMP) : Optional.empty();
  }

  /** The kind that a stored type names. */
  public static Optional<PictureKind> ofType(String type) {
    return Arrays.stream(values()).filter(kind -> kind.type.equals(type)).findFirst();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static boolean begins(byte[] file, int at, byte[] with) {
    return file.length >= at + with.length
        && Arrays.equals(file, at, at + with.length, with, 0, with.length);
  }
}
