package io.gatehouse.store;

import io.gatehouse.common.TimeSource;
import io.gatehouse.parking.lists.ListEntry;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A kiosk's store in a process of its own that writes entries of the lists until it is killed, and
 * says of each when it was acknowledged: {@code <number> <id>}.
 */
public final class BookWriterProcess {

  private BookWriterProcess() {}

  /**
   * Writes entries until it is killed.
   *
   * @param args data folder, number of the first entry
   */
  public static void main(String[] args) throws StoreException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (DataFolder data = DataFolder.open(Path.of(args[0]));
        KioskStore store = KioskStore.open(data, TimeSource.system(), H2PassageStoreTest::fold)) {
      out.println("recovery " + store.recovery().cause());
      for (int i = Integer.parseInt(args[1]); ; i++) {
        ListEntry entry = BookkeepersDay.entry(i, "An");
        store.books().lists().save(entry, "Bình", Instant.parse("2026-03-02T01:00:00Z"));
        out.println(i + " " + entry.id());
      }
    }
  }
}
