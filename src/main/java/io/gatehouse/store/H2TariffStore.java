package io.gatehouse.store;

import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.audit.AuditEvent;
import io.gatehouse.parking.audit.AuditKind;
import io.gatehouse.parking.people.Actor;
import io.gatehouse.parking.tariff.Block;
import io.gatehouse.parking.tariff.Night;
import io.gatehouse.parking.tariff.Tariff;
import io.gatehouse.parking.tariff.TariffBook;
import io.gatehouse.parking.tariff.TariffPresets;
import io.gatehouse.parking.tariff.TariffVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Tariffs in H2. */
final class H2TariffStore implements TariffStore {

  private final Database database;
  private final CommitPath commits;

  H2TariffStore(Database database, CommitPath commits) {
    this.database = database;
    this.commits = commits;
  }

  @Override
  public TariffBook book() throws StoreException {
    try {
      List<TariffVersion> versions = new ArrayList<>();
      versions.add(TariffPresets.initial());
      versions.addAll(database.jdbi().withHandle(H2TariffStore::versions));
      return new TariffBook(versions);
    } catch (JdbiException | IllegalArgumentException e) {
      throw new StoreException("The tariffs could not be read: " + DatabaseFaults.firstLine(e), e);
    }
  }

  @Override
  public TariffVersion add(
      Instant validFrom, Map<VehicleKind, Tariff> tariffs, String by, Instant at)
      throws StoreException {
    // what the database would cut off is cut off here, so that both say the same
    Instant savedAt = at.truncatedTo(ChronoUnit.MICROS);
    Instant begin = validFrom.truncatedTo(ChronoUnit.MICROS);
    TariffVersion version = new TariffVersion(savedAt.toString(), begin, tariffs, by, savedAt);
    commits.change(rows -> {
      insert(rows, version);
      AuditWriter.append(
          rows,
          AuditEvent.of(
              savedAt, Actor.named(by), AuditKind.TARIFF_CHANGED, version.validFrom().toString()));
    });
    return version;
  }

  private static void insert(BookRows rows, TariffVersion version) {
    Handle handle = rows.handle();
    rows.adding(Book.TARIFF_VERSION, version.id());
    version.tariffs().keySet().forEach(kind -> rows.adding(Book.TARIFF, version.id(), kind));
    handle
        .createUpdate(
            """
            INSERT INTO tariff_version (id, valid_from, saved_by, saved_at)
            VALUES (:id, :validFrom, :by, :at)
            """)
        .bind("id", version.id())
        .bind("validFrom", PassageWriter.utc(version.validFrom()))
        .bind("by", version.savedBy())
        .bind("at", PassageWriter.utc(version.savedAt()))
        .execute();
    try (PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO tariff (version, kind, free_minutes, first_minutes, first_dong,
              further_minutes, further_dong, day_cap_dong, night_from, night_to, night_dong,
              monthly_dong, lost_ticket_dong, grace_minutes)
            VALUES (:version, :kind, :free, :firstMinutes, :firstDong,
              :furtherMinutes, :furtherDong, :cap, :nightFrom, :nightTo, :nightDong,
              :monthly, :lost, :grace)
            """)) {
      version.tariffs().forEach((kind, tariff) -> bind(batch, version.id(), kind, tariff).add());
      batch.execute();
    }
  }

  private static PreparedBatch bind(
      PreparedBatch batch, String version, VehicleKind kind, Tariff tariff) {
    return batch
        .bind("version", version)
        .bind("kind", kind.name())
        .bind("free", tariff.freeMinutes())
        .bind("firstMinutes", tariff.first().minutes())
        .bind("firstDong", tariff.first().dong())
        .bind("furtherMinutes", tariff.further().minutes())
        .bind("furtherDong", tariff.further().dong())
        .bind("cap", tariff.dayCapDong())
        .bind("nightFrom", tariff.night().map(Night::from).orElse(null))
        .bind("nightTo", tariff.night().map(Night::to).orElse(null))
        .bind("nightDong", tariff.night().map(Night::dong).orElse(null))
        .bind("monthly", tariff.monthlyDong())
        .bind("lost", tariff.lostTicketDong())
        .bind("grace", tariff.graceMinutes());
  }

  private static List<TariffVersion> versions(Handle handle) {
    Map<String, Map<VehicleKind, Tariff>> tariffs = new HashMap<>();
    handle
        .createQuery("SELECT * FROM tariff")
        .map((row, ctx) ->
            tariffs
                .computeIfAbsent(
                    row.getString("version"), version -> new EnumMap<>(VehicleKind.class))
                .put(VehicleKind.valueOf(row.getString("kind")), tariff(row)))
        .list();
    return handle
        .createQuery("SELECT * FROM tariff_version ORDER BY valid_from, saved_at")
        .map((row, ctx) -> version(row, tariffs.get(row.getString("id"))))
        .list();
  }

  private static TariffVersion version(ResultSet row, Map<VehicleKind, Tariff> tariffs)
      throws SQLException {
    return new TariffVersion(
        row.getString("id"),
        row.getObject("valid_from", OffsetDateTime.class).toInstant(),
        tariffs,
        row.getString("saved_by"),
        row.getObject("saved_at", OffsetDateTime.class).toInstant());
  }

  private static Tariff tariff(ResultSet row) throws SQLException {
    LocalTime from = row.getObject("night_from", LocalTime.class);
    Optional<Night> night =
        from == null
            ? Optional.empty()
            : Optional.of(
                new Night(
                    from, row.getObject("night_to", LocalTime.class), row.getLong("night_dong")));
    return new Tariff(
        row.getInt("free_minutes"),
        new Block(row.getInt("first_minutes"), row.getLong("first_dong")),
        new Block(row.getInt("further_minutes"), row.getLong("further_dong")),
        row.getLong("day_cap_dong"),
        night,
        row.getLong("monthly_dong"),
        row.getLong("lost_ticket_dong"),
        row.getInt("grace_minutes"));
  }
}
