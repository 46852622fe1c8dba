package io.gatehouse.launch;

import io.gatehouse.barrier.BarrierException;
import io.gatehouse.barrier.Barriers;
import io.gatehouse.common.TimeSource;
import io.gatehouse.settings.SettingsStore;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gatehouse barrier}. */
@Command(
    name = "barrier",
    description = "Looks after the barrier while no kiosk runs.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class BarrierCommand {

  /**
   * For systemd's {@code ExecStopPost}: whatever way the kiosk ended, no relay stays on. Loads
   * neither screen nor database nor models.
   */
  @Command(
      name = "off",
      description = "Switches the relays off that a kiosk which was killed may have left on.",
      mixinStandardHelpOptions = true)
  int off(@Mixin DataOption data) throws BarrierException, InterruptedException {
    Path root = data.folder();
    TimeSource time = TimeSource.system();
    SettingsStore settings = SettingsStore.open(root.resolve("settings.json"), time);
    Barriers.switchOff(settings.current().barrier(), time);
    return 0;
  }
}
