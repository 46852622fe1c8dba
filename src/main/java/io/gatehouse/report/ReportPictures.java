package io.gatehouse.report;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/** Gives the picture of a passage. */
@FunctionalInterface
public interface ReportPictures {

  /**
   * A small JPEG; empty when there is none any more.
   *
   * @throws IOException when it cannot be read
   */
  Optional<byte[]> of(UUID passage) throws IOException;
}
