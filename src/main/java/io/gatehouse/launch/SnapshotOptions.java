package io.gatehouse.launch;

import io.gatehouse.plate.AnyGrammar;
import io.gatehouse.plate.PlateGrammar;
import io.gatehouse.plate.VietnamGrammar;
import io.gatehouse.read.PlateRecognizer;
import io.gatehouse.read.Recognizers;
import io.gatehouse.snapshot.ImportOptions;
import io.gatehouse.snapshot.common.ImportException;
import io.gatehouse.snapshot.input.DotEnv;
import io.gatehouse.snapshot.input.ImportSettings;
import io.gatehouse.snapshot.recognizer.CloudOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What {@code gatehouse import} and {@code gatehouse watch} are told alike. */
final class SnapshotOptions {

  private static final Path ENV_FILE = Path.of(".env");
  private static final double CLOUD_DELAY = 0.5;
  private static final int MOST_PARALLEL = 64;

  enum Recognizer {
    CLOUD,
    LOCAL
  }

  @Option(
      names = "--recognizer",
      paramLabel = "WHO",
      defaultValue = "cloud",
      description =
          "cloud (the Plate Recognizer API, needs PLATE_API_KEY) or local (Gatehouse's own: no key,"
              + " no cost, no picture leaves this machine). Default: ${DEFAULT-VALUE}.")
  Recognizer recognizer;

  @Option(
      names = "--delay",
      paramLabel = "SECONDS",
      description = "Shortest time between requests. Default: 0.5, with --recognizer local 0.")
  private Double delay;

  @Option(
      names = "--confidence-threshold",
      paramLabel = "0..1",
      defaultValue = "0",
      description = "Plates less sure than this are not stored. Default: ${DEFAULT-VALUE}.")
  private double threshold;

  @Option(
      names = "--regions",
      split = ",",
      paramLabel = "CODE",
      description = "Guides the reading, such as vn; may be given several times.")
  private List<String> regions = new ArrayList<>();

  @Option(names = "--camera-id", paramLabel = "ID", description = "Camera of all these pictures.")
  private String cameraId;

  @Option(names = "--mmc", description = "Asks for make, model and colour too; the API bills it.")
  private boolean mmc;

  @Option(
      names = "--config",
      paramLabel = "JSON",
      description = "The API's own settings, such as {\"detection_mode\":\"vehicle\"}.")
  private String config;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Where the journal and the embedded database live (default:"
              + " ~/.local/share/gatehouse/import).")
  private Path data;

  @Option(
      names = "--parallel",
      paramLabel = "N",
      defaultValue = "1",
      description = "Pictures at once. Default: ${DEFAULT-VALUE}.")
  int parallel;

  @Option(
      names = "--retries",
      paramLabel = "N",
      defaultValue = "5",
      description = "How often a picture is tried before it fails. Default: ${DEFAULT-VALUE}.")
  private int tries;

  @Option(
      names = "--env-file",
      paramLabel = "FILE",
      description = "Variables, behind those of the environment. Default: .env, if it is there.")
  private Path envFile;

  @Option(names = "--verbose", description = "Shows what is logged, and stack traces.")
  boolean verbose;

  /** What is wrong with what was given; empty when nothing is. */
  Optional<String> fault() {
    if (threshold < 0 || threshold > 1) {
      return Optional.of("--confidence-threshold is from 0 to 1");
    }
    if (delay != null && (delay < 0 || delay > 86_400)) {
      return Optional.of("--delay is a number of seconds, 0 or more");
    }
    if (parallel < 1 || parallel > MOST_PARALLEL) {
      return Optional.of("--parallel is from 1 to " + MOST_PARALLEL);
    }
    return tries < 1 ? Optional.of("--retries is 1 or more") : Optional.empty();
  }

  /** What the environment and the file beside it say. */
  ImportSettings settings() throws ImportException {
    return new ImportSettings(DotEnv.under(System.getenv(), envFile == null ? ENV_FILE : envFile));
  }

  Path data() {
    return data == null ? Environment.ofThisProcess().dataFolder().resolve("import") : data;
  }

  ImportOptions options(
      ImportSettings settings, boolean resume, boolean dryRun, boolean privateUrls)
      throws ImportException {
    double seconds = delay != null ? delay : recognizer == Recognizer.LOCAL ? 0 : CLOUD_DELAY;
    return new ImportOptions(
        data(),
        settings.databaseUrl(),
        settings.store(),
        Duration.ofMillis(Math.round(seconds * 1000)),
        threshold,
        Optional.ofNullable(cameraId),
        parallel,
        tries,
        resume,
        dryRun,
        privateUrls);
  }

  CloudOptions cloud(ImportSettings settings) throws ImportException {
    return new CloudOptions(
        settings.url(), settings.key(), regions, mmc, Optional.ofNullable(config));
  }

  /** Our own recogniser; of plates of Vietnam unless other regions alone are named. */
  PlateRecognizer load() {
    boolean vietnam = regions.isEmpty() || regions.stream().anyMatch("vn"::equalsIgnoreCase);
    PlateGrammar grammar = vietnam ? new VietnamGrammar() : new AnyGrammar();
    return Recognizers.gatehouse(grammar, 1);
  }
}
