package io.gatehouse.launch;

import io.gatehouse.common.TimeSource;
import io.gatehouse.store.Backup;
import io.gatehouse.store.DataFolder;
import io.gatehouse.store.StoreException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatehouse restore}. */
@Command(
    name = "restore",
    description = "Puts a backup into the data folder. The kiosk must not run.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class RestoreCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The backup")
  private Path file;

  @Mixin private DataOption data;

  @Option(
      names = "--force",
      description = "Also where there is a database: it is moved aside, with journal and settings")
  private boolean force;

  @Override
  public Integer call() throws StoreException {
    Path root = data.folder();
    try (DataFolder folder = DataFolder.open(root)) {
      Path aside = Backup.restore(file, folder, force, TimeSource.system().now());
      spec.commandLine().getOut().println("Restored into " + folder.root());
      if (!aside.equals(folder.root())) {
        spec.commandLine().getOut().println("What was there is kept in " + aside);
      }
    }
    return 0;
  }
}
