package io.gatehouse.sync;

import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import io.gatehouse.store.DataFolder;
import io.gatehouse.store.KioskStore;
import io.gatehouse.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;

/** A real store with a real sender on it. */
public final class SyncKiosk implements AutoCloseable {

  private static final SyncService.Rhythm QUICK =
      new SyncService.Rhythm(
          Duration.ofMillis(200),
          Duration.ofMillis(5),
          Duration.ofMillis(50),
          Duration.ofMillis(100));

  private final DataFolder data;
  private final KioskStore store;
  private final SyncService sync;
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

  public SyncKiosk(Path folder, String central) throws StoreException, IOException {
    this(folder, central, "", "secret");
  }

  /**
   * A kiosk that is enrolled already.
   *
   * @param token empty for one that is not
   */
  public SyncKiosk(Path folder, String central, String certificate, String token)
      throws StoreException, IOException {
    data = DataFolder.open(folder);
    store = KioskStore.open(data, TimeSource.system(), text -> text);
    if (!token.isEmpty()) {
      new TokenFile(folder.resolve(SyncService.TOKEN_FILE))
          .write(CentralAddress.parse(central).orElseThrow(), 7, token);
    }
    sync =
        new SyncService(
            store.outbox(),
            () -> new SyncService.Target(central, certificate),
            () -> new EdgeHealth("Cổng A", "ENTRY", 14.96, "LIVE", 5_000, 9_000, "1.2"),
            folder,
            QUICK,
            bound -> ThreadLocalRandom.current().nextLong(bound),
            TimeSource.system(),
            new Threads((_, e) -> failures.add(e)));
  }

  public KioskStore store() {
    return store;
  }

  public SyncService sync() {
    return sync;
  }

  /** What ended a thread; nothing when all is well. */
  public Queue<Throwable> failures() {
    return failures;
  }

  @Override
  public void close() {
    sync.close();
    store.close();
    data.close();
  }
}
