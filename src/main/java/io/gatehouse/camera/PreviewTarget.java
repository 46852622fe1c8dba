package io.gatehouse.camera;

import java.nio.ByteBuffer;

/** Where the preview is painted: memory that the screen shows. */
public interface PreviewTarget {

  /**
   * How many pixels wide the preview is shown; a wider frame is scaled down to it, keeping its
   * proportions.
   */
  int shownWidth();

  /**
   * A direct buffer for a picture of the given size in pixels, 4 bytes a pixel in the order B, G,
   * R, A, rows without gaps. The same buffer as long as the size stays.
   */
  ByteBuffer pixels(int width, int height);
}
