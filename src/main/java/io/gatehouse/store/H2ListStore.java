package io.gatehouse.store;

import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.audit.AuditEvent;
import io.gatehouse.parking.audit.AuditKind;
import io.gatehouse.parking.lists.ListEntry;
import io.gatehouse.parking.lists.ListKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Query;

/** Lists in H2. */
final class H2ListStore implements ListStore {

  private static final String ALL = "SELECT * FROM list_entry ";
  private static final int LARGEST_PAGE = 500;

  private final Database database;
  private final CommitPath commits;
  private final UnaryOperator<String> fold;
  private final ListWriter writer;

  H2ListStore(Database database, CommitPath commits, UnaryOperator<String> fold) {
    this.database = database;
    this.commits = commits;
    this.fold = fold;
    this.writer = new ListWriter(fold);
  }

  @Override
  public List<ListEntry> like(String plate) throws StoreException {
    String folded = fold.apply(plate);
    return read(handle -> {
      Set<UUID> ids = new LinkedHashSet<>();
      ids.addAll(ids(handle, "tail", StayKeys.tail(folded), folded));
      // many plates of a town begin alike, so that the rest must be alike too
      ids.addAll(ids(handle, "head", StayKeys.head(folded), folded));
      return ids.isEmpty()
          ? List.<ListEntry>of()
          : handle
              .createQuery(ALL + "WHERE id IN (<ids>) ORDER BY plate, kind")
              .bindList("ids", ids)
              .map((row, ctx) -> entry(row, "id"))
              .list();
    });
  }

  private List<UUID> ids(Handle handle, String column, String key, String folded) {
    return handle
        .createQuery(
            "SELECT id, plate FROM list_entry USE INDEX (list_entry_by_%s) WHERE %s = :key"
                .formatted(column, column))
        .bind("key", key)
        .map((row, ctx) -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
        .stream()
        .filter(row -> PlateErrors.between(folded, fold.apply(row.getValue())) <= 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public Optional<ListEntry> find(UUID id) throws StoreException {
    return read(handle -> find(handle, id));
  }

  private static Optional<ListEntry> find(Handle handle, UUID id) {
    return handle
        .createQuery(ALL + "WHERE id = :id")
        .bind("id", id)
        .map((row, ctx) -> entry(row, "id"))
        .findOne();
  }

  @Override
  public ListPage search(ListQuery query) throws StoreException {
    if (query.limit() < 1 || query.limit() > LARGEST_PAGE || query.offset() < 0) {
      throw new IllegalArgumentException(
          "a page of %d entries from %d".formatted(query.limit(), query.offset()));
    }
    List<String> terms = new ArrayList<>(List.of("kind IN (<kinds>)"));
    String text = ListWords.pattern(query.text());
    if (!text.isEmpty()) {
      terms.add("words LIKE :text");
    }
    query.endingBy().ifPresent(day -> terms.add("last_day <= :day"));
    String where = "WHERE " + String.join(" AND ", terms);
    String order = query.endingBy().isPresent() ? "last_day, plate, kind" : "plate, kind";
    return read(handle ->
        new ListPage(
            bound(
                    handle,
                    ALL + where + " ORDER BY " + order + " LIMIT :limit OFFSET :offset",
                    query)
                .bind("limit", query.limit())
                .bind("offset", query.offset())
                .map((row, ctx) -> entry(row, "id"))
                .list(),
            bound(handle, "SELECT COUNT(*) FROM list_entry " + where, query)
                .mapTo(Long.class)
                .one()));
  }

  private static Query bound(Handle handle, String sql, ListQuery query) {
    Query bound =
        handle
            .createQuery(sql)
            .bindList("kinds", names(query.kinds().isEmpty() ? every() : query.kinds()));
    String text = ListWords.pattern(query.text());
    if (!text.isEmpty()) {
      bound.bind("text", text);
    }
    query.endingBy().ifPresent(day -> bound.bind("day", day));
    return bound;
  }

  @Override
  public List<ListEntry> all(Set<ListKind> kinds) throws StoreException {
    return kinds.isEmpty()
        ? List.of()
        : read(handle ->
            handle
                .createQuery(ALL + "WHERE kind IN (<kinds>) ORDER BY plate, kind")
                .bindList("kinds", names(kinds))
                .map((row, ctx) -> entry(row, "id"))
                .list());
  }

  @Override
  public Map<ListKind, Long> counts() throws StoreException {
    Map<ListKind, Long> counts = new EnumMap<>(ListKind.class);
    every().forEach(kind -> counts.put(kind, 0L));
    read(handle ->
            handle
                .createQuery("SELECT kind, COUNT(*) FROM list_entry GROUP BY kind")
                .map((row, ctx) -> Map.entry(ListKind.valueOf(row.getString(1)), row.getLong(2)))
                .list())
        .forEach(count -> counts.put(count.getKey(), count.getValue()));
    return counts;
  }

  @Override
  public void save(ListEntry entry, String by, Instant at) throws StoreException {
    try {
      commits.change(rows -> {
        Optional<UUID> same = writer.idOf(rows.handle(), entry);
        if (same.isPresent() && !same.get().equals(entry.id())) {
          throw new ListedTwiceException();
        }
        ListWriter.Outcome outcome = writer.write(rows, entry, by, at);
        if (outcome != ListWriter.Outcome.UNCHANGED) {
          audit(rows, outcome.name(), entry, by, at);
        }
      });
    } catch (ListedTwiceException e) {
      throw new StoreException("The plate is on this list already: change that entry.", e);
    }
  }

  /** Ends a transaction that would put a plate on a list twice. */
  private static final class ListedTwiceException extends RuntimeException {

    private static final long serialVersionUID = 1L;
  }

  @Override
  public void remove(UUID id, String by, Instant at) throws StoreException {
    commits.change(rows -> {
      Optional<ListEntry> before = find(rows.handle(), id);
      writer.remove(rows, id, by, at);
      before.ifPresent(entry -> audit(rows, "REMOVED", entry, by, at));
    });
  }

  @Override
  public ListImport takeIn(List<ListEntry> entries, String by, Instant at) throws StoreException {
    Map<ListWriter.Outcome, Integer> counts = new EnumMap<>(ListWriter.Outcome.class);
    commits.change(rows -> {
      for (ListEntry entry : entries) {
        UUID id = writer.idOf(rows.handle(), entry).orElse(entry.id());
        counts.merge(writer.write(rows, entry.withId(id), by, at), 1, Integer::sum);
      }
      // one row for a table: what became of each entry stands in its own changes
      AuditWriter.append(
          rows,
          AuditEvent.of(
              at,
              PassageAudit.actor(rows.handle(), by),
              AuditKind.LIST_CHANGED,
              "TABLE: " + counts));
    });
    return new ListImport(
        counts.getOrDefault(ListWriter.Outcome.ADDED, 0),
        counts.getOrDefault(ListWriter.Outcome.CHANGED, 0),
        counts.getOrDefault(ListWriter.Outcome.UNCHANGED, 0));
  }

  @Override
  public List<ListChange> changes(UUID id) throws StoreException {
    return read(handle ->
        handle
            .createQuery("SELECT * FROM list_change WHERE entry_id = :id ORDER BY no")
            .bind("id", id)
            .map((row, ctx) ->
                new ListChange(
                    ListChange.Kind.valueOf(row.getString("change")),
                    entry(row, "entry_id"),
                    row.getString("changed_by"),
                    row.getObject("changed_at", OffsetDateTime.class).toInstant()))
            .list());
  }

  private static void audit(BookRows rows, String what, ListEntry entry, String by, Instant at) {
    String days = entry.validFrom() + ".." + entry.lastDay().map(LocalDate::toString).orElse("");
    AuditWriter.append(
        rows,
        new AuditEvent(
            at,
            PassageAudit.actor(rows.handle(), by),
            AuditKind.LIST_CHANGED,
            "",
            entry.display(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "%s: %s %s".formatted(what, entry.kind(), days)));
  }

  static ListEntry entry(ResultSet row, String idColumn) throws SQLException {
    return new ListEntry(
        row.getObject(idColumn, UUID.class),
        ListKind.valueOf(row.getString("kind")),
        row.getString("plate"),
        row.getString("display"),
        VehicleKind.valueOf(row.getString("vehicle")),
        row.getString("owner"),
        row.getString("phone"),
        row.getString("note"),
        row.getObject("valid_from", LocalDate.class),
        Optional.ofNullable(row.getObject("last_day", LocalDate.class)));
  }

  private static Set<ListKind> every() {
    return EnumSet.allOf(ListKind.class);
  }

  private static List<String> names(Set<ListKind> kinds) {
    return kinds.stream().map(Enum::name).toList();
  }

  private <T> T read(HandleCallback<T, RuntimeException> query) throws StoreException {
    try {
      return database.jdbi().withHandle(query);
    } catch (JdbiException e) {
      throw new StoreException("The lists could not be read: " + DatabaseFaults.firstLine(e), e);
    }
  }
}
