package io.gatehouse.learn;

import io.gatehouse.decide.Outcome;
import io.gatehouse.plate.ReadCharacter;
import io.gatehouse.store.Passage;
import io.gatehouse.store.PassageQuery;
import io.gatehouse.store.PassageStore;
import io.gatehouse.store.StoreException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The passages of a store that a guard has put his word to. What the machine let through, or turned
 * away, by itself is one only when it was corrected later.
 */
public final class LabelledPassages {

  private static final int PAGE = 500;

  /** Months of a busy lane; older ones were read by another season's light. */
  private static final int MOST = 20_000;

  private final PassageStore store;

  public LabelledPassages(PassageStore store) {
    this.store = store;
  }

  /** The newest ones, oldest first. */
  public List<LabelledPassage> all() throws StoreException {
    List<LabelledPassage> labelled = new ArrayList<>();
    collect(Set.of(Outcome.CONFIRMED, Outcome.CORRECTED, Outcome.TYPED), false, labelled);
    collect(Set.of(Outcome.AUTOMATIC, Outcome.REJECTED), true, labelled);
    labelled.sort(
        Comparator.comparing(LabelledPassage::capturedAt).thenComparing(LabelledPassage::id));
    return List.copyOf(labelled.subList(Math.max(0, labelled.size() - MOST), labelled.size()));
  }

  private void collect(Set<Outcome> outcomes, boolean corrected, List<LabelledPassage> into)
      throws StoreException {
    for (int from = 0; from < MOST; from += PAGE) {
      List<Passage> page =
          store
              .search(
                  new PassageQuery(
                      "",
                      false,
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty(),
                      outcomes,
                      corrected,
                      PAGE,
                      from))
              .passages();
      for (Passage passage : page) {
        if (!passage.plate().isEmpty()) {
          into.add(labelled(passage));
        }
      }
      if (page.size() < PAGE) {
        return;
      }
    }
  }

  private LabelledPassage labelled(Passage passage) throws StoreException {
    List<ReadCharacter> characters = store.reads(passage.id());
    return new LabelledPassage(
        passage.id(),
        passage.capturedAt(),
        passage.plate(),
        passage.readText(),
        characters,
        passage.lines(),
        store.reader(passage.id()));
  }
}
