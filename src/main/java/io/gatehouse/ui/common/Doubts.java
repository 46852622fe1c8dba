package io.gatehouse.ui.common;

import io.gatehouse.plate.Candidate;
import io.gatehouse.plate.ReadCharacter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Which characters of a reading the guard should look at. */
public final class Doubts {

  /** A character read with less than this is marked. */
  public static final float SURE = 0.90f;

  private Doubts() {}

  /**
   * A doubtful character and what else it may be.
   *
   * @param position in the compact text
   * @param options the character as read first, then the next-best
   */
  public record Doubt(int position, List<Character> options) {

    public Doubt {
      options = List.copyOf(options);
    }
  }

  /** The places read with less than {@link #SURE}, the least sure first. */
  public static List<Integer> positions(List<ReadCharacter> reads) {
    return IntStream.range(0, reads.size())
        .filter(i -> reads.get(i).confidence() < SURE)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> reads.get(i).confidence()))
        .toList();
  }

  /**
   * What to offer for the doubtful characters in a row of so many keys: all of the least sure one
   * that fit, and at least the second-best of others while there is room.
   *
   * @return in the order of the plate; characters without alternatives offer nothing
   */
  public static List<Doubt> offered(List<ReadCharacter> reads, int keys) {
    List<Integer> asked =
        positions(reads).stream()
            .filter(i -> !reads.get(i).alternatives().isEmpty())
            .limit(keys / 2)
            .toList();
    List<Doubt> offered = new ArrayList<>();
    int left = keys;
    for (int n = 0; n < asked.size(); n++) {
      int keptForOthers = 2 * (asked.size() - n - 1);
      Doubt doubt = doubt(asked.get(n), reads.get(asked.get(n)), left - keptForOthers);
      left -= doubt.options().size();
      offered.add(doubt);
    }
    offered.sort(Comparator.comparingInt(Doubt::position));
    return List.copyOf(offered);
  }

  private static Doubt doubt(int position, ReadCharacter read, int keys) {
    List<Character> options = new ArrayList<>();
    options.add(read.value());
    read.alternatives().stream().map(Candidate::value).limit(keys - 1L).forEach(options::add);
    return new Doubt(position, options);
  }
}
