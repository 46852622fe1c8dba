package io.gatehouse.store;

import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.stay.Settlement;
import io.gatehouse.parking.stay.Stay;
import io.gatehouse.parking.stay.StayEnd;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.JdbiException;

/** Stays in H2. */
final class H2StayStore implements StayStore {

  private static final String ALL = "SELECT * FROM stay ";

  /** Errors up to which a plate that begins alike is worth a look. */
  private static final int FARTHEST = 2;

  private final Database database;
  private final CommitPath commits;
  private final UnaryOperator<String> fold;

  H2StayStore(Database database, CommitPath commits, UnaryOperator<String> fold) {
    this.database = database;
    this.commits = commits;
    this.fold = fold;
  }

  @Override
  public Optional<Stay> find(UUID id) throws StoreException {
    return one("WHERE id = :value", id);
  }

  @Override
  public Optional<Stay> open(String plate) throws StoreException {
    return one("WHERE open_plate = :value", plate);
  }

  /** By one column that an index covers. */
  private Optional<Stay> one(String where, Object value) throws StoreException {
    return read(handle ->
        handle
            .createQuery(ALL + where + " ORDER BY no LIMIT 1")
            .bind("value", value)
            .map((row, ctx) -> stay(row))
            .findOne());
  }

  @Override
  public Optional<Stay> ofPassage(UUID passage) throws StoreException {
    Optional<Stay> made = find(passage);
    return made.isPresent() ? made : one("WHERE exit_passage = :value", passage);
  }

  @Override
  public List<Stay> openLike(String plate, int limit) throws StoreException {
    String folded = fold.apply(plate);
    return read(handle -> {
      List<Near> near = new ArrayList<>();
      near.addAll(near(handle, "open_tail", StayKeys.tail(folded), folded, Integer.MAX_VALUE));
      // many plates of a town begin alike, so that the rest must be alike too
      near.addAll(near(handle, "open_head", StayKeys.head(folded), folded, FARTHEST));
      return stays(handle, near.stream().sorted().map(Near::no).distinct().limit(limit).toList());
    });
  }

  /** An open stay whose plate shares an end with the one that is looked for. */
  private record Near(int errors, OffsetDateTime enteredAt, long no) implements Comparable<Near> {

    private static final Comparator<Near> NEAREST_FIRST =
        Comparator.comparingInt(Near::errors)
            .thenComparing(Near::enteredAt, Comparator.reverseOrder())
            .thenComparingLong(Near::no);

    @Override
    public int compareTo(Near other) {
      return NEAREST_FIRST.compare(this, other);
    }
  }

  private List<Near> near(Handle handle, String column, String key, String folded, int most) {
    return handle
        .createQuery(
            """
            SELECT no, plate, open_since FROM stay USE INDEX (stay_%s) WHERE %s = :key
            """
                .formatted(column, column))
        .bind("key", key)
        .map((row, ctx) ->
            new Near(
                PlateErrors.between(folded, fold.apply(row.getString(2))),
                row.getObject(3, OffsetDateTime.class),
                row.getLong(1)))
        .stream()
        .filter(near -> near.errors() <= most)
        .toList();
  }

  /** In the order of the numbers. */
  private static List<Stay> stays(Handle handle, List<Long> numbers) {
    if (numbers.isEmpty()) {
      return List.of();
    }
    Map<Long, Stay> byNumber = new HashMap<>();
    handle
        .createQuery(ALL + "WHERE no IN (<numbers>)")
        .bindList("numbers", numbers)
        .map((row, ctx) -> Map.entry(row.getLong("no"), stay(row)))
        .forEach(entry -> byNumber.put(entry.getKey(), entry.getValue()));
    return numbers.stream().map(byNumber::get).toList();
  }

  @Override
  public List<Stay> inside(Optional<VehicleKind> kind, String part, int offset, int limit)
      throws StoreException {
    String pattern = "%" + part.replaceAll("[%_\\\\]", "") + "%";
    return read(handle ->
        stays(
            handle,
            handle
                .createQuery(
                    """
                    SELECT no FROM stay USE INDEX (stay_open_by_since)
                    WHERE open_since >= :first AND open_kind IN (<kinds>) AND plate LIKE :part
                    ORDER BY open_since, no OFFSET :offset ROWS FETCH NEXT :limit ROWS ONLY
                    """)
                .bind("first", PassageWriter.utc(Instant.EPOCH))
                .bindList(
                    "kinds",
                    kind.map(List::of).orElse(List.of(VehicleKind.values())).stream()
                        .map(Enum::name)
                        .toList())
                .bind("part", pattern)
                .bind("limit", limit)
                .bind("offset", offset)
                .mapTo(Long.class)
                .list()));
  }

  @Override
  public Map<VehicleKind, Long> occupancy() throws StoreException {
    Map<VehicleKind, Long> inside = new EnumMap<>(VehicleKind.class);
    for (VehicleKind kind : VehicleKind.values()) {
      inside.put(
          kind,
          read(handle ->
              handle
                  .createQuery("SELECT COUNT(*) FROM stay WHERE open_kind = :kind")
                  .bind("kind", kind.name())
                  .mapTo(Long.class)
                  .one()));
    }
    return inside;
  }

  @Override
  public List<Stay> ended(Instant from, Instant to) throws StoreException {
    return read(handle ->
        handle
            .createQuery(ALL + "WHERE ended_at >= :from AND ended_at < :to ORDER BY ended_at, no")
            .bind("from", PassageWriter.utc(from))
            .bind("to", PassageWriter.utc(to))
            .map((row, ctx) -> stay(row))
            .list());
  }

  @Override
  public Stay end(UUID id, StayEnd end, String by, String reason, Instant at)
      throws StoreException {
    Optional<Stay> before = find(id);
    commits.change(rows -> {
      if (StayWriter.end(rows, id, end, by, reason, at) > 0) {
        Stay stay = before.orElseThrow();
        PassageAudit.writeEnd(rows, stay, end, by, reason, at);
        OutboxWriter.stay(rows.handle(), new StayWriter.Ended(id, stay.plate()), at);
      }
    });
    return find(id).orElseThrow(() -> new StoreException("There is no stay " + id + "."));
  }

  static Stay stay(ResultSet row) throws SQLException {
    return new Stay(
        row.getObject("id", UUID.class),
        row.getString("plate"),
        row.getString("display"),
        VehicleKind.valueOf(row.getString("kind")),
        Optional.ofNullable(row.getObject("entry_passage", UUID.class)),
        row.getObject("entered_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("exit_passage", UUID.class)),
        Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.getString("ending")).map(StayEnd::valueOf),
        settlement(row));
  }

  private static Optional<Settlement> settlement(ResultSet row) throws SQLException {
    String method = row.getString("method");
    return method == null
        ? Optional.empty()
        : Optional.of(
            new Settlement(
                row.getLong("fee_dong"),
                row.getLong("paid_dong"),
                Settlement.Method.valueOf(method),
                row.getString("tariff"),
                row.getString("approved_by"),
                row.getString("reason")));
  }

  private <T> T read(HandleCallback<T, RuntimeException> query) throws StoreException {
    try {
      return database.jdbi().withHandle(query);
    } catch (JdbiException e) {
      throw new StoreException("The stays could not be read: " + DatabaseFaults.firstLine(e), e);
    }
  }
}
