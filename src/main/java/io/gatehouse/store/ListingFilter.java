package io.gatehouse.store;

import io.gatehouse.decide.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** What a search in the listings asks for, in H2's words. */
final class ListingFilter {

  private static final String EVERYTHING = "TRUE";

  private final String text;
  private final boolean correctedOnly;
  private final List<Outcome> outcomes;
  private final List<String> times = new ArrayList<>();
  private final List<String> others = new ArrayList<>();
  private final Map<String, Object> values = new LinkedHashMap<>();
  private String textTerm = "";

  private ListingFilter(String text, boolean correctedOnly, List<Outcome> outcomes) {
    this.text = text;
    this.correctedOnly = correctedOnly;
    this.outcomes = outcomes;
  }

  static ListingFilter of(PassageQuery query, UnaryOperator<String> fold) {
    ListingFilter filter =
        new ListingFilter(
            compact(query.text()),
            query.correctedOnly(),
            query.outcomes().stream().sorted().toList());
    query.from().ifPresent(from -> filter.time("captured_at >= :from", "from", from));
    query.to().ifPresent(to -> filter.time("captured_at < :to", "to", to));
    query
        .direction()
        .ifPresent(direction -> filter.others.add("direction = '" + direction.name() + "'"));
    if (!filter.outcomes.isEmpty()) {
      filter.others.add(
          "outcome IN ("
              + String.join(
                  ", ", filter.outcomes.stream().map(outcome -> "'" + outcome + "'").toList())
              + ")");
    }
    if (query.correctedOnly()) {
      filter.others.add("corrected = TRUE");
    }
    if (!filter.text.isEmpty()) {
      filter.textTerm = (query.alike() ? "folded" : "plate") + " LIKE :text";
      filter.values.put(
          "text", '%' + (query.alike() ? fold.apply(filter.text) : filter.text) + '%');
    }
    return filter;
  }

  private void time(String term, String name, Instant at) {
    times.add(term);
    values.put(name, PassageWriter.utc(at));
  }

  /** The part of the plate, compact; empty for all. */
  String text() {
    return text;
  }

  boolean isEverything() {
    return where().equals(EVERYTHING);
  }

  /** All that is asked for. */
  String where() {
    return joined(times, others, textTerm.isEmpty() ? List.of() : List.of(textTerm));
  }

  /** The same without the text. */
  String wherePlain() {
    return joined(times, others);
  }

  /** The time alone. */
  String whereTime() {
    return joined(times);
  }

  /** Where it lies: by the rarest thing that is asked for. */
  List<ListingRun> runs() {
    if (correctedOnly) {
      return List.of(new ListingRun("listing_by_corrected", "corrected = TRUE", this));
    }
    if (!outcomes.isEmpty()) {
      return outcomes.stream()
          .map(outcome -> new ListingRun("listing_by_outcome", "outcome = '" + outcome + "'", this))
          .toList();
    }
    return List.of(new ListingRun("listing_by_time", "", this));
  }

  /** A query of which only the values asked for in its text are bound. */
  Query bound(Handle handle, String sql) {
    Query query = handle.createQuery(sql);
    values.forEach((name, value) -> {
      if (sql.contains(":" + name)) {
        query.bind(name, value);
      }
    });
    return query;
  }

  @SafeVarargs
  private static String joined(List<String>... terms) {
    List<String> all = new ArrayList<>();
    for (List<String> some : terms) {
      all.addAll(some);
    }
    return all.isEmpty() ? EVERYTHING : String.join(" AND ", all);
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
