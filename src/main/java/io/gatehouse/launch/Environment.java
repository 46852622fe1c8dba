package io.gatehouse.launch;

import io.gatehouse.launch.systemd.ServiceManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Install-time knobs: everything taken from the environment is named here. */
final class Environment {

  /** Overrides the data folder. */
  static final String DATA = "GATEHOUSE_DATA";

  private static final Path INSTALLED_DATA = Path.of("/var/lib/gatehouse");

  private final Map<String, String> variables;
  private final Path home;

  Environment(Map<String, String> variables, Path home) {
    this.variables = variables;
    this.home = home;
  }

  static Environment ofThisProcess() {
    return new Environment(System.getenv(), Path.of(System.getProperty("user.home")));
  }

  /** Where passages and settings live when no {@code --data} says otherwise. */
  Path dataFolder() {
    String set = variables.getOrDefault(DATA, "");
    if (!set.isBlank()) {
      return Path.of(set);
    }
    if (Files.isWritable(INSTALLED_DATA)) {
      return INSTALLED_DATA;
    }
    String share = variables.getOrDefault("XDG_DATA_HOME", "");
    return (share.isBlank() ? home.resolve(".local/share") : Path.of(share)).resolve("gatehouse");
  }

  /**
   * Whether a screen can be opened: an X or Wayland display is named, or JavaFX was told to draw
   * into memory.
   */
  boolean hasDisplay() {
    return "Headless".equals(System.getProperty("glass.platform"))
        || !variables.getOrDefault("DISPLAY", "").isBlank()
        || !variables.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
  }

  /** systemd, where it started the kiosk and wants signs of life: {@code NOTIFY_SOCKET}. */
  ServiceManager serviceManager() {
    return ServiceManager.of(variables);
  }
}
