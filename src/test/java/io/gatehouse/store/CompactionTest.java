package io.gatehouse.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.support.FakeTime;
import io.gatehouse.support.SamplePassages;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactionTest {

  private static final int PASSAGES = 60;

  @TempDir Path folder;

  private final FakeTime time = new FakeTime();

  private KioskStore open(DataFolder data) throws StoreException {
    return KioskStore.open(data, time, H2PassageStoreTest::fold);
  }

  @Test
  void whatWasRemovedIsGivenBackAndTheRestIsThere() throws Exception {
    try (DataFolder data = DataFolder.open(folder)) {
      Passage last = null;
      try (KioskStore store = open(data)) {
        for (int i = 0; i < PASSAGES; i++) {
          last = store.passages().record(SamplePassages.passage(i));
        }
      }
      long before = Files.size(data.databaseFile());
      try (KioskStore store = open(data)) {
        store
            .database()
            .jdbi()
            .useHandle(handle ->
                handle.execute(
                    """
                    DELETE FROM picture WHERE sha256 NOT IN (SELECT full_sha256 FROM passage
                      WHERE no = (SELECT MAX(no) FROM passage))
                    """));
      }

      Compaction.compact(data.databaseFile());

      assertThat(Files.size(data.databaseFile())).isLessThan(before / 3);
      assertThat(folder.resolve("gatehouse.mv.db.before")).doesNotExist();
      try (KioskStore store = open(data)) {
        assertThat(store.recovery()).isEqualTo(RecoveryReport.NOTHING);
        assertThat(TestDatabases.count(store, "passage")).isEqualTo(PASSAGES);
        assertThat(store.passages().picture(last.id(), PictureSize.FULL))
            .contains(SamplePassages.fullPicture(PASSAGES - 1));
      }
    }
  }

  @Test
  void aCutWhileItIsWrittenLeavesTheFileAsItWas() throws Exception {
    try (DataFolder data = DataFolder.open(folder)) {
      Passage passage;
      try (KioskStore store = open(data)) {
        passage = store.passages().record(SamplePassages.passage(1));
      }
      Files.move(data.databaseFile(), folder.resolve("gatehouse.mv.db.before"));
      Files.write(data.databaseFile(), new byte[4096]);

      try (KioskStore store = open(data)) {
        assertThat(store.recovery()).isEqualTo(RecoveryReport.NOTHING);
        assertThat(store.passages().picture(passage.id(), PictureSize.FULL))
            .contains(SamplePassages.fullPicture(1));
      }
    }
  }

  @Test
  void itIsDoneWhereMuchIsGivenBackInAShortTime() {
    Compaction.Bounds bounds = new Compaction.Bounds(100, 1_000);
    assertThat(bounds.allow(900, 400)).isTrue();
    assertThat(bounds.allow(900, 99)).as("little").isFalse();
    assertThat(bounds.allow(900, 300)).as("not more than a third").isFalse();
    assertThat(bounds.allow(2_000, 900)).as("too long").isFalse();
  }
}
