package io.gatehouse.store;

import io.gatehouse.common.TimeSource;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.OptionalLong;
import org.jdbi.v3.core.JdbiException;

/** Says how fast the disk fills, from what the last days stored. */
final class StorageMeter {

  private static final Duration WINDOW = Duration.ofDays(7);

  /** Bytes on the disk for a byte of pictures: rows, indexes and what H2 has not given back. */
  private static final double OVERHEAD = 2.0;

  private final Database database;
  private final DiskRoom room;
  private final TimeSource time;
  private final DiskRoom.Limits limits;

  StorageMeter(Database database, DiskRoom room, DiskRoom.Limits limits, TimeSource time) {
    this.database = database;
    this.room = room;
    this.limits = limits;
    this.time = time;
  }

  private record Stored(long bytes, OffsetDateTime first) {}

  StorageHealth measure() throws StoreException {
    try {
      long free = room.freeBytes();
      long perDay = bytesPerDay(time.now());
      boolean pictures = room.hasRoomForPictures(free);
      OptionalLong days =
          perDay == 0
              ? OptionalLong.empty()
              : OptionalLong.of(Math.max(0, free - limits.picturesBytes()) / perDay);
      return new StorageHealth(free, perDay, days, pictures);
    } catch (IOException | JdbiException e) {
      throw new StoreException("The disk could not be measured: " + DatabaseFaults.firstLine(e), e);
    }
  }

  private long bytesPerDay(Instant now) {
    Stored stored =
        database
            .jdbi()
            .withHandle(handle ->
                handle
                    .createQuery(
                        """
                        SELECT COALESCE(SUM(bytes), 0), MIN(stored_at) FROM picture
                        WHERE stored_at >= :since
                        """)
                    .bind("since", PassageWriter.utc(now.minus(WINDOW)))
                    .map(
                        (rs, _) -> new Stored(rs.getLong(1), rs.getObject(2, OffsetDateTime.class)))
                    .one());
    if (stored.first() == null) {
      return 0;
    }
    double days = Duration.between(stored.first().toInstant(), now).toMinutes() / (24 * 60.0);
    return days < 1 ? 0 : (long) (stored.bytes() * OVERHEAD / days);
  }
}
