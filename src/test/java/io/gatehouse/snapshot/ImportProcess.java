package io.gatehouse.snapshot;

import io.gatehouse.common.TimeSource;
import io.gatehouse.snapshot.common.Line;
import io.gatehouse.snapshot.common.Stop;
import io.gatehouse.snapshot.input.ImageList;
import io.gatehouse.snapshot.recognizer.CloudOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;

/** An import in a process of its own, to be killed. */
final class ImportProcess implements ImportListener {

  private ImportProcess() {}

  /** Arguments: data folder, list, address of the API, and of the database or {@code -}. */
  public static void main(String[] args) throws Exception {
    ImportOptions options =
        new ImportOptions(
            Path.of(args[0]),
            args[3].equals("-") ? Optional.empty() : Optional.of(args[3]),
            Optional.empty(),
            Duration.ZERO,
            0,
            Optional.empty(),
            2,
            3,
            true,
            false,
            true);
    CloudOptions cloud =
        new CloudOptions(
            HttpUrl.get(args[2]), Optional.empty(), List.of(), false, Optional.empty());
    List<Line> lines = ImageList.read(Path.of(args[1]));
    boolean good;
    try (Importer importer =
        Importer.cloud(
            options,
            cloud,
            new ImportProcess(),
            new Stop(),
            TimeSource.system(),
            ImportRig.threads())) {
      System.out.println("ready");
      importer.recover();
      good = importer.run(lines).isGood();
    }
    System.out.println(good ? "done" : "failed");
  }

  @Override
  public void ended(ImportResult result) {
    System.out.println(result.outcome());
  }

  @Override
  public void waiting(String why, Duration pause) {
    System.out.println("waiting " + why);
  }
}
