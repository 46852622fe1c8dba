package io.gatehouse.central;

import io.gatehouse.central.access.Access;
import io.gatehouse.central.access.Enrolments;
import io.gatehouse.central.access.Tokens;
import io.gatehouse.central.common.Api;
import io.gatehouse.central.common.CentralException;
import io.gatehouse.central.common.Metrics;
import io.gatehouse.central.image.BucketVault;
import io.gatehouse.central.image.DatabaseVault;
import io.gatehouse.central.image.ImageIntake;
import io.gatehouse.central.image.ImageVault;
import io.gatehouse.central.intake.EdgeApi;
import io.gatehouse.central.intake.EnrolmentApi;
import io.gatehouse.central.intake.HeartbeatApi;
import io.gatehouse.central.intake.Intake;
import io.gatehouse.central.store.Backup;
import io.gatehouse.central.store.CentralDatabase;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import java.util.List;

/** What gates tell, where it is kept, and how the server itself is doing. */
final class EdgeSide implements AutoCloseable {

  private final ImageVault vault;
  private final Intake intake;
  private final Backup backup;
  private final List<Api> areas;

  private EdgeSide(ImageVault vault, Intake intake, Backup backup, List<Api> areas) {
    this.vault = vault;
    this.intake = intake;
    this.backup = backup;
    this.areas = areas;
  }

  static EdgeSide open(
      CentralOptions options,
      CentralDatabase database,
      Access access,
      Tokens tokens,
      Enrolments enrolments,
      Metrics metrics,
      TimeSource time,
      Threads threads)
      throws CentralException {
    ImageVault vault =
        options.bucket().isPresent()
            ? BucketVault.open(options.bucket().get(), database, time, threads)
            : new DatabaseVault(database, time, threads);
    Intake intake = new Intake(database, time, threads, options.zone(), options.language());
    Backup backup = Backup.start(database, options.data(), options.zone(), time, threads);
    metrics.gauge("gatehouse_intake_waiting", intake::waiting);
    metrics.gauge("gatehouse_database_connections_busy", database::busyConnections);
    List<Api> areas =
        List.of(
            new EdgeApi(access, intake, new ImageIntake(vault), metrics, time),
            new HeartbeatApi(access, database, time),
            new EnrolmentApi(database, enrolments, tokens, time),
            new Health(database, vault, metrics),
            new BackupApi(backup));
    return new EdgeSide(vault, intake, backup, areas);
  }

  List<Api> areas() {
    return areas;
  }

  ImageVault vault() {
    return vault;
  }

  /** To be called when no request is under way any more. */
  @Override
  public void close() {
    backup.close();
    intake.close();
    vault.close();
  }
}
