package io.gatehouse.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.common.TimeSource;
import io.gatehouse.support.SamplePassages;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
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
      recordUntilKilled(round * 10_000, 1 + random.nextInt(60), acknowledged);
      assertThat(acknowledged).hasSizeGreaterThan(before);
      assertAllThere(acknowledged);
    }
  }

  /** Kills after so many acknowledgements and a random moment; what came before it counts. */
  private void recordUntilKilled(int first, int count, Map<Integer, UUID> acknowledged)
      throws IOException, InterruptedException {
    Process writer =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                PassageWriterProcess.class.getName(),
                folder.toString(),
                Integer.toString(first))
            .redirectError(Redirect.INHERIT)
            .start();
    try (BufferedReader said = writer.inputReader()) {
      assertThat(said.readLine()).isEqualTo("recovery NONE");
      for (int i = 0; i < count; i++) {
        note(said.readLine(), acknowledged);
      }
      spin(random.nextInt(20_000_000));
      // by its handle: the process itself would close the stream, and what it said would be lost
      assertThat(writer.toHandle().destroyForcibly()).isTrue();
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        note(line, acknowledged);
      }
    } finally {
      writer.destroyForcibly();
    }
    assertThat(writer.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(writer.exitValue()).as("128 + SIGKILL").isEqualTo(137);
  }

  /** A line that the kill cut short acknowledges nothing. */
  private static void note(String line, Map<Integer, UUID> acknowledged) {
    assertThat(line).as("the writer goes on until it is killed").isNotNull();
    String[] words = line.split(" ");
    if (words.length == 2 && words[1].length() == 36) {
      acknowledged.put(Integer.valueOf(words[0]), UUID.fromString(words[1]));
    }
  }

  /** Lets some moments pass, so that the kill falls anywhere within a commit. */
  private static void spin(long nanos) {
    long end = System.nanoTime() + nanos;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
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
