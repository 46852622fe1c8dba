package io.gatehouse.central.image;

import java.io.IOException;
import java.util.Optional;

/** Where pictures lie, each once, by the SHA-256 of its bytes. */
public interface ImageVault extends AutoCloseable {

  /** Whether it is there. */
  boolean has(String sha256) throws IOException;

  /**
   * Keeps a picture; it survives a power cut when this returns.
   *
   * @return false when it was there already
   */
  boolean put(String sha256, byte[] jpeg) throws IOException;

  /** The JPEG; empty when it is not there any more. */
  Optional<byte[]> find(String sha256) throws IOException;

  /** Removes it; not being there is no fault. */
  void remove(String sha256) throws IOException;

  /** Whether pictures can be kept and read now. */
  boolean answers();

  @Override
  void close();
}
