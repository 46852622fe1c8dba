package io.gatehouse.central.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Finds plates by any part of them in an ordinary index of H2: it holds every end of every folded
 * plate, and what begins with a text there has it somewhere. {@link PlateEndTrigger} keeps it.
 */
public final class PlateEnds {

  /** Comes after every character of a plate. */
  private static final char LAST = '\uFFFF';

  private PlateEnds() {}

  /**
   * The plates that hold a text.
   *
   * @param folded the text, not empty, with like characters folded
   * @param most so many at most
   * @return empty when there are more
   */
  public static Optional<List<String>> holding(Handle handle, String folded, int most) {
    List<String> plates =
        handle
            .createQuery(
                """
                SELECT DISTINCT plate_id FROM plate_end
                WHERE ending >= :first AND ending < :last FETCH FIRST :most ROWS ONLY
                """)
            .bind("first", folded)
            .bind("last", folded + LAST)
            .bind("most", most + 1)
            .mapTo(String.class)
            .list();
    return plates.size() > most ? Optional.empty() : Optional.of(plates);
  }
}
