package io.gatehouse.store;

import java.util.List;

/**
 * One page of a search.
 *
 * @param passages newest first
 * @param matches how many match; where {@code exact} is false at least so many, and more than have
 *     been handed out so far
 * @param exact whether all that match were counted; of very many, the counting stops
 * @param total how many passages are stored
 */
public record PassagePage(List<Passage> passages, long matches, boolean exact, long total) {

  /** With all that match counted. */
  public PassagePage(List<Passage> passages, long matches, long total) {
    this(passages, matches, true, total);
  }

  public PassagePage {
    passages = List.copyOf(passages);
  }
}
