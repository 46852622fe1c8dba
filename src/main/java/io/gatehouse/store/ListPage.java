package io.gatehouse.store;

import io.gatehouse.parking.lists.ListEntry;
import java.util.List;

/**
 * One page of a search in the lists.
 *
 * @param entries by plate, or soonest ending first where ends were asked for
 * @param matches how many match in all
 */
public record ListPage(List<ListEntry> entries, long matches) {

  public ListPage {
    entries = List.copyOf(entries);
  }
}
