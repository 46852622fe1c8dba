package io.gatehouse.central.api;

import io.gatehouse.database.Moments;
import io.gatehouse.plate.Confusions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** What is asked of the history, in SQL. Values are bound, never written into it. */
final class HistoryFilter {

  private final Optional<String> status;
  private final Optional<String> folded;
  private final List<String> times = new ArrayList<>();
  private final List<String> others = new ArrayList<>();
  private final Map<String, Object> values = new LinkedHashMap<>();

  private HistoryFilter(HistoryQuery query) {
    status = query.status();
    folded = query.search().map(HistoryFilter::compact).map(Confusions::fold);
    status.ifPresent(s -> values.put("status", s));
    folded.ifPresent(text -> values.put("text", '%' + text + '%'));
    query.from().ifPresent(at -> time("last_time >= :from", "from", at));
    query.to().ifPresent(at -> time("last_time < :to", "to", at));
    if (query.entriesOnly()) {
      others.add("entry_time IS NOT NULL");
    }
    query.camera().ifPresent(number -> either("camera", number));
    query.gate().ifPresent(number -> either("gate", number));
  }

  static HistoryFilter of(HistoryQuery query) {
    return new HistoryFilter(query);
  }

  private void time(String term, String name, Instant at) {
    times.add(term);
    values.put(name, Moments.of(at));
  }

  private void either(String what, long number) {
    others.add("(entry_%s_id = :%s OR exit_%s_id = :%s)".formatted(what, what, what, what));
    values.put(what, number);
  }

  /** Upper-case letters and digits alone: nothing that LIKE knows is left. */
  static String compact(String text) {
    StringBuilder compact = new StringBuilder();
    text.toUpperCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(compact::appendCodePoint);
    return compact.toString();
  }

  /** The part of a plate that is looked for, with like characters folded; it may be empty. */
  Optional<String> folded() {
    return folded;
  }

  /** Something was typed that no plate can hold. */
  boolean matchesNothing() {
    return folded.filter(String::isEmpty).isPresent();
  }

  boolean isEverything() {
    return status.isEmpty() && times.isEmpty() && isOnlyAlong();
  }

  boolean hasStatus() {
    return status.isPresent();
  }

  /** Whether all rows along the stretch of the index match. */
  boolean isOnlyAlong() {
    return others.isEmpty() && folded.isEmpty();
  }

  /** What decides where along the index of time or status the rows lie. */
  String along() {
    return joined(lead(), times);
  }

  /** The rest, for each row there. */
  String each() {
    return joined(others, text());
  }

  /** All of it. */
  String all() {
    return joined(lead(), times, others, text());
  }

  /** All but the text. */
  String plain() {
    return joined(lead(), times, others);
  }

  private List<String> lead() {
    return status.isPresent() ? List.of("status = :status") : List.of();
  }

  private List<String> text() {
    return folded.isPresent() ? List.of("folded LIKE :text") : List.of();
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // the array goes no farther than the stream
  private static String joined(List<String>... terms) {
    List<String> all = Stream.of(terms).flatMap(List::stream).toList();
    return all.isEmpty() ? "TRUE" : String.join(" AND ", all);
  }

  /** A query of which only the values that its text asks for are bound. */
  Query bound(Handle handle, String sql) {
    Query query = handle.createQuery(sql);
    values.forEach((name, value) -> {
      if (sql.contains(":" + name)) {
        query.bind(name, value);
      }
    });
    return query;
  }
}
