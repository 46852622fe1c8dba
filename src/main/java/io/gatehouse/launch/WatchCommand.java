package io.gatehouse.launch;

import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import io.gatehouse.snapshot.FolderWatch;
import io.gatehouse.snapshot.ImportListener;
import io.gatehouse.snapshot.ImportOptions;
import io.gatehouse.snapshot.ImportResult;
import io.gatehouse.snapshot.Importer;
import io.gatehouse.snapshot.common.ImportException;
import io.gatehouse.snapshot.common.Stop;
import io.gatehouse.snapshot.input.ImportSettings;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatehouse watch}: pictures that cameras drop into a folder. */
@Command(
    name = "watch",
    description = "Imports the pictures that cameras drop into a folder, such as by FTP.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class WatchCommand implements Callable<Integer> {

  private static final Logger log = LoggerFactory.getLogger(WatchCommand.class);
  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final int DONE = 0;
  private static final int HALTED = 1;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "The folder; those in it are watched too.")
  private Path folder;

  @Option(
      names = "--after",
      defaultValue = "keep",
      description =
          "What becomes of a picture that is stored: keep, move (to DIR/done) or delete. With move"
              + " and delete one that failed moves to DIR/failed. Default: ${DEFAULT-VALUE}.")
  private FolderWatch.After after;

  @Option(
      names = "--camera-id-from-folder",
      description =
          "The camera is called as the folder in DIR that it drops its pictures into; --camera-id is"
              + " for pictures in DIR itself.")
  private boolean cameraFolders;

  @Mixin private SnapshotOptions shared = new SnapshotOptions();

  private final TimeSource time = TimeSource.system();

  @Override
  public Integer call() throws ImportException, InterruptedException {
    Optional<String> fault =
        Files.isDirectory(folder) ? shared.fault() : Optional.of(folder + " is no folder");
    if (fault.isPresent()) {
      throw new ParameterException(spec.commandLine(), fault.get());
    }
    if (shared.verbose) {
      FileLogging.toConsoleToo();
    }
    Threads threads = new Threads((thread, e) -> log.error("{} failed", thread.getName(), e));
    ImportSettings settings = shared.settings();
    ImportOptions options = shared.options(settings, false, false, false);
    Stop stop = new Stop();
    Told told = new Told(spec.commandLine().getOut());
    try (StopSignal _ = new StopSignal(threads, stop::ask);
        LocalPictureReader reader = new LocalPictureReader(shared::load, shared.parallel, time);
        Importer importer =
            shared.recognizer == SnapshotOptions.Recognizer.LOCAL
                ? Importer.local(options, reader, told, stop, time, threads)
                : Importer.cloud(options, shared.cloud(settings), told, stop, time, threads)) {
      importer.recover();
      told.say("watching " + folder);
      new FolderWatch(folder, after, cameraFolders, EVERY, importer, stop).run();
      importer.halted().ifPresent(why -> told.say("stopped: " + why));
      return importer.halted().isPresent() ? HALTED : DONE;
    }
  }

  /** One line a picture. */
  private record Told(PrintWriter out) implements ImportListener {

    @Override
    public void ended(ImportResult result) {
      String outcome = result.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      String why = result.reason().isEmpty() ? "" : ": " + result.reason();
      say("%s %s%s".formatted(result.line().shown(), outcome, why));
    }

    @Override
    public void waiting(String why, Duration pause) {
      say("waiting %s: %s".formatted(ImportProgress.text(pause), why));
    }

    private synchronized void say(String line) {
      out.println("gatehouse: " + line);
      out.flush();
    }
  }
}
