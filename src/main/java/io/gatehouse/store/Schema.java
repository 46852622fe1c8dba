package io.gatehouse.store;

import com.zaxxer.hikari.HikariDataSource;
import io.gatehouse.common.KnownFailure;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;

/** The tables of an open database, brought to this version of the program. */
final class Schema {

  private static final String MIGRATIONS = "classpath:db/kiosk";

  private final HikariDataSource pool;
  private final Path file;
  private final String migrations;

  Schema(HikariDataSource pool, Path file) {
    this(pool, file, MIGRATIONS);
  }

  /**
   * @param migrations where they are, as Flyway names it
   */
  Schema(HikariDataSource pool, Path file, String migrations) {
    this.pool = pool;
    this.file = file;
    this.migrations = migrations;
  }

  /**
   * Changes what is older than this program. What fails is undone by the copy that was made before.
   *
   * @throws StoreException when the database is newer than the program, there is no room for the
   *     copy, or a change failed; the file is as it was then. After a failed change the pool is
   *     closed
   */
  void bringUp(Optional<UpgradeCopy> copy) throws StoreException {
    Flyway flyway =
        Flyway.configure()
            .dataSource(pool)
            .locations(migrations)
            .failOnMissingLocations(true)
            .cleanDisabled(true)
            // a schema newer than this program must stop it
            .ignoreMigrationPatterns(new String[0])
            .load();
    Optional<UpgradeCopy.Made> before = Optional.empty();
    try {
      MigrationInfoService info = flyway.info();
      refuseNewer(info);
      if (copy.isPresent() && info.current() != null && info.pending().length > 0) {
        before = Optional.of(copy.get().make(pool, info.current().getVersion().toString()));
      }
      flyway.migrate();
    } catch (FlywayException e) {
      if (DatabaseFaults.isDamage(e)) {
        throw DatabaseFaults.cannotOpen(file, e);
      }
      if (before.isPresent()) {
        pool.close();
        before.get().putBack(file);
      }
      throw failed(e);
    }
  }

  private void refuseNewer(MigrationInfoService info) throws StoreException {
    Optional<MigrationVersion> ours =
        Stream.of(info.all())
            .filter(each -> each.getState().isResolved())
            .map(MigrationInfo::getVersion)
            .max(MigrationVersion::compareTo);
    MigrationInfo theirs = info.current();
    if (theirs == null || ours.isEmpty() || theirs.getVersion().compareTo(ours.get()) <= 0) {
      return;
    }
    throw new StoreException(
        KnownFailure.STORE_BROKEN,
        "The database %s was written by a newer Gatehouse (its tables are of version %s, this program knows %s): install that version again, or put back what was kept before the upgrade: gatehouse restore --force %s"
            .formatted(
                file,
                theirs.getVersion(),
                ours.get(),
                UpgradeCopy.newest(file.getParent()).map(Path::toString).orElse("FILE")),
        null);
  }

  private StoreException failed(FlywayException e) {
    String line = e.getMessage().lines().filter(l -> !l.isBlank()).findFirst().orElse("");
    return new StoreException(
        KnownFailure.STORE_BROKEN,
        "The database %s could not be brought to this version, so that Gatehouse does not start and nothing is lost: %s"
            .formatted(file, line.strip()),
        e);
  }
}
