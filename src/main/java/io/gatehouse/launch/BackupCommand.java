package io.gatehouse.launch;

import io.gatehouse.common.TimeSource;
import io.gatehouse.store.Backup;
import io.gatehouse.store.DataFolder;
import io.gatehouse.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatehouse backup}. */
@Command(
    name = "backup",
    description = "Writes all that the kiosk keeps into one file. The kiosk must not run.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class BackupCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "DIR|FILE",
      description = "A folder that is there, for a file named by the time, or a new file")
  private Path target;

  @Mixin private DataOption data;

  @Override
  public Integer call() throws StoreException {
    Path file =
        Files.isDirectory(target) ? Backup.fileIn(target, TimeSource.system().now()) : target;
    Path root = data.folder();
    try (DataFolder folder = DataFolder.open(root)) {
      Backup.write(folder, file);
    }
    spec.commandLine().getOut().println("Written: " + file);
    return 0;
  }
}
