package io.gatehouse.central.api;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * How long the central keeps what it was told, in the database, so that all processes do the same.
 *
 * @param pictureDays 0 for ever
 * @param rowDays 0 for ever
 */
record RetentionRule(int pictureDays, int rowDays) {

  /** Longer than the kiosks keep theirs, and not for ever: these are personal data. */
  static final RetentionRule USUAL = new RetentionRule(90, 730);

  static final int MOST_DAYS = 36_500;

  private static final String PICTURE_DAYS = "retention.picture_days";
  private static final String ROW_DAYS = "retention.row_days";

  static RetentionRule read(Handle handle) {
    return new RetentionRule(
        setting(handle, PICTURE_DAYS).orElse(USUAL.pictureDays),
        setting(handle, ROW_DAYS).orElse(USUAL.rowDays));
  }

  private static Optional<Integer> setting(Handle handle, String name) {
    return handle
        .createQuery("SELECT setting FROM central_setting WHERE name = :name")
        .bind("name", name)
        .mapTo(Integer.class)
        .findOne();
  }

  void write(Handle handle) {
    write(handle, PICTURE_DAYS, pictureDays);
    write(handle, ROW_DAYS, rowDays);
  }

  private static void write(Handle handle, String name, int days) {
    handle.execute("DELETE FROM central_setting WHERE name = ?", name);
    handle.execute(
        "INSERT INTO central_setting (name, setting) VALUES (?, ?)", name, Integer.toString(days));
  }
}
