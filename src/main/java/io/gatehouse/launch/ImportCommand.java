package io.gatehouse.launch;

import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import io.gatehouse.snapshot.FailureReport;
import io.gatehouse.snapshot.ImportOptions;
import io.gatehouse.snapshot.ImportSummary;
import io.gatehouse.snapshot.Importer;
import io.gatehouse.snapshot.common.ImportException;
import io.gatehouse.snapshot.common.Line;
import io.gatehouse.snapshot.common.Stop;
import io.gatehouse.snapshot.input.ImageList;
import io.gatehouse.snapshot.input.ImportSettings;
import io.gatehouse.snapshot.recognizer.Usage;
import io.gatehouse.snapshot.store.StoredPictures;
import io.gatehouse.snapshot.store.StoredPlate;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gatehouse import}: pictures from a list, read and stored. */
@Command(
    name = "import",
    description = {
      "Reads the plates of the pictures in a list, and stores them with the pictures.",
      "Variables, from the environment or .env: PLATE_API_KEY, SNAPSHOT_API_URL, DATABASE_URL,"
          + " STORE_IMAGES (s3 or db), S3_BUCKET, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY,"
          + " AWS_REGION, AWS_ENDPOINT_URL."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ImportCommand implements Callable<Integer> {

  private static final Logger log = LoggerFactory.getLogger(ImportCommand.class);
  private static final int DONE = 0;
  private static final int SOME_FAILED = 1;

  @Spec private CommandSpec spec;

  @Option(
      names = "--images",
      paramLabel = "FILE",
      description = "The list: one path or URL a line, # begins a comment.")
  private Path images;

  @Option(
      names = "--resume",
      description = "Lines that an earlier run was done with are not looked at again.")
  private boolean resume;

  @Option(
      names = "--dry-run",
      description = "Only looks which pictures would be read, and what that would cost.")
  private boolean dryRun;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "What failed and why, as CSV. Default: failed.csv in the data folder.")
  private Path report;

  @Option(
      names = "--allow-private-urls",
      description = "URLs may lead to this machine and its private networks.")
  private boolean privateUrls;

  @Option(
      names = "--fetch",
      paramLabel = "ID",
      description = "Gets the picture of a stored row back instead.")
  private UUID fetch;

  @Option(
      names = "--link",
      description = "With --fetch: an address that opens the picture for a quarter of an hour.")
  private boolean link;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "With --fetch: where the picture is written. Default: <sha256>.jpg here.")
  private Path output;

  @Option(
      names = "--list",
      paramLabel = "N",
      arity = "0..1",
      fallbackValue = "100",
      description = "Prints the plates of the newest N pictures as CSV instead. Default: 100.")
  private Integer newest;

  @Mixin private SnapshotOptions shared = new SnapshotOptions();

  private final TimeSource time = TimeSource.system();

  @Override
  public Integer call() throws ImportException, IOException, InterruptedException {
    shared
        .fault()
        .ifPresent(fault -> {
          throw new ParameterException(spec.commandLine(), fault);
        });
    if (Stream.of(images, fetch, newest).filter(Objects::nonNull).count() != 1) {
      throw new ParameterException(
          spec.commandLine(),
          "give --images FILE to import, --list to see what is stored, or --fetch ID to get a picture");
    }
    if (shared.verbose) {
      FileLogging.toConsoleToo();
    }
    ImportSettings settings = settings();
    return images == null ? stored(settings) : importList(settings);
  }

  private ImportSettings settings() {
    try {
      ImportSettings settings = shared.settings();
      if (images != null && shared.recognizer == SnapshotOptions.Recognizer.CLOUD) {
        settings.key();
      }
      settings.store();
      return settings;
    } catch (ImportException e) {
      // settings are usage: nothing was tried yet
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private int stored(ImportSettings settings) throws ImportException, IOException {
    try (StoredPictures pictures =
        StoredPictures.open(settings.databaseUrl(), shared.data(), settings.anyBucket())) {
      if (newest != null) {
        say("id,captured_at,camera_id,plate,confidence,image");
        pictures.plates(newest).forEach(plate -> say(row(plate)));
        return DONE;
      }
      if (link) {
        say(pictures.link(fetch));
        return DONE;
      }
      StoredPictures.Found found = pictures.fetch(fetch);
      Path file = output == null ? Path.of(found.name()) : output;
      Files.write(file, found.bytes());
      say("gatehouse: %s, %,d bytes".formatted(file, found.bytes().length));
      return DONE;
    }
  }

  private static String row(StoredPlate plate) {
    return String.format(
        Locale.ROOT,
        "%s,%s,%s,%s,%.3f,%s",
        plate.picture(),
        plate.capturedAt(),
        quoted(plate.cameraId()),
        plate.plate(),
        plate.confidence(),
        quoted(plate.image()));
  }

  private static String quoted(String text) {
    return text.matches("[^,\"\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private int importList(ImportSettings settings)
      throws ImportException, IOException, InterruptedException {
    List<Line> lines = ImageList.read(images);
    Threads threads = new Threads((thread, e) -> log.error("{} failed", thread.getName(), e));
    ImportProgress progress = new ImportProgress(spec.commandLine().getErr(), terminal(), time);
    ImportOptions options = shared.options(settings, resume, dryRun, privateUrls);
    Stop stop = new Stop();
    try (StopSignal _ = new StopSignal(threads, stop::ask);
        LocalPictureReader reader = new LocalPictureReader(shared::load, shared.parallel, time);
        Importer importer =
            shared.recognizer == SnapshotOptions.Recognizer.LOCAL
                ? Importer.local(options, reader, progress, stop, time, threads)
                : Importer.cloud(options, shared.cloud(settings), progress, stop, time, threads)) {
      long start = time.nanos();
      importer.recover();
      Optional<Usage> before = importer.usage();
      progress.begin(lines.size(), before, importer::calls);
      ImportSummary summary = importer.run(lines);
      progress.end();
      Path failures = report == null ? shared.data().resolve("failed.csv") : report;
      FailureReport.write(failures, summary.results());
      tell(summary, Duration.ofNanos(time.nanos() - start), failures);
      tellCost(summary, before.isPresent() ? importer.usage() : before);
      return summary.isGood() ? DONE : SOME_FAILED;
    }
  }

  private void tell(ImportSummary summary, Duration took, Path failures) {
    say("%d pictures in %s".formatted(summary.results().size(), ImportProgress.text(took)));
    if (summary.recovered() > 0) {
      say("%6d answers of an earlier run brought into the database".formatted(summary.recovered()));
    }
    summary
        .counts()
        .forEach((outcome, count) ->
            say(
                "%6d %s"
                    .formatted(count, outcome.name().toLowerCase(Locale.ROOT).replace('_', ' '))));
    summary.halt().ifPresent(why -> say("stopped: " + why));
    if (!summary.isGood()) {
      say("what failed and why: " + failures);
    }
  }

  private void tellCost(ImportSummary summary, Optional<Usage> usage) {
    if (shared.recognizer == SnapshotOptions.Recognizer.LOCAL) {
      return;
    }
    say(
        String.format(Locale.ROOT, "calls: %,d in this run", summary.calls())
            + usage
                .map(now ->
                    String.format(
                        Locale.ROOT,
                        "; %,d of %,d this month, %,d left",
                        now.used(),
                        now.allowed(),
                        now.left()))
                .orElse(""));
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }

  @SuppressWarnings("SystemConsoleNull") // it is null where input or output is redirected
  private static boolean terminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }
}
