package io.gatehouse.snapshot.common;

/**
 * One picture to import.
 *
 * @param number its line in the list, from 1
 * @param source path or URL
 */
public record Line(int number, String source) {

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
