package io.gatehouse.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.support.TestProcess;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Runs a process that writes to a store, and kills it with SIGKILL. */
final class KilledWriter {

  private KilledWriter() {}

  /**
   * Kills after so many acknowledgements and a random moment; what came before it counts.
   *
   * @param program says {@code recovery NONE}, then of each thing that it stored when it was
   *     acknowledged: {@code <number> <id>}
   * @param first number of the first thing
   */
  static void run(
      Class<?> program, Path folder, int first, int count, Map<Integer, UUID> acknowledged)
      throws IOException, InterruptedException {
    try (TestProcess writer =
        TestProcess.start(Redirect.INHERIT, program, folder.toString(), Integer.toString(first))) {
      assertThat(writer.line()).isEqualTo("recovery NONE");
      for (int i = 0; i < count; i++) {
        TestProcess.note(writer.line(), acknowledged);
      }
      writer.killAfter(new Random().nextInt(20_000_000));
      writer.noteRest(acknowledged);
      writer.awaitKilled();
    }
  }
}
