package io.gatehouse.launch;

import io.gatehouse.common.TimeSource;
import io.gatehouse.plate.Confusions;
import io.gatehouse.store.DataFolder;
import io.gatehouse.store.KioskStore;
import io.gatehouse.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatehouse export}. */
@Command(
    name = "export",
    description =
        "Writes passages as a table that spreadsheets read, with their pictures. The kiosk must"
            + " not run.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ExportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "A new folder, or an empty one")
  private Path target;

  @Option(names = "--from", paramLabel = "DAY", description = "First day, as 2026-11-01")
  private LocalDate from;

  @Option(names = "--to", paramLabel = "DAY", description = "Last day")
  private LocalDate to;

  @Option(names = "--pictures", description = "The full pictures, too")
  private boolean pictures;

  @Mixin private DataOption data;

  @Override
  public Integer call() throws StoreException, IOException {
    if (from != null && to != null && to.isBefore(from)) {
      throw new ParameterException(spec.commandLine(), "--to is before --from");
    }
    requireEmpty();
    ZoneId zone = ZoneId.systemDefault();
    Path root = data.folder();
    try (DataFolder folder = DataFolder.open(root)) {
      if (!Files.exists(folder.databaseFile())) {
        throw new StoreException("There is no database in %s.".formatted(folder.root()));
      }
      try (KioskStore store = KioskStore.open(folder, TimeSource.system(), Confusions::fold)) {
        PassageExport export = new PassageExport(store, zone, pictures);
        export.write(target, start(from, zone), start(to == null ? null : to.plusDays(1), zone));
        spec.commandLine()
            .getOut()
            .printf("%s: %d passages, %d pictures%n", target, export.rows(), export.pictures());
      }
    }
    return 0;
  }

  /** Nothing of somebody's is written over. */
  private void requireEmpty() throws IOException {
    if (!Files.exists(target)) {
      return;
    }
    if (!Files.isDirectory(target)) {
      throw new ParameterException(spec.commandLine(), target + " is no folder");
    }
    try (Stream<Path> files = Files.list(target)) {
      if (files.findAny().isPresent()) {
        throw new ParameterException(
            spec.commandLine(), target + " is not empty: name a new folder");
      }
    }
  }

  private static Optional<Instant> start(LocalDate day, ZoneId zone) {
    return Optional.ofNullable(day).map(d -> d.atStartOfDay(zone).toInstant());
  }
}
