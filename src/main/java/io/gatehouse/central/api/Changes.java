package io.gatehouse.central.api;

import io.gatehouse.database.Moments;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Asks the database what changed. */
final class Changes {

  /** So many are answered at most. */
  static final int AT_ONCE = 1_000;

  private final Site site;
  private final Vehicles vehicles;
  private final Cameras cameras;

  Changes(Site site) {
    this.site = site;
    this.vehicles = site.vehicles();
    this.cameras = new Cameras(site.clock());
  }

  /** A row that is new or changed, and when that was. */
  record Changed(Vehicle vehicle, Instant at) {

    LiveEvent event() {
      return new LiveEvent("vehicle", vehicle, Optional.of(Long.toString(micros(at))));
    }
  }

  Instant now() {
    return site.time().now();
  }

  /** Rows that changed at that moment or later, the first changes first. */
  List<Changed> since(Instant since) {
    return site.database()
        .jdbi()
        .withHandle(handle ->
            handle
                .createQuery(
                    """
                    SELECT %s FROM vehicle WHERE updated_at >= :since
                    ORDER BY updated_at, id FETCH FIRST %d ROWS ONLY
                    """
                        .formatted(Vehicles.COLUMNS, AT_ONCE))
                .bind("since", Moments.of(since))
                .map((row, _) -> new Changed(vehicles.read(row), Moments.at(row, "updated_at")))
                .list());
  }

  List<Camera> cameras() {
    return site.database().jdbi().withHandle(cameras::all);
  }

  /** The moment that an event's id stands for; empty for what is no such id. */
  static Optional<Instant> moment(String id) {
    try {
      return Optional.of(Instant.EPOCH.plus(Long.parseLong(id), ChronoUnit.MICROS));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }
}
