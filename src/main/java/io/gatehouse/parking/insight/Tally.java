package io.gatehouse.parking.insight;

/**
 * How many plates were read, and how many of those a person had to correct.
 *
 * @param read with a word of a person on them: confirmed, or corrected at the lane or later
 * @param corrected of those
 */
public record Tally(long read, long corrected) {

  public static final Tally NONE = new Tally(0, 0);

  public Tally plus(Tally other) {
    return new Tally(read + other.read, corrected + other.corrected);
  }

  /** Share that was read right, 0 to 1; 1 when there was nothing to read. */
  public double right() {
    return read == 0 ? 1 : 1 - corrected / (double) read;
  }
}
