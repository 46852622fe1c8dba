package io.gatehouse.camera;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a picture file says of itself before its pixels: enough to decide how to decode it, without
 * trusting the rest. Buffers are read from their index 0 to their limit, in big-endian order.
 *
 * @param format how the pixels are stored
 * @param width pixels, as stored (a rotation in the EXIF data is not applied); 1 to 2^31-1
 * @param height pixels
 */
record PictureHeader(Format format, int width, int height) {

  enum Format {
    JPEG,
    PNG,
    BMP,
    WEBP
  }

  private static final int JPEG_START = 0xFFD8;
  private static final long PNG_SIGNATURE = 0x89504E470D0A1A0AL;

  long pixels() {
    return (long) width * height;
  }

  /** Which format the first bytes claim to be; empty when it is none that can be decoded. */
  static Optional<Format> format(ByteBuffer file) {
    if (file.limit() >= 2 && u16(file, 0) == JPEG_START) {
      return Optional.of(Format.JPEG);
    }
    if (file.limit() >= 8 && file.getLong(0) == PNG_SIGNATURE) {
      return Optional.of(Format.PNG);
    }
    if (ascii(file, 0, "RIFF") && ascii(file, 8, "WEBP")) {
      return Optional.of(Format.WEBP);
    }
    return ascii(file, 0, "BM") ? Optional.of(Format.BMP) : Optional.empty();
  }

  /** The header; empty when the file ends before it is complete, or it makes no sense. */
  static Optional<PictureHeader> read(ByteBuffer file) {
    Optional<Format> format = format(file);
    if (format.isEmpty()) {
      return Optional.empty();
    }
    Optional<PictureHeader> header =
        switch (format.get()) {
          case JPEG -> jpeg(file);
          case PNG -> png(file);
          case BMP -> bmp(file);
          case WEBP -> webp(file);
        };
    return header.filter(h -> h.width > 0 && h.height > 0);
  }

  private static Optional<PictureHeader> jpeg(ByteBuffer file) {
    int at = 2;
    while (at + 4 <= file.limit()) {
      if (u8(file, at) != 0xFF) {
        at++;
        continue;
      }
      int marker = u8(file, at + 1);
      if (marker == 0xFF) {
        at++;
      } else if (marker == 0 || marker == 1 || (marker >= 0xD0 && marker <= 0xD8)) {
        at += 2; // markers without a length
      } else if (isStartOfFrame(marker)) {
        return at + 9 <= file.limit()
            ? Optional.of(new PictureHeader(Format.JPEG, u16(file, at + 7), u16(file, at + 5)))
            : Optional.empty();
      } else {
        at += 2 + Math.max(2, u16(file, at + 2));
      }
    }
    return Optional.empty();
  }

  /** SOF0 to SOF15 without DHT (C4), JPG (C8) and DAC (CC). */
  private static boolean isStartOfFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private static Optional<PictureHeader> png(ByteBuffer file) {
    if (file.limit() < 24 || !ascii(file, 12, "IHDR")) {
      return Optional.empty();
    }
    return Optional.of(new PictureHeader(Format.PNG, file.getInt(16), file.getInt(20)));
  }

  private static Optional<PictureHeader> bmp(ByteBuffer file) {
    if (file.limit() < 26) {
      return Optional.empty();
    }
    ByteBuffer header = file.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    if (header.getInt(14) == 12) { // OS/2 core header
      int width = header.getShort(18) & 0xFFFF;
      return Optional.of(new PictureHeader(Format.BMP, width, header.getShort(20) & 0xFFFF));
    }
    int height = Math.abs(header.getInt(22)); // negative: rows from the top
    return Optional.of(new PictureHeader(Format.BMP, header.getInt(18), height));
  }

  private static Optional<PictureHeader> webp(ByteBuffer file) {
    if (file.limit() < 30) {
      return Optional.empty();
    }
    ByteBuffer header = file.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    String chunk = ascii(file, 12, 4);
    return switch (chunk) {
      case "VP8 " -> webp(header.getShort(26) & 0x3FFF, header.getShort(28) & 0x3FFF);
      case "VP8L" -> {
        int bits = header.getInt(21);
        yield webp((bits & 0x3FFF) + 1, ((bits >>> 14) & 0x3FFF) + 1);
      }
      case "VP8X" -> webp((header.getInt(24) & 0xFFFFFF) + 1, (header.getInt(26) >>> 8) + 1);
      default -> Optional.empty();
    };
  }

  private static Optional<PictureHeader> webp(int width, int height) {
    return Optional.of(new PictureHeader(Format.WEBP, width, height));
  }

  private static int u16(ByteBuffer file, int at) {
    return u8(file, at) << 8 | u8(file, at + 1);
  }

  private static int u8(ByteBuffer file, int at) {
    return file.get(at) & 0xFF;
  }

  private static boolean ascii(ByteBuffer file, int at, String text) {
    return file.limit() >= at + text.length() && ascii(file, at, text.length()).equals(text);
  }

  private static String ascii(ByteBuffer file, int at, int length) {
    byte[] bytes = new byte[length];
    file.get(at, bytes);
    return new String(bytes, StandardCharsets.US_ASCII);
  }
}
