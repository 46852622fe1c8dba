package io.gatehouse.central.store;

import io.gatehouse.plate.Confusions;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Finds plates by any part of them in H2, which has no index for it: the plates of the history,
 * each once, lie many to a row in {@code plate_block}, and all of that is read. That is a megabyte
 * for fifty thousand plates; an index of all their ends is twenty times that, and takes nine writes
 * all over the file for each new plate where this takes one. {@link PlateBlockTrigger} keeps it.
 */
public final class PlateBlocks {

  /** So many rows, or one row would be too long to write anew for a plate. */
  private static final int BLOCKS = 4096;

  /** Ends a line; no plate holds one. */
  private static final char END = '\n';

  private PlateBlocks() {}

  /** Number of the block where a plate lies. */
  static int number(String plate) {
    return Math.floorMod(plate.hashCode() * 0x9E3779B1, BLOCKS);
  }

  /** How a plate stands in its block: folded and as it is, both of the same length. */
  static String line(String plate) {
    return END + Confusions.fold(plate) + ' ' + plate + END;
  }

  static boolean has(String block, String line) {
    return block.contains(line);
  }

  /**
   * The plates that hold a text.
   *
   * @param folded letters and digits, not empty, with like characters folded
   * @param most so many at most
   * @return empty when there are more
   */
  public static Optional<List<String>> holding(Handle handle, String folded, int most) {
    // a row that holds the text has at least one such plate: more rows than plates need no look
    List<String> blocks =
        handle
            .createQuery(
                "SELECT plates FROM plate_block WHERE plates LIKE :text FETCH FIRST :most ROWS ONLY")
            .bind("text", '%' + folded + '%')
            .bind("most", most + 1)
            .mapTo(String.class)
            .list();
    if (blocks.size() > most) {
      return Optional.empty();
    }
    Set<String> plates = new LinkedHashSet<>();
    for (String block : blocks) {
      addHolding(block, folded, plates);
      if (plates.size() > most) {
        return Optional.empty();
      }
    }
    return Optional.of(List.copyOf(plates));
  }

  private static void addHolding(String block, String folded, Set<String> plates) {
    for (int at = block.indexOf(folded); at >= 0; ) {
      int first = block.lastIndexOf(END, at) + 1;
      int end = block.indexOf(END, at);
      plates.add(block.substring(first + (end - first) / 2 + 1, end));
      at = block.indexOf(folded, end);
    }
  }
}
