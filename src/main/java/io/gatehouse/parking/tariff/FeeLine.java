package io.gatehouse.parking.tariff;

/**
 * One line of the sum that a driver is asked for.
 *
 * @param what is charged
 * @param count how many of it: free minutes, blocks, nights, or days on which the cap took effect
 * @param minutes the length of one block; 0 where it is not one
 * @param eachDong the price of one; of a cap, the cap
 * @param dong what it adds to the sum, in đồng; of a cap less than 0
 */
public record FeeLine(What what, long count, int minutes, long eachDong, long dong) {

  /** What a line is about. */
  public enum What {
    FREE_MINUTES,
    FIRST_BLOCK,
    FURTHER_BLOCKS,
    NIGHTS,
    DAY_CAP
  }
}
