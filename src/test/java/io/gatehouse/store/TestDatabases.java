package io.gatehouse.store;

import io.gatehouse.common.TimeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Looks behind the store's front. */
final class TestDatabases {

  private TestDatabases() {}

  static long count(KioskStore store, String table) {
    return store
        .database()
        .jdbi()
        .withHandle(
            handle -> handle.createQuery("SELECT COUNT(*) FROM " + table).mapTo(Long.class).one());
  }

  /** Writes to this store, but to a journal whose folder vanishes. */
  static CommitPath commitsWithoutJournal(KioskStore store, Path folder, TimeSource time)
      throws IOException {
    StoreJson json = new StoreJson();
    Path vanishing = Files.createDirectory(folder.resolveSibling("vanishing"));
    Journal journal = Journal.open(vanishing, 0, json);
    for (Path part : Journal.files(vanishing)) {
      Files.delete(part);
    }
    Files.delete(vanishing);
    return new CommitPath(
        store.database(),
        journal,
        new PassageWriter(UnaryOperator.identity(), json),
        store.database().jdbi().withHandle(BookSchema::new),
        new DiskRoom(folder.resolve("reserve"), () -> 1L << 40, () -> 0, DiskRoom.Limits.STANDARD),
        time);
  }
}
