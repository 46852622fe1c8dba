package io.gatehouse.store;

import io.gatehouse.parking.audit.AuditEvent;
import io.gatehouse.parking.audit.AuditKind;
import io.gatehouse.parking.people.Actor;
import io.gatehouse.parking.people.Person;
import io.gatehouse.parking.people.PinHash;
import io.gatehouse.parking.people.PinThrottle;
import io.gatehouse.parking.people.Role;
import io.gatehouse.store.StaffRuleException.Rule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.JdbiException;

/** People in H2. */
final class H2StaffStore implements StaffStore {

  private final Database database;
  private final CommitPath commits;
  private final TimeOrderedIds ids;

  H2StaffStore(Database database, CommitPath commits, TimeOrderedIds ids) {
    this.database = database;
    this.commits = commits;
    this.ids = ids;
  }

  /** A rule was broken: takes the transaction back. */
  private static final class RuleBrokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Rule rule;

    RuleBrokenException(Rule rule) {
      super(rule.name());
      this.rule = rule;
    }
  }

  @Override
  public List<Person> people() throws StoreException {
    return read(H2StaffStore::all);
  }

  @Override
  public Person add(String name, Role role, PinHash pin, Actor by, Instant at)
      throws StoreException, StaffRuleException {
    Person person = new Person(ids.next(), name.strip(), role, true);
    ruled(rows -> {
      Handle handle = rows.handle();
      check(!person.name().isEmpty(), Rule.NAME_EMPTY);
      check(role == Role.SUPERVISOR || hasSupervisor(handle), Rule.FIRST_IS_SUPERVISOR);
      check(nameIsFree(handle, person.name()), Rule.NAME_TAKEN);
      rows.adding(Book.PERSON, person.id());
      handle
          .createUpdate(
              """
              INSERT INTO person (id, name, role, active, pin)
              VALUES (:id, :name, :role, TRUE, :pin)
              """)
          .bind("id", person.id())
          .bind("name", person.name())
          .bind("role", role.name())
          .bind("pin", pin.text())
          .execute();
      note(rows, by, at, "+ %s (%s)".formatted(person.name(), role));
    });
    return person;
  }

  @Override
  public Person change(UUID id, Role role, boolean active, Actor by, Instant at)
      throws StoreException, StaffRuleException {
    AtomicReference<Person> changed = new AtomicReference<>();
    ruled(rows -> {
      Handle handle = rows.handle();
      Person before = find(handle, id);
      rows.changing(Book.PERSON, id);
      check(before.active() || !active || nameIsFree(handle, before.name()), Rule.NAME_TAKEN);
      handle
          .createUpdate("UPDATE person SET role = :role, active = :active WHERE id = :id")
          .bind("role", role.name())
          .bind("active", active)
          .bind("id", id)
          .execute();
      check(hasSupervisor(handle), Rule.LAST_SUPERVISOR);
      Person after = new Person(id, before.name(), role, active);
      if (!after.equals(before)) {
        note(rows, by, at, "%s (%s) → %s".formatted(before.name(), words(before), words(after)));
      }
      changed.set(after);
    });
    return changed.get();
  }

  @Override
  public void setPin(UUID id, PinHash pin, Actor by, Instant at) throws StoreException {
    commits.change(rows -> {
      Handle handle = rows.handle();
      rows.changing(Book.PERSON, id);
      handle
          .createUpdate(
              """
              UPDATE person SET pin = :pin, wrong_pins = 0, wrong_pin_at = NULL WHERE id = :id
              """)
          .bind("pin", pin.text())
          .bind("id", id)
          .execute();
      note(rows, by, at, find(handle, id).name() + " (PIN)");
    });
  }

  @Override
  public Optional<PinHash> pin(UUID id) throws StoreException {
    return read(handle ->
        handle
            .createQuery("SELECT pin FROM person WHERE id = :id AND active")
            .bind("id", id)
            .mapTo(String.class)
            .findOne()
            .map(PinHash::parse));
  }

  @Override
  public PinThrottle beginAttempt(UUID id, Instant now) throws StoreException {
    AtomicReference<PinThrottle> before = new AtomicReference<>(PinThrottle.NONE);
    commits.change(rows -> {
      PinThrottle seen = throttle(rows.handle(), id).seenAt(now);
      before.set(seen);
      keep(rows, id, seen.remaining(now).isZero() ? seen.wrongAt(now) : seen);
    });
    return before.get();
  }

  @Override
  public void rightPin(UUID id) throws StoreException {
    commits.change(rows -> keep(rows, id, PinThrottle.NONE));
  }

  @Override
  public void wrongPin(UUID id, Instant at) throws StoreException {
    commits.change(rows -> {
      Actor who = Actor.of(find(rows.handle(), id));
      String count = Integer.toString(throttle(rows.handle(), id).wrong());
      AuditWriter.append(rows, AuditEvent.of(at, who, AuditKind.WRONG_PIN, count));
    });
  }

  static Person find(Handle handle, UUID id) {
    return handle
        .createQuery("SELECT * FROM person WHERE id = :id")
        .bind("id", id)
        .map((row, ctx) -> person(row))
        .one();
  }

  private static List<Person> all(Handle handle) {
    return handle
        .createQuery("SELECT * FROM person ORDER BY active DESC, LOWER(name), id")
        .map((row, ctx) -> person(row))
        .list();
  }

  private static boolean hasSupervisor(Handle handle) {
    return all(handle).stream().anyMatch(p -> p.active() && p.role() == Role.SUPERVISOR);
  }

  private static boolean nameIsFree(Handle handle, String name) {
    return handle
            .createQuery("SELECT COUNT(*) FROM person WHERE active_name = LOWER(:name)")
            .bind("name", name)
            .mapTo(Integer.class)
            .one()
        == 0;
  }

  private static PinThrottle throttle(Handle handle, UUID id) {
    return handle
        .createQuery("SELECT wrong_pins, wrong_pin_at FROM person WHERE id = :id")
        .bind("id", id)
        .map((row, ctx) ->
            new PinThrottle(
                row.getInt("wrong_pins"),
                Optional.ofNullable(row.getObject("wrong_pin_at", OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant)))
        .one();
  }

  private static void keep(BookRows rows, UUID id, PinThrottle throttle) {
    rows.changing(Book.PERSON, id);
    rows.handle()
        .createUpdate("UPDATE person SET wrong_pins = :wrong, wrong_pin_at = :at WHERE id = :id")
        .bind("wrong", throttle.wrong())
        .bind("at", throttle.last().map(PassageWriter::utc).orElse(null))
        .bind("id", id)
        .execute();
  }

  private static void note(BookRows rows, Actor by, Instant at, String details) {
    AuditWriter.append(rows, AuditEvent.of(at, by, AuditKind.PEOPLE_CHANGED, details));
  }

  private static String words(Person person) {
    return person.active() ? person.role().name() : "–";
  }

  private static Person person(ResultSet row) throws SQLException {
    return new Person(
        row.getObject("id", UUID.class),
        row.getString("name"),
        Role.valueOf(row.getString("role")),
        row.getBoolean("active"));
  }

  private static void check(boolean holds, Rule rule) {
    if (!holds) {
      throw new RuleBrokenException(rule);
    }
  }

  private void ruled(Consumer<BookRows> change) throws StoreException, StaffRuleException {
    try {
      commits.change(change);
    } catch (RuleBrokenException e) {
      throw new StaffRuleException(e.rule);
    }
  }

  private <T> T read(HandleCallback<T, RuntimeException> query) throws StoreException {
    try {
      return database.jdbi().withHandle(query);
    } catch (JdbiException e) {
      throw new StoreException("The people could not be read: " + DatabaseFaults.firstLine(e), e);
    }
  }
}
