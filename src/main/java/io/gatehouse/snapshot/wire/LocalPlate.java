package io.gatehouse.snapshot.wire;

import java.util.List;
import java.util.Optional;

/**
 * A plate that our own recogniser read.
 *
 * @param text upper case, no separators
 * @param score of the reading, 0 to 1
 * @param detectionScore that there is a plate, 0 to 1
 * @param others next-best texts, best first
 * @param region {@code vn} for a plate of a known Vietnamese form; empty when it says nothing
 */
public record LocalPlate(
    String text,
    double score,
    double detectionScore,
    PixelBox box,
    List<Other> others,
    Optional<String> region) {

  public LocalPlate {
    others = List.copyOf(others);
  }

  /** Another text that it may be. */
  public record Other(String text, double score) {}
}
