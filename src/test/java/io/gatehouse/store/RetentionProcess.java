package io.gatehouse.store;

import io.gatehouse.support.FakeTime;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * A store in a process of its own that removes what has grown old until it is killed, and says of
 * each step what it did: {@code <pictures> <passages>}.
 */
public final class RetentionProcess {

  private RetentionProcess() {}

  /**
   * Removes until it is killed; walks again when it has done.
   *
   * @param args data folder, the time
   */
  public static void main(String[] args) throws StoreException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    FakeTime time = new FakeTime(Instant.parse(args[1]));
    try (DataFolder data = DataFolder.open(Path.of(args[0]));
        KioskStore store = KioskStore.open(data, time, H2PassageStoreTest::fold)) {
      out.println("recovery " + store.recovery().cause());
      while (true) {
        Retention.Sweep sweep =
            store.retention().sweep(new RetentionPolicy(30, 90, false, ZoneOffset.UTC));
        Retention.Step step;
        do {
          step = sweep.step();
          out.println(step.pictures() + " " + step.passages());
        } while (!step.end());
      }
    }
  }
}
