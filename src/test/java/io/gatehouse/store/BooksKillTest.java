package io.gatehouse.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.common.TimeSource;
import io.gatehouse.parking.audit.AuditCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that writes into the books is killed with SIGKILL; then the database is lost, too. */
class BooksKillTest {

  private static final int ROUNDS = 4;

  @TempDir Path folder;

  private final Random random = new Random();

  @Test
  void everyAcknowledgedEntryIsFoundAgainWithAndWithoutTheDatabase() throws Exception {
    Map<Integer, UUID> acknowledged = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      KilledWriter.run(
          BookWriterProcess.class, folder, round * 10_000, 1 + random.nextInt(40), acknowledged);
      assertAllThere(acknowledged, RecoveryReport.Cause.NONE);
      Files.delete(folder.resolve("gatehouse.mv.db"));
      assertAllThere(acknowledged, RecoveryReport.Cause.DATABASE_MISSING);
    }
  }

  private void assertAllThere(Map<Integer, UUID> acknowledged, RecoveryReport.Cause cause)
      throws StoreException {
    try (DataFolder data = DataFolder.open(folder);
        KioskStore store = KioskStore.open(data, TimeSource.system(), H2PassageStoreTest::fold)) {
      assertThat(store.recovery().cause()).isEqualTo(cause);
      for (Map.Entry<Integer, UUID> each : acknowledged.entrySet()) {
        assertThat(store.books().lists().find(each.getValue()).orElseThrow().plate())
            .isEqualTo(BookkeepersDay.entry(each.getKey(), "").plate());
        assertThat(store.books().lists().changes(each.getValue())).hasSize(1);
      }
      assertThat(store.books().audit().verify()).isInstanceOf(AuditCheck.Sound.class);
    }
  }
}
