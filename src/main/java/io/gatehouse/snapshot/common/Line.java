package io.gatehouse.snapshot.common;

import java.util.Optional;

/**
 * One picture to import.
 *
 * @param number its line in the list, from 1
 * @param source path or URL
 * @param cameraId of this picture; empty for that of the run
 */
public record Line(int number, String source, Optional<String> cameraId) {

  /** Of the run's camera. */
  public Line(int number, String source) {
    this(number, source, Optional.empty());
  }

  /** Whether it is fetched from somewhere else. */
  public boolean isUrl() {
    return source.regionMatches(true, 0, "http://", 0, 7)
        || source.regionMatches(true, 0, "https://", 0, 8);
  }

  /** The source without a name and password in it: as it is stored and reported. */
  public String shown() {
    return isUrl() ? source.replaceFirst("(?<=//)[^/?#]*@", "") : source;
  }
}
