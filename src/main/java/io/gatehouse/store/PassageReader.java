package io.gatehouse.store;

import io.gatehouse.decide.Outcome;
import io.gatehouse.parking.Direction;
import io.gatehouse.plate.PlateColour;
import io.gatehouse.plate.PlateKind;
import io.gatehouse.plate.ReadCharacter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads passages, their pictures, reads and corrections. */
final class PassageReader {

  private static final String PASSAGE =
      """
      SELECT p.no, p.id, l.plate, COALESCE(c.display, p.display) AS display,
        p.plate AS original_plate, COALESCE(c.plate_kind, p.plate_kind) AS plate_kind, p.colour,
        COALESCE(c.plate_lines, p.plate_lines) AS plate_lines, p.direction, p.lane, p.captured_at,
        p.outcome, p.decided_by, p.decided_at, p.read_text, p.confidence,
        f.sha256 IS NOT NULL AS has_picture, l.correction_no IS NOT NULL AS corrected
      FROM passage p
      JOIN listing l ON l.passage_no = p.no
      LEFT JOIN correction c ON c.no = l.correction_no
      LEFT JOIN picture f ON f.sha256 = p.full_sha256
      """;

  private final StoreJson json;

  PassageReader(StoreJson json) {
    this.json = json;
  }

  /** In the order of the given numbers. */
  List<Passage> passages(Handle handle, List<Long> numbers) {
    if (numbers.isEmpty()) {
      return List.of();
    }
    Map<Long, Passage> byNumber = new HashMap<>();
    handle
        .createQuery(PASSAGE + "WHERE p.no IN (<numbers>)")
        .bindList("numbers", numbers)
        .map((rs, _) -> Map.entry(rs.getLong("no"), passage(rs)))
        .forEach(entry -> byNumber.put(entry.getKey(), entry.getValue()));
    return numbers.stream().map(byNumber::get).toList();
  }

  Optional<Passage> passage(Handle handle, UUID id) {
    return handle
        .createQuery(PASSAGE + "WHERE p.id = :id")
        .bind("id", id)
        .map((rs, _) -> passage(rs))
        .findOne();
  }

  /** Numbers of the last passages of exactly this plate that went through, newest first. */
  List<Long> lastVisits(Handle handle, String plateText, int limit) {
    return handle
        .createQuery(
            """
            SELECT passage_no FROM listing USE INDEX (listing_by_plate)
            WHERE plate = :plate AND outcome <> :rejected
            ORDER BY captured_at DESC, passage_no DESC FETCH FIRST :limit ROWS ONLY
            """)
        .bind("plate", plateText)
        .bind("rejected", Outcome.REJECTED.name())
        .bind("limit", limit)
        .mapTo(Long.class)
        .list();
  }

  Optional<byte[]> picture(Handle handle, UUID id, PictureSize size) {
    String column =
        switch (size) {
          case FULL -> "full_sha256";
          case CROP -> "crop_sha256";
          case THUMBNAIL -> "thumbnail_sha256";
        };
    return handle
        .createQuery(
            "SELECT f.jpeg FROM passage p JOIN picture f ON f.sha256 = p."
                + column
                + " WHERE p.id = :id")
        .bind("id", id)
        .map((rs, _) -> rs.getBytes(1))
        .findOne();
  }

  List<ReadCharacter> reads(Handle handle, UUID id) {
    return reading(handle, id).characters();
  }

  String readerName(Handle handle, UUID id) {
    return reading(handle, id).reader();
  }

  private MachineReading reading(Handle handle, UUID id) {
    return handle
        .createQuery("SELECT reading FROM passage WHERE id = :id")
        .bind("id", id)
        .map((rs, _) -> json.read(rs.getString(1), MachineReading.class))
        .findOne()
        .orElse(MachineReading.NONE);
  }

  List<PassageCorrection> corrections(Handle handle, UUID id) {
    return handle
        .createQuery(
            """
            SELECT c.plate_before, c.plate, c.corrected_by, c.corrected_at
            FROM correction c JOIN passage p ON p.no = c.passage_no
            WHERE p.id = :id ORDER BY c.no
            """)
        .bind("id", id)
        .map((rs, _) ->
            new PassageCorrection(
                rs.getString(1),
                rs.getString(2),
                rs.getString(3),
                rs.getObject(4, OffsetDateTime.class).toInstant()))
        .list();
  }

  long count(Handle handle) {
    return handle.createQuery("SELECT COUNT(*) FROM listing").mapTo(Long.class).one();
  }

  private static Passage passage(ResultSet rs) throws SQLException {
    return new Passage(
        rs.getObject("id", UUID.class),
        rs.getString("plate"),
        rs.getString("display"),
        rs.getString("original_plate"),
        PlateKind.valueOf(rs.getString("plate_kind")),
        PlateColour.valueOf(rs.getString("colour")),
        rs.getInt("plate_lines"),
        Direction.valueOf(rs.getString("direction")),
        rs.getString("lane"),
        rs.getObject("captured_at", OffsetDateTime.class).toInstant(),
        Outcome.valueOf(rs.getString("outcome")),
        rs.getString("decided_by"),
        rs.getObject("decided_at", OffsetDateTime.class).toInstant(),
        rs.getString("read_text"),
        rs.getFloat("confidence"),
        rs.getBoolean("has_picture"),
        rs.getBoolean("corrected"));
  }
}
