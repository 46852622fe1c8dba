package io.gatehouse.store;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Finds passages by any part of the plate.
 *
 * <p>A rare text is found by one pass over the narrow index of plates, which gives the page and the
 * count alike. A common text fills its page from the newest rows at once, and only its count takes
 * a pass.
 */
final class ListingSearch {

  /** Up to so many hits are sorted in memory. */
  private static final int RARE = 2_000;

  private static final String EVERYTHING = "TRUE";

  private final UnaryOperator<String> fold;

  ListingSearch(UnaryOperator<String> fold) {
    this.fold = fold;
  }

  /**
   * @param page passage numbers, newest first
   * @param matches how many match in all
   */
  record Hits(List<Long> page, long matches) {}

  private record Hit(long no, OffsetDateTime capturedAt) {}

  private record Filter(String where, Map<String, Object> values, String textColumn) {}

  Hits find(Handle handle, PassageQuery query) {
    Filter filter = filter(query);
    if (!filter.textColumn().isEmpty()) {
      Optional<List<Hit>> few = few(handle, filter);
      if (few.isPresent()) {
        List<Long> page =
            few.get().stream().skip(query.offset()).limit(query.limit()).map(Hit::no).toList();
        return new Hits(page, few.get().size());
      }
    }
    return new Hits(page(handle, filter, query), count(handle, filter));
  }

  /** All hits, newest first, or empty when there are many. */
  private static Optional<List<Hit>> few(Handle handle, Filter filter) {
    String sql =
        "SELECT passage_no, captured_at FROM listing USE INDEX (listing_by_%s) WHERE %s FETCH FIRST %d ROWS ONLY"
            .formatted(filter.textColumn(), filter.where(), RARE + 1);
    List<Hit> hits =
        new ArrayList<>(
            bound(handle, sql, filter)
                .map((rs, _) -> new Hit(rs.getLong(1), rs.getObject(2, OffsetDateTime.class)))
                .list());
    if (hits.size() > RARE) {
      return Optional.empty();
    }
    hits.sort(Comparator.comparing(Hit::capturedAt).thenComparingLong(Hit::no).reversed());
    return Optional.of(hits);
  }

  private static List<Long> page(Handle handle, Filter filter, PassageQuery query) {
    String sql =
        """
        SELECT passage_no FROM listing USE INDEX (listing_by_time) WHERE %s
        ORDER BY captured_at DESC, passage_no DESC
        OFFSET %d ROWS FETCH NEXT %d ROWS ONLY
        """
            .formatted(filter.where(), query.offset(), query.limit());
    return bound(handle, sql, filter).mapTo(Long.class).list();
  }

  private static long count(Handle handle, Filter filter) {
    String index = filter.textColumn().isEmpty() ? "time" : filter.textColumn();
    String sql =
        "SELECT COUNT(*) FROM listing USE INDEX (listing_by_%s) WHERE %s"
            .formatted(index, filter.where());
    if (filter.where().equals(EVERYTHING)) {
      // H2 answers the bare count without reading rows
      sql = "SELECT COUNT(*) FROM listing";
    }
    return bound(handle, sql, filter).mapTo(Long.class).one();
  }

  private static Query bound(Handle handle, String sql, Filter filter) {
    return handle.createQuery(sql).bindMap(filter.values());
  }

  private Filter filter(PassageQuery query) {
    List<String> terms = new ArrayList<>();
    Map<String, Object> values = new LinkedHashMap<>();
    String text = compact(query.text());
    String column = "";
    if (!text.isEmpty()) {
      column = query.alike() ? "folded" : "plate";
      terms.add(column + " LIKE :text");
      values.put("text", '%' + (query.alike() ? fold.apply(text) : text) + '%');
    }
    query
        .from()
        .ifPresent(from -> {
          terms.add("captured_at >= :from");
          values.put("from", PassageWriter.utc(from));
        });
    query
        .to()
        .ifPresent(to -> {
          terms.add("captured_at < :to");
          values.put("to", PassageWriter.utc(to));
        });
    query
        .direction()
        .ifPresent(direction -> {
          terms.add("direction = :direction");
          values.put("direction", direction.name());
        });
    if (!query.outcomes().isEmpty()) {
      List<String> names = new ArrayList<>();
      query
          .outcomes()
          .forEach(outcome -> {
            String name = "outcome" + names.size();
            names.add(":" + name);
            values.put(name, outcome.name());
          });
      terms.add("outcome IN (" + String.join(", ", names) + ")");
    }
    if (query.correctedOnly()) {
      terms.add("corrected");
    }
    return new Filter(terms.isEmpty() ? EVERYTHING : String.join(" AND ", terms), values, column);
  }

  /** Upper case, letters and digits only: nothing that LIKE knows can be left. */
  private static String compact(String text) {
    StringBuilder compact = new StringBuilder();
    text.toUpperCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(compact::appendCodePoint);
    return compact.toString();
  }
}
