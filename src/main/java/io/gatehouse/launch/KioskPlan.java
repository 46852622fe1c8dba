package io.gatehouse.launch;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the command line asks of a kiosk; what it leaves open, the settings say.
 *
 * @param data where passages and settings live
 * @param camera a camera URI
 * @param autoConfirm whether sure proposals pass without a guard
 */
record KioskPlan(Path data, Optional<String> camera, boolean autoConfirm) {

  /** Read before the data folder is locked, for the language of whatever comes then. */
  Path settingsFile() {
    return data.resolve("settings.json");
  }
}
