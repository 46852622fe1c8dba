package io.gatehouse.launch;

import io.gatehouse.common.TimeSource;
import io.gatehouse.plate.Confusions;
import io.gatehouse.settings.Settings;
import io.gatehouse.settings.SettingsStore;
import io.gatehouse.store.DataFolder;
import io.gatehouse.store.KioskStore;
import io.gatehouse.store.StoreException;
import io.gatehouse.sync.CentralAddress;
import io.gatehouse.sync.Enrolment;
import io.gatehouse.sync.Trouble;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatehouse enrol}: what the kiosk's screen does, for a machine without one. */
@Command(
    name = "enrol",
    description = {
      "Makes this gate known to a central; from its next start the kiosk sends there.",
      "The kiosk must be stopped; while it runs, its menu has the same under Central."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class EnrolCommand implements Callable<Integer> {

  private static final int DONE = 0;
  private static final int FAILED = 1;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "URL", description = "The central's address")
  private String url;

  @Parameters(
      index = "1",
      paramLabel = "CODE",
      description = "As the central's page shows it; good once, for a quarter of an hour")
  private String code;

  @Option(
      names = "--certificate",
      defaultValue = "",
      paramLabel = "PEM|SHA-256",
      description = "What to trust instead of this machine's certificates: a file or a fingerprint")
  private String certificate;

  @Mixin private DataOption data;

  @Option(names = "--verbose", description = "Show what is logged, and stack traces")
  private boolean verbose;

  private final TimeSource time = TimeSource.system();

  @Override
  public Integer call() throws StoreException, IOException {
    if (verbose) {
      FileLogging.toConsoleToo();
    }
    CentralAddress address =
        CentralAddress.parse(url)
            .orElseThrow(() ->
                new ParameterException(
                    spec.commandLine(), "'%s' is no address of a central".formatted(url)));
    Path root = data.folder();
    try (DataFolder folder = DataFolder.open(root)) {
      SettingsStore settings = SettingsStore.open(folder.settingsFile(), time);
      Optional<Trouble> trouble = enrol(folder, address, settings.current());
      if (trouble.isPresent()) {
        spec.commandLine()
            .getErr()
            .println("gatehouse: %s: %s".formatted(address, trouble.get().line()));
        return FAILED;
      }
      settings.save(settings.current().withCentral(address.toString(), certificate));
      spec.commandLine().getOut().println("enrolled with " + address);
      return DONE;
    }
  }

  private Optional<Trouble> enrol(DataFolder folder, CentralAddress address, Settings settings)
      throws StoreException {
    try (KioskStore store = KioskStore.open(folder, time, Confusions::fold)) {
      return new Enrolment(store.outbox(), folder.root(), time)
          .enrol(address, certificate, code, settings.laneName());
    }
  }
}
