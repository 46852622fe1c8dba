package io.gatehouse.store;

import io.gatehouse.decide.AutoGuard;
import io.gatehouse.decide.Outcome;
import io.gatehouse.parking.Direction;
import io.gatehouse.parking.audit.AuditEntry;
import io.gatehouse.parking.audit.AuditEvent;
import io.gatehouse.parking.audit.AuditKind;
import io.gatehouse.parking.people.Actor;
import io.gatehouse.parking.people.Person;
import io.gatehouse.parking.people.Role;
import io.gatehouse.parking.shift.CashCount;
import io.gatehouse.parking.shift.Shift;
import io.gatehouse.parking.shift.ShiftReport;
import io.gatehouse.parking.shift.ShiftTotals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Update;

/** Shifts in H2. */
final class H2ShiftStore implements ShiftStore {

  private static final List<String> OVERRIDES =
      Arrays.stream(AuditKind.values()).filter(AuditKind::overrides).map(Enum::name).toList();

  private final Database database;
  private final CommitPath commits;
  private final TimeOrderedIds ids;

  H2ShiftStore(Database database, CommitPath commits, TimeOrderedIds ids) {
    this.database = database;
    this.commits = commits;
    this.ids = ids;
  }

  /**
   * A shift with its place among the passages and the audit rows.
   *
   * @param lastPassage {@link Long#MAX_VALUE} while it is open
   * @param fixed what it adds up to; empty while it is open
   */
  private record Row(
      Shift shift,
      long afterPassage,
      long lastPassage,
      long afterAudit,
      long lastAudit,
      Optional<ShiftTotals> fixed) {}

  @Override
  public Optional<Shift> open() throws StoreException {
    return read(handle -> openRow(handle).map(Row::shift));
  }

  @Override
  public Shift begin(Person person, String lane, Instant at) throws StoreException {
    AtomicReference<Shift> begun = new AtomicReference<>();
    commits.change(rows -> {
      Optional<Row> before = openRow(rows.handle());
      if (before.filter(row -> row.shift().person().equals(person.id())).isPresent()) {
        begun.set(before.get().shift());
      } else {
        before.ifPresent(row -> end(rows, row, at, Optional.empty(), person.name()));
        begun.set(insert(rows, person, lane, at));
      }
      note(rows, begun.get(), AuditKind.SIGN_IN, at, Optional.empty(), "");
    });
    return begun.get();
  }

  @Override
  public Shift openWith(UUID id, CashCount inDrawer, Instant at) throws StoreException {
    commits.change(rows ->
        row(rows.handle(), id)
            .map(Row::shift)
            .filter(shift -> shift.isOpen() && shift.opening().isEmpty())
            .ifPresent(shift -> open(rows, shift, inDrawer, at)));
    return read(handle -> row(handle, id).map(Row::shift)).orElseThrow(() -> unknown(id));
  }

  private static void open(BookRows rows, Shift shift, CashCount inDrawer, Instant at) {
    rows.changing(Book.SHIFT, shift.id());
    rows.handle()
        .createUpdate("UPDATE shift SET opening = :opening WHERE id = :id")
        .bind("opening", inDrawer.text())
        .bind("id", shift.id())
        .execute();
    Optional<Long> dong = Optional.of(inDrawer.totalDong());
    note(rows, shift, AuditKind.FLOAT_COUNTED, at, dong, "");
  }

  private static StoreException unknown(UUID id) {
    return new StoreException("There is no shift " + id + ".");
  }

  @Override
  public ShiftReport end(UUID id, Instant at, Optional<CashCount> counted, String remark)
      throws StoreException {
    commits.change(rows ->
        row(rows.handle(), id)
            .filter(row -> row.shift().isOpen())
            .ifPresent(row -> end(rows, row, at, counted, remark)));
    return report(id).orElseThrow(() -> unknown(id));
  }

  @Override
  public Optional<ShiftReport> report(UUID id) throws StoreException {
    return read(handle -> row(handle, id).map(row -> report(handle, row)));
  }

  @Override
  public List<ShiftReport> ended(int offset, int limit) throws StoreException {
    return read(handle ->
        handle
            .createQuery(
                """
                SELECT * FROM shift WHERE ended_at IS NOT NULL
                ORDER BY began_at DESC, id DESC LIMIT :limit OFFSET :offset
                """)
            .bind("limit", limit)
            .bind("offset", offset)
            .map((row, ctx) -> ended(row))
            .list());
  }

  /** A shift that ended, without its overrides. */
  static ShiftReport ended(ResultSet found) throws SQLException {
    Row row = row(found);
    return new ShiftReport(row.shift(), row.fixed().orElseThrow(), List.of(), "");
  }

  private Shift insert(BookRows rows, Person person, String lane, Instant at) {
    Shift shift =
        new Shift(
            ids.next(),
            person.id(),
            person.name(),
            person.role(),
            lane,
            at,
            Optional.empty(),
            Optional.empty());
    Handle handle = rows.handle();
    rows.adding(Book.SHIFT, shift.id());
    handle
        .createUpdate(
            """
            INSERT INTO shift
              (id, person, guard, role, lane, began_at, after_passage, after_audit)
            VALUES (:id, :person, :guard, :role, :lane, :at, :passage, :audit)
            """)
        .bind("id", shift.id())
        .bind("person", shift.person())
        .bind("guard", shift.guard())
        .bind("role", shift.role().name())
        .bind("lane", lane)
        .bind("at", PassageWriter.utc(at))
        .bind("passage", lastPassage(handle))
        .bind("audit", AuditWriter.head(handle).no())
        .execute();
    return shift;
  }

  private static void end(
      BookRows rows, Row row, Instant at, Optional<CashCount> counted, String remark) {
    Handle handle = rows.handle();
    rows.changing(Book.SHIFT, row.shift().id());
    ShiftTotals totals = totals(handle, row);
    Update update =
        handle
            .createUpdate(
                """
                UPDATE shift SET ended_at = GREATEST(began_at, :at), last_passage = :passage,
                  last_audit = :audit, vehicles_in = :in, vehicles_out = :out,
                  automatic = :automatic, turned_away = :turnedAway, cash_dong = :cash,
                  free_passes = :freePasses, lost_tickets = :lostTickets,
                  overrides = :overrides, counted = :counted, remark = :remark
                WHERE id = :id
                """)
            .bind("at", PassageWriter.utc(at))
            .bind("passage", lastPassage(handle))
            .bind("audit", AuditWriter.head(handle).no())
            .bind("in", totals.in())
            .bind("out", totals.out())
            .bind("automatic", totals.automatic())
            .bind("turnedAway", totals.turnedAway())
            .bind("cash", totals.cashDong())
            .bind("freePasses", totals.freePasses())
            .bind("lostTickets", totals.lostTickets())
            .bind("overrides", totals.overrides());
    update
        .bind("counted", counted.map(CashCount::text).orElse(null))
        .bind("remark", remark)
        .bind("id", row.shift().id())
        .execute();
    note(rows, row.shift(), AuditKind.SIGN_OUT, at, counted.map(CashCount::totalDong), remark);
    OutboxWriter.shift(handle, row.shift().id(), row.shift().lane(), at);
  }

  private static ShiftReport report(Handle handle, Row row) {
    List<AuditEntry> overrides =
        handle
            .createQuery(
                """
                  SELECT * FROM audit
                  WHERE no > :after AND no <= :last
                AND (who = :guard OR kind = :loop) AND kind IN (<kinds>)
                  ORDER BY no
                """)
            .bind("after", row.afterAudit())
            .bind("last", row.lastAudit())
            .bind("guard", row.shift().guard())
            .bind("loop", AuditKind.MORE_THAN_OPENED.name()) // nobody's doing, in somebody's shift
            .bindList("kinds", OVERRIDES)
            .map((found, ctx) -> AuditWriter.entry(found))
            .list();
    ShiftTotals totals = row.fixed().orElseGet(() -> totals(handle, row));
    return new ShiftReport(row.shift(), totals, overrides, seal(handle, row.lastAudit()));
  }

  private static String seal(Handle handle, long upTo) {
    return handle
        .createQuery("SELECT seal FROM audit WHERE no <= :no ORDER BY no DESC LIMIT 1")
        .bind("no", upTo)
        .map((row, ctx) -> HexFormat.of().formatHex(row.getBytes("seal")))
        .findOne()
        .orElse("");
  }

  private record Count(Direction direction, Outcome outcome, long vehicles) {}

  private static ShiftTotals totals(Handle handle, Row row) {
    List<Count> counts =
        handle
            .createQuery(
                """
                SELECT direction, outcome, COUNT(*) AS vehicles FROM passage
                WHERE decided_by IN (:guard, :machine) AND no > :after AND no <= :last
                GROUP BY direction, outcome
                """)
            .bind("guard", row.shift().guard())
            .bind("machine", AutoGuard.NAME)
            .bind("after", row.afterPassage())
            .bind("last", row.lastPassage())
            .map((found, ctx) ->
                new Count(
                    Direction.valueOf(found.getString("direction")),
                    Outcome.valueOf(found.getString("outcome")),
                    found.getLong("vehicles")))
            .list();
    return handle
        .createQuery(
            """
            SELECT COALESCE(SUM(s.paid_dong), 0) AS cash,
              COUNT(CASE WHEN s.method = 'FREE_PASS' THEN 1 END) AS free_passes,
              COUNT(CASE WHEN s.ending = 'LOST_TICKET' THEN 1 END) AS lost_tickets
            FROM passage p JOIN stay s ON s.exit_passage = p.id
            WHERE p.decided_by = :guard AND p.no > :after AND p.no <= :last
              AND p.direction = 'OUT'
            """)
        .bind("guard", row.shift().guard())
        .bind("after", row.afterPassage())
        .bind("last", row.lastPassage())
        .map((found, ctx) ->
            new ShiftTotals(
                count(counts, c -> c.outcome().opens() && c.direction() == Direction.IN),
                count(counts, c -> c.outcome().opens() && c.direction() == Direction.OUT),
                count(counts, c -> c.outcome() == Outcome.AUTOMATIC),
                count(counts, c -> c.outcome() == Outcome.REJECTED),
                found.getLong("cash"),
                found.getLong("free_passes"),
                found.getLong("lost_tickets"),
                overrides(handle, row)))
        .one();
  }

  private static long count(List<Count> counts, java.util.function.Predicate<Count> which) {
    return counts.stream().filter(which).mapToLong(Count::vehicles).sum();
  }

  private static long overrides(Handle handle, Row row) {
    return handle
        .createQuery(
            """
            SELECT COUNT(*) FROM audit
            WHERE no > :after AND no <= :last
              AND (who = :guard OR kind = :loop) AND kind IN (<kinds>)
            """)
        .bind("after", row.afterAudit())
        .bind("last", row.lastAudit())
        .bind("guard", row.shift().guard())
        .bind("loop", AuditKind.MORE_THAN_OPENED.name())
        .bindList("kinds", OVERRIDES)
        .mapTo(Long.class)
        .one();
  }

  private static long lastPassage(Handle handle) {
    return handle.createQuery("SELECT COALESCE(MAX(no), 0) FROM passage").mapTo(Long.class).one();
  }

  private static void note(
      BookRows rows, Shift shift, AuditKind kind, Instant at, Optional<Long> dong, String details) {
    AuditEvent event =
        AuditEvent.of(at, new Actor(shift.guard(), Optional.of(shift.role())), kind, details);
    AuditWriter.append(rows, dong.map(event::worth).orElse(event));
  }

  private static Optional<Row> openRow(Handle handle) {
    return handle
        .createQuery("SELECT * FROM shift WHERE is_open")
        .map((row, ctx) -> row(row))
        .findOne();
  }

  private static Optional<Row> row(Handle handle, UUID id) {
    return handle
        .createQuery("SELECT * FROM shift WHERE id = :id")
        .bind("id", id)
        .map((row, ctx) -> row(row))
        .findOne();
  }

  private static Row row(ResultSet row) throws SQLException {
    Optional<Instant> ended =
        Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant);
    Optional<CashCount> opening = count(row, "opening");
    Optional<CashCount> counted = count(row, "counted");
    String remark = row.getString("remark");
    Shift shift =
        new Shift(
            row.getObject("id", UUID.class),
            row.getObject("person", UUID.class),
            row.getString("guard"),
            Role.valueOf(row.getString("role")),
            row.getString("lane"),
            row.getObject("began_at", OffsetDateTime.class).toInstant(),
            opening,
            ended.map(at -> new Shift.Closing(at, counted, remark)));
    return new Row(
        shift,
        row.getLong("after_passage"),
        shift.isOpen() ? Long.MAX_VALUE : row.getLong("last_passage"),
        row.getLong("after_audit"),
        shift.isOpen() ? Long.MAX_VALUE : row.getLong("last_audit"),
        shift.isOpen() ? Optional.empty() : Optional.of(fixed(row)));
  }

  private static Optional<CashCount> count(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column)).map(CashCount::parse);
  }

  private static ShiftTotals fixed(ResultSet row) throws SQLException {
    return new ShiftTotals(
        row.getLong("vehicles_in"),
        row.getLong("vehicles_out"),
        row.getLong("automatic"),
        row.getLong("turned_away"),
        row.getLong("cash_dong"),
        row.getLong("free_passes"),
        row.getLong("lost_tickets"),
        row.getLong("overrides"));
  }

  private <T> T read(HandleCallback<T, RuntimeException> query) throws StoreException {
    try {
      return database.jdbi().withHandle(query);
    } catch (JdbiException e) {
      throw new StoreException("The shifts could not be read: " + DatabaseFaults.firstLine(e), e);
    }
  }
}
