package io.gatehouse.store;

import java.util.List;

/**
 * One page of a search.
 *
 * @param passages newest first
 * @param matches how many match in all
 * @param total how many passages are stored
 */
public record PassagePage(List<Passage> passages, long matches, long total) {

  public PassagePage {
    passages = List.copyOf(passages);
  }
}
