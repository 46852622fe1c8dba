package io.gatehouse.launch;

import io.gatehouse.common.TimeSource;
import io.gatehouse.plate.Confusions;
import io.gatehouse.store.DataFolder;
import io.gatehouse.store.KioskStore;
import io.gatehouse.store.PassageQuery;
import io.gatehouse.store.StoreException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gatehouse upgrade}: what the first start would do, done while a technician is there. */
@Command(
    name = "upgrade",
    description =
        "Brings the data of an older version to this one, after it kept a copy. The kiosk must not run.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class UpgradeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private DataOption data;

  @Override
  public Integer call() throws StoreException {
    Path root = data.folder();
    try (DataFolder folder = DataFolder.open(root);
        KioskStore store = KioskStore.open(folder, TimeSource.system(), Confusions::fold)) {
      spec.commandLine()
          .getOut()
          .printf(
              "The data in %s is of this version, passages: %d%n",
              root, store.passages().search(PassageQuery.newest(1)).total());
    }
    return 0;
  }
}
