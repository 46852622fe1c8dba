package io.gatehouse.lane;

import io.gatehouse.store.Passage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The answer to each decided vehicle: whoever decides again gets the first one. Safe for use by
 * several threads.
 */
final class Answers {

  private static final int KEPT = 500;

  private final Map<Long, CompletableFuture<Passage>> answers = new LinkedHashMap<>();

  /**
   * @param decide called, outside of any lock, with the new answer when there is none yet
   */
  CompletableFuture<Passage> firstFor(long vehicle, Consumer<CompletableFuture<Passage>> decide) {
    CompletableFuture<Passage> answer = new CompletableFuture<>();
    synchronized (this) {
      CompletableFuture<Passage> first = answers.putIfAbsent(vehicle, answer);
      if (first != null) {
        return first;
      }
      if (answers.size() > KEPT) {
        answers.remove(answers.keySet().iterator().next());
      }
    }
    decide.accept(answer);
    return answer;
  }

  /** The decision came to nothing: the next one counts. */
  synchronized void forget(long vehicle) {
    answers.remove(vehicle);
  }
}
