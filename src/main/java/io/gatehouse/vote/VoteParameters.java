package io.gatehouse.vote;

import java.time.Duration;

/**
 * What the vote goes by. {@link #defaults()} are in brackets, then the range that is accepted.
 *
 * @param leastConfidence a reading with a less sure character does not vote [0.3; 0 to 1]
 * @param leastCharacters a shorter text is no plate [4; 2 to 10]
 * @param sureConfidence voted confidence from which a moving vehicle is proposed [0.9; 0.5 to 1]
 * @param sureReadings how many readings must agree for that [3; 2 to 20]
 * @param sureSpan how far apart the first and last of them must be [300 ms; 0 to 5 s]
 * @param standingFor how long a plate must stay in its place to stand [700 ms; 0.2 to 5 s]
 * @param standingDrift how far it may stray meanwhile, in plate widths [0.15; 0.02 to 1]
 * @param unreadFor how long a vehicle stands without a readable plate until it is proposed without
 *     one [2 s; 0.5 to 30 s]
 * @param leftAfter how long a plate must be out of sight to have left an empty lane [1.5 s; 0.3 to
 *     10 s]
 * @param dropOut how long it may be unreadable while something stands in the lane [30 s; 1 to 300
 *     s]
 * @param memory within this time after leaving, the same plate is the same passage [10 s; 0 to 120
 *     s]
 * @param samePlate least similarity of two texts read in the same place to be one plate [0.6; 0.4
 *     to 0.95]
 * @param handover how long something moves after a decision, plate unread, until what then stands
 *     is another vehicle [1 s; 0.2 to 20 s]
 * @param arrival how long before its first reading movement in the lane counts as its coming [3 s;
 *     0.5 to 10 s]
 * @param turn how long a vehicle with a much smaller plate stands behind another before it is
 *     proposed all the same [8 s; 0 to 120 s]
 * @param nearShare a plate lower than this share of the highest one in view stands behind it [0.6;
 *     0.1 to 1]
 * @param parkedMemory how long a plate that was there from the start is remembered when it cannot
 *     be read [1 h; 0 to 24 h]
 */
public record VoteParameters(
    float leastConfidence,
    int leastCharacters,
    float sureConfidence,
    int sureReadings,
    Duration sureSpan,
    Duration standingFor,
    double standingDrift,
    Duration unreadFor,
    Duration leftAfter,
    Duration dropOut,
    Duration memory,
    double samePlate,
    Duration handover,
    Duration arrival,
    Duration turn,
    double nearShare,
    Duration parkedMemory) {

  public VoteParameters {
    inRange("leastConfidence", leastConfidence, 0, 1);
    inRange("leastCharacters", leastCharacters, 2, 10);
    inRange("sureConfidence", sureConfidence, 0.5, 1);
    inRange("sureReadings", sureReadings, 2, 20);
    inRange("sureSpan", sureSpan, 0, 5);
    inRange("standingFor", standingFor, 0.2, 5);
    inRange("standingDrift", standingDrift, 0.02, 1);
    inRange("unreadFor", unreadFor, 0.5, 30);
    inRange("leftAfter", leftAfter, 0.3, 10);
    inRange("dropOut", dropOut, 1, 300);
    inRange("memory", memory, 0, 120);
    inRange("samePlate", samePlate, 0.4, 0.95);
    inRange("handover", handover, 0.2, 20);
    inRange("arrival", arrival, 0.5, 10);
    inRange("turn", turn, 0, 120);
    inRange("nearShare", nearShare, 0.1, 1);
    inRange("parkedMemory", parkedMemory, 0, 86_400);
  }

  public static VoteParameters defaults() {
    return new VoteParameters(
        0.3f,
        4,
        0.9f,
        3,
        Duration.ofMillis(300),
        Duration.ofMillis(700),
        0.15,
        Duration.ofSeconds(2),
        Duration.ofMillis(1500),
        Duration.ofSeconds(30),
        Duration.ofSeconds(10),
        0.6,
        Duration.ofSeconds(1),
        Duration.ofSeconds(3),
        Duration.ofSeconds(8),
        0.6,
        Duration.ofHours(1));
  }

  private static void inRange(String name, Duration value, double least, double most) {
    inRange(name + " (s)", value.toNanos() / 1e9, least, most);
  }

  private static void inRange(String name, double value, double least, double most) {
    // written so that NaN is refused too
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "%s is %s, it must be from %s to %s".formatted(name, value, least, most));
    }
  }
}
