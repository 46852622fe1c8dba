package io.gatehouse.central.api;

import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** All that is kept of one plate. Each call belongs into a transaction of the caller. */
final class PlateRecord {

  private static final List<String> IMAGE_COLUMNS =
      List.of(
          "entry_full",
          "entry_crop",
          "entry_thumbnail",
          "exit_full",
          "exit_crop",
          "exit_thumbnail");

  private PlateRecord() {}

  /** Numbers of the rows, newest first. */
  static List<Long> ids(Handle handle, String plate) {
    return handle
        .createQuery("SELECT id FROM vehicle WHERE plate_id = :plate ORDER BY last_time DESC")
        .bind("plate", plate)
        .mapTo(Long.class)
        .list();
  }

  static boolean isInside(Handle handle, String plate) {
    return handle
        .createQuery(
            """
            SELECT 1 FROM vehicle WHERE plate_id = :plate AND status = 'IN' FETCH FIRST ROW ONLY
            """)
        .bind("plate", plate)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** Hashes of the pictures of a row. */
  static Set<String> images(Handle handle, long id) {
    Set<String> hashes = new LinkedHashSet<>();
    handle
        .createQuery(
            "SELECT %s FROM vehicle WHERE id = :id".formatted(String.join(", ", IMAGE_COLUMNS)))
        .bind("id", id)
        .map((row, _) -> {
          Stream.Builder<Optional<String>> found = Stream.builder();
          for (String column : IMAGE_COLUMNS) {
            found.add(Optional.ofNullable(row.getString(column)));
          }
          return found.build().flatMap(Optional::stream).toList();
        })
        .forEach(hashes::addAll);
    return hashes;
  }

  /**
   * Takes the plate out of everything; times and money stay, so that past days still add up.
   *
   * @param plate compact: letters and digits, nothing that LIKE knows
   * @return pictures that no row needs any more
   */
  static Set<String> erase(Handle handle, String plate, OffsetDateTime now) {
    List<Long> ids = ids(handle, plate);
    Set<String> images = new LinkedHashSet<>();
    ids.forEach(id -> images.addAll(images(handle, id)));
    String quoted = "%\"" + plate + "\"%";
    for (long id : ids) {
      handle.execute(
          """
          DELETE FROM correction WHERE vehicle_id = ? OR EXISTS (SELECT 1 FROM passage p
            WHERE p.vehicle_id = ? AND p.gate_id = correction.gate_id
              AND p.event_id = correction.passage_id)
          """,
          id,
          id);
      handle.execute("DELETE FROM passage WHERE vehicle_id = ?", id);
      handle.execute("DELETE FROM lone_exit WHERE vehicle_id = ?", id);
    }
    // also what was told of it without becoming a row
    handle.execute("DELETE FROM passage WHERE data LIKE ?", quoted);
    handle.execute("DELETE FROM correction WHERE plate_id = ? OR plate_before = ?", plate, plate);
    handle.execute("DELETE FROM lone_exit WHERE plate_id = ?", plate);
    // that an event came must stay known, else it would be taken again
    handle.execute(
        "UPDATE event SET answer = '{\"success\":true,\"erased\":true}' WHERE answer LIKE ?",
        quoted);
    handle.execute(
        """
        UPDATE vehicle SET plate_id = '', plate_view = '', folded = '', entry_full = NULL,
          entry_crop = NULL, entry_thumbnail = NULL, exit_full = NULL, exit_crop = NULL,
          exit_thumbnail = NULL, reason = NULL, updated_at = ? WHERE plate_id = ?
        """,
        now,
        plate);
    handle.execute("UPDATE audit SET details = '' WHERE details LIKE ?", '%' + plate + '%');
    handle.execute("UPDATE audit SET plate_id = NULL WHERE plate_id = ?", plate);
    images.removeAll(stillUsed(handle, images));
    return images;
  }

  private static Set<String> stillUsed(Handle handle, Set<String> images) {
    Set<String> used = new LinkedHashSet<>();
    if (images.isEmpty()) {
      return used;
    }
    for (String column : IMAGE_COLUMNS) {
      used.addAll(
          handle
              .createQuery(
                  "SELECT %s FROM vehicle WHERE %s IN (<hashes>)".formatted(column, column))
              .bindList("hashes", List.copyOf(images))
              .mapTo(String.class)
              .list());
    }
    return used;
  }
}
