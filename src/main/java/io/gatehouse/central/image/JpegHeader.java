package io.gatehouse.central.image;

import java.util.Optional;

/**
 * What a JPEG says of itself before anything of it is decoded: a few bytes can promise a picture
 * that fills all memory.
 *
 * @param width pixels
 * @param height pixels
 */
public record JpegHeader(int width, int height) {

  private static final int LONGEST_SIDE = 10_000;
  private static final long MOST_PIXELS = 40_000_000;

  private static final int START_OF_IMAGE = 0xD8;
  private static final int END_OF_IMAGE = 0xD9;
  private static final int START_OF_SCAN = 0xDA;
  private static final int FRAME_BYTES = 7;

  /** Reads it; empty when this is no JPEG, or one larger than any camera makes. */
  public static Optional<JpegHeader> read(byte[] file) {
    if (file.length < 4 || at(file, 0) != 0xFF || at(file, 1) != START_OF_IMAGE) {
      return Optional.empty();
    }
    JpegHeader found = null;
    int position = 2;
    while (position + 4 <= file.length && at(file, position) == 0xFF) {
      int marker = at(file, position + 1);
      if (marker == 0xFF) {
        position++; // a fill byte
        continue;
      }
      if (marker == START_OF_SCAN) {
        return Optional.ofNullable(found).filter(JpegHeader::isSane);
      }
      int length = at(file, position + 2) << 8 | at(file, position + 3);
      if (marker == END_OF_IMAGE || length < 2 || position + 2 + length > file.length) {
        return Optional.empty();
      }
      if (isFrame(marker)) {
        if (found != null || length < FRAME_BYTES) {
          return Optional.empty();
        }
        found =
            new JpegHeader(
                at(file, position + 7) << 8 | at(file, position + 8),
                at(file, position + 5) << 8 | at(file, position + 6));
      }
      position += 2 + length;
    }
    return Optional.empty();
  }

  private static int at(byte[] file, int position) {
    return file[position] & 0xFF;
  }

  /** Start-of-frame markers are C0 to CF, but for three that are tables. */
  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private boolean isSane() {
    return width > 0
        && height > 0
        && width <= LONGEST_SIDE
        && height <= LONGEST_SIDE
        && (long) width * height <= MOST_PIXELS;
  }
}
