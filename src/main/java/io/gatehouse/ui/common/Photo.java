package io.gatehouse.ui.common;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import javafx.scene.image.Image;

/**
 * A stored picture, as it is kept and as it is shown.
 *
 * @param jpeg as stored
 * @param image decoded
 */
@SuppressWarnings("ArrayRecordComponent") // JPEG bytes are handed on, never compared
public record Photo(byte[] jpeg, Image image) {

  /** Decodes on the calling thread; empty when the bytes are no picture. */
  public static Optional<Photo> decode(byte[] jpeg) {
    Image image = new Image(new ByteArrayInputStream(jpeg));
    return image.isError() ? Optional.empty() : Optional.of(new Photo(jpeg, image));
  }
}
