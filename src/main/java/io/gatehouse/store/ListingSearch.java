package io.gatehouse.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/**
 * Finds passages by any part of the plate and by what they are, in a time that does not grow with
 * the table.
 *
 * <p>A text that few plates hold leads to these plates and by them to their passages, all of which
 * are counted. Everything else lies thick along one of the indexes that are in order of time: the
 * page is filled from there, and only so many rows are counted.
 */
final class ListingSearch {

  /** A text that more plates hold than these is a common one. */
  private static final int PLATES = 400;

  /** So many passages of those plates are sorted in memory. */
  private static final int PASSAGES = 20_000;

  /** Rows that are passed over to count. */
  private static final int COUNTED = 10_000;

  private final PlateEnds ends;
  private final UnaryOperator<String> fold;

  ListingSearch(UnaryOperator<String> fold) {
    this.fold = fold;
    this.ends = new PlateEnds(fold);
  }

  /**
   * What was found.
   *
   * @param page passage numbers, newest first
   * @param matches how many match; at least so many where that is not exact
   */
  record Hits(List<Long> page, long matches, boolean exact) {}

  Hits find(Handle handle, PassageQuery query) {
    ListingFilter filter = ListingFilter.of(query, fold);
    if (!filter.text().isEmpty()) {
      Optional<List<String>> plates = ends.holding(handle, filter.text(), query.alike(), PLATES);
      Optional<Hits> few = plates.flatMap(of -> ofPlates(handle, query, filter, of));
      if (few.isPresent()) {
        return few.get();
      }
    }
    return along(handle, query, filter);
  }

  /** All passages of some plates; empty when they are too many to be sorted. */
  private static Optional<Hits> ofPlates(
      Handle handle, PassageQuery query, ListingFilter filter, List<String> plates) {
    if (plates.isEmpty()) {
      return Optional.of(new Hits(List.of(), 0, true));
    }
    List<ListingHit> hits =
        new ArrayList<>(
            filter
                .bound(
                    handle,
                    """
                    SELECT captured_at, passage_no FROM listing USE INDEX (listing_by_plate)
                    WHERE plate IN (<plates>) AND %s FETCH FIRST %d ROWS ONLY
                    """
                        .formatted(filter.wherePlain(), PASSAGES + 1))
                .bindList("plates", plates)
                .map((row, ctx) -> ListingHit.of(row))
                .list());
    if (hits.size() > PASSAGES) {
      return Optional.empty();
    }
    Collections.sort(hits);
    return Optional.of(new Hits(page(hits, query), hits.size(), true));
  }

  private static Hits along(Handle handle, PassageQuery query, ListingFilter filter) {
    List<ListingHit> hits = new ArrayList<>();
    long counted = 0;
    boolean exact = true;
    for (ListingRun run : filter.runs()) {
      hits.addAll(run.first(handle, query.offset() + query.limit()));
      ListingRun.Count count = run.count(handle, COUNTED);
      counted += count.hits();
      exact &= count.all();
    }
    Collections.sort(hits);
    List<Long> page = page(hits, query);
    if (filter.isEverything()) {
      // H2 answers the bare count without reading rows
      long all = handle.createQuery("SELECT COUNT(*) FROM listing").mapTo(Long.class).one();
      return new Hits(page, all, true);
    }
    if (exact) {
      return new Hits(page, counted, true);
    }
    int seen = query.offset() + page.size();
    return page.size() < query.limit()
        ? new Hits(page, Math.max(counted, seen), page.size() > 0 || query.offset() == 0)
        : new Hits(page, Math.max(counted, seen + 1), false);
  }

  private static List<Long> page(List<ListingHit> sorted, PassageQuery query) {
    return sorted.stream()
        .skip(query.offset())
        .limit(query.limit())
        .map(ListingHit::passageNo)
        .toList();
  }
}
