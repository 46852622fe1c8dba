package io.gatehouse.camera.rpicam;

/**
 * How the Pi 5's image processor lays a picture of planar YUV 4:2:0 in memory, which is how it
 * comes through the pipe: rows are padded so that those of U and V begin at multiples of 64 bytes.
 * Widths that are multiples of 128 have no padding.
 *
 * @param width pixels, even
 * @param height pixels, even
 */
record PictureLayout(int width, int height) {

  private static final int ALIGNMENT = 64;

  PictureLayout {
    if (width < 2 || height < 2 || width % 2 != 0 || height % 2 != 0) {
      throw new IllegalArgumentException("a picture of %dx%d".formatted(width, height));
    }
  }

  /** Bytes from one row of U or V to the next. */
  int chromaStride() {
    return (width / 2 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }

  /** Bytes from one row of Y to the next. */
  int lumaStride() {
    return 2 * chromaStride();
  }

  /** Where the plane of U begins; V follows it. */
  int chromaStart() {
    return lumaStride() * height;
  }

  /** Bytes of a whole picture, padding included. */
  int bytes() {
    return chromaStart() * 3 / 2;
  }
}
