package io.gatehouse.launch;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where a kiosk keeps what it has; the same for every command that looks there. */
final class DataOption {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The data folder (default: ~/.local/share/gatehouse)")
  private Path data;

  /** The folder that was named, or else this user's. */
  Path folder() {
    return folder(Environment.ofThisProcess());
  }

  Path folder(Environment environment) {
    return data == null ? environment.dataFolder() : data;
  }
}
