package io.gatehouse.launch;

import io.gatehouse.camera.CameraStatus;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import io.gatehouse.parking.Direction;
import io.gatehouse.settings.Settings;
import io.gatehouse.store.OutboxStore;
import io.gatehouse.sync.EdgeHealth;
import io.gatehouse.sync.SyncService;
import java.io.File;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Ties a kiosk to the central that its settings name. */
final class Syncing {

  private Syncing() {}

  static SyncService service(
      OutboxStore outbox,
      Path data,
      Supplier<Settings> settings,
      Supplier<CameraStatus> camera,
      TimeSource time,
      Threads threads) {
    return new SyncService(
        outbox,
        () -> target(settings.get()),
        () -> health(settings.get(), camera.get(), data.toFile()),
        data,
        SyncService.Rhythm.STANDARD,
        bound -> ThreadLocalRandom.current().nextLong(bound),
        time,
        threads);
  }

  private static SyncService.Target target(Settings settings) {
    return new SyncService.Target(settings.centralUrl(), settings.centralCertificate());
  }

  private static EdgeHealth health(Settings settings, CameraStatus camera, File data) {
    return new EdgeHealth(
        settings.laneName(),
        settings.direction() == Direction.IN ? "ENTRY" : "EXIT",
        camera.framesPerSecond(),
        camera.phase().name(),
        data.getUsableSpace(),
        data.getTotalSpace(),
        Gatehouse.Version.text());
  }
}
