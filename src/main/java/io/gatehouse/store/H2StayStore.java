package io.gatehouse.store;

import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.stay.Settlement;
import io.gatehouse.parking.stay.Stay;
import io.gatehouse.parking.stay.StayEnd;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.JdbiException;

/** Stays in H2. */
final class H2StayStore implements StayStore {

  private static final String ALL = "SELECT * FROM stay ";

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
    return read(handle ->
        handle
            .createQuery(ALL + "WHERE id = :id")
            .bind("id", id)
            .map((row, ctx) -> stay(row))
            .findOne());
  }

  @Override
  public Optional<Stay> open(String plate) throws StoreException {
    return read(handle ->
        handle
            .createQuery(ALL + "WHERE open_plate = :plate")
            .bind("plate", plate)
            .map((row, ctx) -> stay(row))
            .findOne());
  }

  @Override
  public Optional<Stay> ofPassage(UUID passage) throws StoreException {
    return read(handle ->
        handle
            .createQuery(ALL + "WHERE id = :id OR exit_passage = :id ORDER BY no LIMIT 1")
            .bind("id", passage)
            .map((row, ctx) -> stay(row))
            .findOne());
  }

  @Override
  public List<Stay> openLike(String plate, int limit) throws StoreException {
    String folded = fold.apply(plate);
    return read(handle ->
        handle
            .createQuery(
                ALL
                    + """
                    WHERE no IN (SELECT no FROM stay WHERE open_tail = :tail
                      UNION SELECT no FROM stay WHERE open_head = :head)
                    ORDER BY CASE WHEN open_plate = :plate THEN 0
                      WHEN open_tail = :tail THEN 1 ELSE 2 END,
                      ABS(CHAR_LENGTH(plate) - CHAR_LENGTH(:plate)), entered_at DESC
                    LIMIT :limit
                    """)
            .bind("tail", StayKeys.tail(folded))
            .bind("head", StayKeys.head(folded))
            .bind("plate", plate)
            .bind("limit", limit)
            .map((row, ctx) -> stay(row))
            .list());
  }

  @Override
  public List<Stay> inside(Optional<VehicleKind> kind, String part, int offset, int limit)
      throws StoreException {
    String pattern = "%" + part.replaceAll("[%_\\\\]", "") + "%";
    return read(handle ->
        handle
            .createQuery(
                ALL
                    + """
                    WHERE open_kind IN (<kinds>) AND plate LIKE :part
                    ORDER BY entered_at, no LIMIT :limit OFFSET :offset
                    """)
            .bindList(
                "kinds",
                kind.map(List::of).orElse(List.of(VehicleKind.values())).stream()
                    .map(Enum::name)
                    .toList())
            .bind("part", pattern)
            .bind("limit", limit)
            .bind("offset", offset)
            .map((row, ctx) -> stay(row))
            .list());
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
    commits.change(handle -> {
      if (StayWriter.end(handle, id, end, by, reason, at) > 0) {
        PassageAudit.writeEnd(handle, before.orElseThrow(), end, by, reason, at);
      }
    });
    return find(id).orElseThrow(() -> new StoreException("There is no stay " + id + "."));
  }

  private static Stay stay(ResultSet row) throws SQLException {
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
