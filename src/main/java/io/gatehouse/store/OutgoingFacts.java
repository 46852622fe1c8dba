package io.gatehouse.store;

import io.gatehouse.decide.Outcome;
import io.gatehouse.parking.Direction;
import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.stay.Stay;
import io.gatehouse.parking.stay.StayEnd;
import io.gatehouse.plate.Plate;
import io.gatehouse.plate.PlateColour;
import io.gatehouse.plate.PlateKind;
import io.gatehouse.store.OutgoingFact.CorrectionTold;
import io.gatehouse.store.OutgoingFact.PassageTold;
import io.gatehouse.store.OutgoingFact.PictureHashes;
import io.gatehouse.store.OutgoingFact.ShiftTold;
import io.gatehouse.store.OutgoingFact.StayEndTold;
import io.gatehouse.store.OutgoingFact.StayTold;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Reads what outbox rows tell of, all of one kind at once. */
final class OutgoingFacts {

  /** A row of the outbox. */
  record Row(
      long no,
      UUID event,
      OutgoingKind kind,
      UUID subject,
      UUID stream,
      String lane,
      String plate,
      int attempts,
      Instant createdAt) {

    static Row of(ResultSet row) throws SQLException {
      return new Row(
          row.getLong("no"),
          row.getObject("event_id", UUID.class),
          OutgoingKind.valueOf(row.getString("kind")),
          row.getObject("subject", UUID.class),
          row.getObject("stream", UUID.class),
          row.getString("lane"),
          row.getString("plate"),
          row.getInt("attempts"),
          instant(row, "created_at"));
    }
  }

  /** By the row's number; what is there no more is missing. */
  Map<Long, OutgoingFact> of(Handle handle, List<Row> rows) {
    Map<OutgoingKind, List<Row>> byKind = rows.stream().collect(Collectors.groupingBy(Row::kind));
    Map<Long, OutgoingFact> facts = new HashMap<>();
    byKind.forEach((kind, some) -> {
      List<UUID> subjects = some.stream().map(Row::subject).toList();
      Map<UUID, OutgoingFact> told =
          switch (kind) {
            case PASSAGE -> passages(handle, subjects);
            case CORRECTION -> corrections(handle, subjects);
            case STAY -> stayEnds(handle, some);
            case SHIFT -> shifts(handle, subjects);
          };
      some.stream()
          .filter(row -> told.containsKey(row.subject()))
          .forEach(row -> facts.put(row.no(), told.get(row.subject())));
    });
    return facts;
  }

  /** Of the pictures of these passages those that the store has and the central has not. */
  static Set<String> unsent(Handle handle, Collection<OutgoingFact> facts) {
    List<byte[]> hashes =
        facts.stream()
            .filter(PassageTold.class::isInstance)
            .flatMap(fact -> ((PassageTold) fact).pictures().present().stream())
            .distinct()
            .map(HexFormat.of()::parseHex)
            .toList();
    if (hashes.isEmpty()) {
      return Set.of();
    }
    return handle
        .createQuery(
            """
            SELECT f.sha256 FROM picture f
            WHERE f.sha256 IN (<hashes>)
              AND NOT EXISTS (SELECT 1 FROM picture_sent s WHERE s.sha256 = f.sha256)
            """)
        .bindList("hashes", hashes)
        .map((row, _) -> hex(row, 1))
        .set();
  }

  private static Map<UUID, OutgoingFact> passages(Handle handle, List<UUID> ids) {
    Map<UUID, Stay> stays = new HashMap<>();
    handle
        .createQuery("SELECT * FROM stay WHERE exit_passage IN (<ids>)")
        .bindList("ids", ids)
        .map((row, _) -> H2StayStore.stay(row))
        .forEach(stay -> stays.put(stay.exit().orElseThrow(), stay));
    handle
        .createQuery("SELECT * FROM stay WHERE entry_passage IN (<ids>)")
        .bindList("ids", ids)
        .map((row, _) -> H2StayStore.stay(row))
        .forEach(stay -> stays.put(stay.entry().orElseThrow(), stay));
    Map<UUID, OutgoingFact> facts = new HashMap<>();
    handle
        .createQuery("SELECT * FROM passage WHERE id IN (<ids>)")
        .bindList("ids", ids)
        .map((row, _) ->
            passage(row, Optional.ofNullable(stays.get(row.getObject("id", UUID.class)))))
        .forEach(passage -> facts.put(passage.id(), passage));
    return facts;
  }

  private static PassageTold passage(ResultSet row, Optional<Stay> stay) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    Plate plate = plate(row);
    return new PassageTold(
        id,
        Direction.valueOf(row.getString("direction")),
        instant(row, "captured_at"),
        plate,
        PlateColour.valueOf(row.getString("colour")),
        stay.map(Stay::kind).orElseGet(() -> VehicleKind.of(plate)),
        Outcome.valueOf(row.getString("outcome")),
        row.getString("decided_by"),
        instant(row, "decided_at"),
        row.getString("reason"),
        row.getString("read_text"),
        row.getFloat("confidence"),
        row.getLong("frame_sequence"),
        new PictureHashes(
            hex(row, "full_sha256"), hex(row, "crop_sha256"), hex(row, "thumbnail_sha256")),
        stay.map(its -> told(id, its)));
  }

  private static StayTold told(UUID passage, Stay stay) {
    return stay.entry().filter(passage::equals).isPresent()
        ? new StayTold.Opened(stay.id(), stay.enteredAt())
        : new StayTold.Closed(
            stay.id(),
            stay.entry(),
            stay.enteredAt(),
            stay.endedAt().orElseThrow(),
            stay.end().orElseThrow(),
            stay.settlement());
  }

  private static Map<UUID, OutgoingFact> corrections(Handle handle, List<UUID> ids) {
    Map<UUID, OutgoingFact> facts = new HashMap<>();
    handle
        .createQuery(
            """
            SELECT c.*, p.id AS passage_id, p.direction FROM correction c
            JOIN passage p ON p.no = c.passage_no WHERE c.id IN (<ids>)
            """)
        .bindList("ids", ids)
        .map((row, _) ->
            Map.entry(
                row.getObject("id", UUID.class),
                new CorrectionTold(
                    row.getObject("passage_id", UUID.class),
                    Direction.valueOf(row.getString("direction")),
                    row.getString("plate_before"),
                    plate(row),
                    row.getString("corrected_by"),
                    instant(row, "corrected_at"))))
        .forEach(entry -> facts.put(entry.getKey(), entry.getValue()));
    return facts;
  }

  private static Map<UUID, OutgoingFact> stayEnds(Handle handle, List<Row> rows) {
    Map<UUID, String> plates = rows.stream().collect(Collectors.toMap(Row::subject, Row::plate));
    Map<UUID, OutgoingFact> facts = new HashMap<>();
    handle
        .createQuery("SELECT * FROM stay WHERE id IN (<ids>) AND ending IS NOT NULL")
        .bindList("ids", List.copyOf(plates.keySet()))
        .map((row, _) -> stayEnd(row, plates.get(row.getObject("id", UUID.class))))
        .forEach(stay -> facts.put(stay.stay(), stay));
    return facts;
  }

  private static StayEndTold stayEnd(ResultSet row, String plate) throws SQLException {
    return new StayEndTold(
        row.getObject("id", UUID.class),
        plate,
        instant(row, "entered_at"),
        instant(row, "ended_at"),
        StayEnd.valueOf(row.getString("ending")),
        row.getString("settled_by"),
        row.getString("reason"),
        Optional.ofNullable(row.getObject("superseded_by", UUID.class)));
  }

  private static Map<UUID, OutgoingFact> shifts(Handle handle, List<UUID> ids) {
    Map<UUID, OutgoingFact> facts = new HashMap<>();
    handle
        .createQuery("SELECT * FROM shift WHERE id IN (<ids>) AND ended_at IS NOT NULL")
        .bindList("ids", ids)
        .map((row, _) -> H2ShiftStore.ended(row))
        .forEach(report -> facts.put(report.shift().id(), new ShiftTold(report)));
    return facts;
  }

  private static Plate plate(ResultSet row) throws SQLException {
    return new Plate(
        row.getString("plate"),
        PlateKind.valueOf(row.getString("plate_kind")),
        row.getInt("plate_lines"),
        row.getString("display"),
        row.getString("upper_line"),
        row.getString("lower_line"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** Empty for null. */
  private static String hex(ResultSet row, String column) throws SQLException {
    byte[] hash = row.getBytes(column);
    return hash == null ? "" : HexFormat.of().formatHex(hash);
  }

  private static String hex(ResultSet row, int column) throws SQLException {
    return HexFormat.of().formatHex(row.getBytes(column));
  }
}
