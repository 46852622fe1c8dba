package io.gatehouse.store;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/**
 * Keeps the folded column and {@link PlateEnds} true to the rule that made them: a new version of
 * the program may hold other characters for alike. A database that has no ends yet is given them.
 */
final class FoldedPlates {

  private static final String ALPHABET = "0123456789ABCDĐEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String FACT = "fold";
  private static final String ENDS_FACT = "plate_end";

  private final UnaryOperator<String> fold;

  FoldedPlates(UnaryOperator<String> fold) {
    this.fold = fold;
  }

  /** Makes both anew when the rule has changed. */
  void refresh(Database database) {
    String rule = fold.apply(ALPHABET);
    database
        .jdbi()
        .useTransaction(handle -> {
          if (!isFact(handle, FACT, rule)) {
            foldAll(handle);
            set(handle, FACT, rule);
          }
          if (!isFact(handle, ENDS_FACT, rule)) {
            new PlateEnds(fold).addAll(handle);
            set(handle, ENDS_FACT, rule);
          }
        });
  }

  /** The listings were made anew: the ends no longer belong to them. */
  static void forgetEnds(Handle handle) {
    handle.execute("DELETE FROM store_fact WHERE name = ?", ENDS_FACT);
  }

  private static boolean isFact(Handle handle, String name, String fact) {
    Optional<String> stored =
        handle
            .createQuery("SELECT fact FROM store_fact WHERE name = :name")
            .bind("name", name)
            .mapTo(String.class)
            .findOne();
    return stored.equals(Optional.of(fact));
  }

  private static void set(Handle handle, String name, String fact) {
    handle.execute("MERGE INTO store_fact (name, fact) VALUES (?, ?)", name, fact);
  }

  private void foldAll(Handle handle) {
    List<String> plates =
        handle.createQuery("SELECT DISTINCT plate FROM listing").mapTo(String.class).list();
    for (String plate : plates) {
      handle.execute("UPDATE listing SET folded = ? WHERE plate = ?", fold.apply(plate), plate);
    }
  }
}
