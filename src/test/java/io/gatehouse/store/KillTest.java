package io.gatehouse.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.common.TimeSource;
import io.gatehouse.support.SamplePassages;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that records passages is killed with SIGKILL, again and again. */
class KillTest {

  private static final int ROUNDS = 6;

  @TempDir Path folder;

  private final Random random = new Random();

  @Test
  void everyAcknowledgedPassageIsFoundAgainWithItsPictureAfterKillMinusNine() throws Exception {
    Map<Integer, UUID> acknowledged = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      int before = acknowledged.size();
      KilledWriter.run(
          PassageWriterProcess.class, folder, round * 10_000, 1 + random.nextInt(60), acknowledged);
      assertThat(acknowledged).hasSizeGreaterThan(before);
      assertAllThere(acknowledged);
    }
  }

  private void assertAllThere(Map<Integer, UUID> acknowledged) throws StoreException {
    try (DataFolder data = DataFolder.open(folder);
        KioskStore store = KioskStore.open(data, TimeSource.system(), H2PassageStoreTest::fold)) {
      assertThat(store.recovery()).isEqualTo(RecoveryReport.NOTHING);
      for (Map.Entry<Integer, UUID> each : acknowledged.entrySet()) {
        NewPassage.Pictures pictures = SamplePassages.pictures(each.getKey());
        PassageStore passages = store.passages();
        UUID id = each.getValue();
        assertThat(passages.find(id).orElseThrow().plate())
            .isEqualTo(SamplePassages.plateText(each.getKey()));
        assertThat(passages.picture(id, PictureSize.FULL)).contains(pictures.full());
        assertThat(passages.picture(id, PictureSize.CROP)).contains(pictures.crop().orElseThrow());
        assertThat(passages.picture(id, PictureSize.THUMBNAIL)).contains(pictures.thumbnail());
      }
    }
  }
}
