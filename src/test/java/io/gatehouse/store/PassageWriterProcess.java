package io.gatehouse.store;

import io.gatehouse.common.TimeSource;
import io.gatehouse.support.SamplePassages;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A kiosk's store in a process of its own that records passages until it is killed, and says of
 * each when it was acknowledged: {@code <number> <id>}.
 */
public final class PassageWriterProcess {

  private PassageWriterProcess() {}

  /**
   * Stores passages until it is killed.
   *
   * @param args data folder, number of the first passage
   */
  public static void main(String[] args) throws StoreException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (DataFolder data = DataFolder.open(Path.of(args[0]));
        KioskStore store = KioskStore.open(data, TimeSource.system(), H2PassageStoreTest::fold)) {
      out.println("recovery " + store.recovery().cause());
      for (int i = Integer.parseInt(args[1]); ; i++) {
        Passage passage = store.passages().record(SamplePassages.passage(i));
        out.println(i + " " + passage.id());
      }
    }
  }
}
