package io.gatehouse.sync;

import io.gatehouse.support.SamplePassages;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A kiosk in a process of its own that records passages and sends them until it is killed. It says
 * of each when it was acknowledged: {@code <number> <id>}.
 */
public final class SyncProcess {

  private SyncProcess() {}

  /**
   * Stores and sends until it is killed.
   *
   * @param args data folder, the central's address, number of the first passage, how many
   */
  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (SyncKiosk kiosk = new SyncKiosk(Path.of(args[0]), args[1])) {
      kiosk.sync().start();
      out.println("recovery " + kiosk.store().recovery().cause());
      int first = Integer.parseInt(args[2]);
      int count = Integer.parseInt(args[3]);
      for (int i = first; i < first + count; i++) {
        out.println(i + " " + kiosk.store().passages().record(SamplePassages.passage(2 * i)).id());
      }
      out.println("recorded");
      Thread.currentThread().join();
    }
  }
}
