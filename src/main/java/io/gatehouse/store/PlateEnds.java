package io.gatehouse.store;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Finds plates by any part of them in an ordinary index: it holds every end of every folded plate,
 * and what begins with a text there has it somewhere.
 */
final class PlateEnds {

  private static final int PLATES_A_BATCH = 2_000;

  /** Comes after every character of a plate. */
  private static final char LAST = '\uFFFF';

  private final UnaryOperator<String> fold;

  PlateEnds(UnaryOperator<String> fold) {
    this.fold = fold;
  }

  /** Adds a plate, unless it is there. */
  void add(Handle handle, String plate) {
    if (plate.isEmpty() || has(handle, plate)) {
      return;
    }
    insert(handle, List.of(plate));
  }

  private boolean has(Handle handle, String plate) {
    return handle
        .createQuery("SELECT 1 FROM plate_end WHERE ending = :whole AND plate = :plate LIMIT 1")
        .bind("whole", fold.apply(plate))
        .bind("plate", plate)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** Removes a plate that no listing has any more. */
  void removeUnlisted(Handle handle, String plate) {
    boolean listed =
        handle
            .createQuery("SELECT 1 FROM listing WHERE plate = :plate LIMIT 1")
            .bind("plate", plate)
            .mapTo(Integer.class)
            .findOne()
            .isPresent();
    String folded = fold.apply(plate);
    for (int i = 0; i < folded.length() && !listed; i++) {
      handle.execute(
          "DELETE FROM plate_end WHERE ending = ? AND plate = ?", folded.substring(i), plate);
    }
  }

  /** Makes the index anew from the listings. */
  void addAll(Handle handle) {
    handle.execute("DELETE FROM plate_end");
    List<String> plates =
        handle
            .createQuery("SELECT DISTINCT plate FROM listing WHERE plate <> ''")
            .mapTo(String.class)
            .list();
    for (int from = 0; from < plates.size(); from += PLATES_A_BATCH) {
      insert(handle, plates.subList(from, Math.min(plates.size(), from + PLATES_A_BATCH)));
    }
  }

  private void insert(Handle handle, List<String> plates) {
    PreparedBatch batch =
        handle.prepareBatch("INSERT INTO plate_end (ending, plate) VALUES (?, ?)");
    for (String plate : plates) {
      String folded = fold.apply(plate);
      for (int i = 0; i < folded.length(); i++) {
        batch.bind(0, folded.substring(i)).bind(1, plate).add();
      }
    }
    batch.execute();
  }

  /**
   * The plates that hold a text.
   *
   * @param text compact, not empty
   * @param alike whether characters that look alike count as equal
   * @param most so many at most
   * @return empty when there are more
   */
  Optional<List<String>> holding(Handle handle, String text, boolean alike, int most) {
    String folded = fold.apply(text);
    List<String> plates =
        handle
            .createQuery(
                """
                SELECT DISTINCT plate FROM plate_end
                WHERE ending >= :first AND ending < :last AND plate LIKE :exact
                FETCH FIRST :most ROWS ONLY
                """)
            .bind("first", folded)
            .bind("last", folded + LAST)
            .bind("exact", alike ? "%" : '%' + text + '%')
            .bind("most", most + 1)
            .mapTo(String.class)
            .list();
    return plates.size() > most ? Optional.empty() : Optional.of(plates);
  }
}
