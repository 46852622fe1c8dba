package io.gatehouse.central.image;

import io.gatehouse.central.common.Refusals;
import io.gatehouse.common.Sha256;
import io.javalin.http.BadRequestResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at a picture before it is kept. */
public final class ImageIntake {

  private static final Logger log = LoggerFactory.getLogger(ImageIntake.class);

  private final ImageVault vault;

  public ImageIntake(ImageVault vault) {
    this.vault = vault;
  }

  /**
   * Keeps a picture under the hash that its sender told.
   *
   * @return false when it was there
   * @throws BadRequestResponse when the hash is another, or it is no JPEG of a sane size
   */
  public boolean keep(String sha256, byte[] jpeg) {
    if (!Sha256.of(jpeg).equals(sha256)) {
      throw new BadRequestResponse("the bytes have another SHA-256 than the address says");
    }
    header(jpeg);
    return put(sha256, jpeg);
  }

  /**
   * Keeps a picture that came without a small one, and a small one of it.
   *
   * @return the hash of the small one; empty when the picture cannot be decoded
   */
  public Optional<String> keepWithThumbnail(byte[] jpeg) {
    JpegHeader header = header(jpeg);
    put(Sha256.of(jpeg), jpeg);
    Optional<byte[]> small = Thumbnails.of(jpeg, header);
    small.ifPresent(thumbnail -> put(Sha256.of(thumbnail), thumbnail));
    return small.map(Sha256::of);
  }

  /** Whether it is there. */
  public boolean has(String sha256) {
    try {
      return vault.has(sha256);
    } catch (IOException e) {
      throw later(e);
    }
  }

  private static JpegHeader header(byte[] jpeg) {
    return JpegHeader.read(jpeg)
        .orElseThrow(() -> new BadRequestResponse("this is no JPEG of a sane size"));
  }

  private boolean put(String sha256, byte[] jpeg) {
    try {
      return vault.put(sha256, jpeg);
    } catch (IOException e) {
      throw later(e);
    }
  }

  private static RuntimeException later(IOException e) {
    log.warn("pictures cannot be kept now: {}", e.getMessage());
    return Refusals.later("pictures cannot be kept now");
  }
}
