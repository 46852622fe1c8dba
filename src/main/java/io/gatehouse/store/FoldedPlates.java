package io.gatehouse.store;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/**
 * Keeps the folded column true to the rule that made it: a new version of the program may hold
 * other characters for alike.
 */
final class FoldedPlates {

  private static final String ALPHABET = "0123456789ABCDĐEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String FACT = "fold";

  private final UnaryOperator<String> fold;

  FoldedPlates(UnaryOperator<String> fold) {
    this.fold = fold;
  }

  /** Folds all plates anew when the rule has changed. */
  void refresh(Database database) {
    String rule = fold.apply(ALPHABET);
    database
        .jdbi()
        .useTransaction(handle -> {
          Optional<String> stored =
              handle
                  .createQuery("SELECT fact FROM store_fact WHERE name = :name")
                  .bind("name", FACT)
                  .mapTo(String.class)
                  .findOne();
          if (!stored.equals(Optional.of(rule))) {
            foldAll(handle);
            handle.execute("MERGE INTO store_fact (name, fact) VALUES (?, ?)", FACT, rule);
          }
        });
  }

  private void foldAll(Handle handle) {
    List<String> plates =
        handle.createQuery("SELECT DISTINCT plate FROM listing").mapTo(String.class).list();
    for (String plate : plates) {
      handle.execute("UPDATE listing SET folded = ? WHERE plate = ?", fold.apply(plate), plate);
    }
  }
}
