package io.gatehouse.launch.doctor;

import io.gatehouse.common.TimeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** The machine itself: Java, clock, fonts, display. */
public final class SystemChecks {

  private static final Instant PRODUCT_IS_NEWER = Instant.parse("2026-01-01T00:00:00Z");
  private static final Path TIME_SYNCHRONISED = Path.of("/run/systemd/timesync/synchronized");
  private static final List<Path> FONT_FOLDERS =
      List.of(Path.of("/usr/share/fonts"), Path.of("/usr/local/share/fonts"));

  private final TimeSource time;
  private final boolean hasDisplay;

  public SystemChecks(TimeSource time, boolean hasDisplay) {
    this.time = time;
    this.hasDisplay = hasDisplay;
  }

  public List<Check> all() {
    return List.of(
        Check.of("java", SystemChecks::java),
        Check.of("clock", this::clock),
        Check.of("fonts", SystemChecks::fonts),
        Check.of("display", this::display));
  }

  private static Finding java() {
    int feature = Runtime.version().feature();
    String state = "Java %s on %s".formatted(Runtime.version(), System.getProperty("os.arch"));
    return feature >= 25
        ? Finding.ok(state)
        : Finding.fault(state, "Gatehouse needs Java 25: set JAVA_HOME to a JDK 25.");
  }

  private Finding clock() {
    Instant now = time.now();
    String state = now.atZone(ZoneId.systemDefault()).toString();
    if (now.isBefore(PRODUCT_IS_NEWER)) {
      return Finding.fault(
          state, "The clock is wrong: set it, or give the machine a network or a clock battery.");
    }
    return Files.exists(TIME_SYNCHRONISED)
        ? Finding.ok(state + ", synchronised")
        : Finding.note(state, "Not known to be synchronised: check it against a watch.");
  }

  private static Finding fonts() throws IOException {
    for (Path folder : FONT_FOLDERS) {
      if (!Files.isDirectory(folder)) {
        continue;
      }
      try (Stream<Path> files = Files.walk(folder)) {
        if (files.anyMatch(SystemChecks::isFont)) {
          return Finding.ok("system fonts found; the screens use Inter, which comes along");
        }
      }
    }
    return Finding.fault("no font is installed", "sudo apt install fontconfig fonts-dejavu-core");
  }

  private static boolean isFont(Path file) {
    String name = file.toString();
    return name.endsWith(".ttf") || name.endsWith(".otf");
  }

  private Finding display() {
    return hasDisplay
        ? Finding.ok("a display is named in the environment")
        : Finding.note(
            "no display",
            "The kiosk will run without a screen. On the booth's machine start it from the"
                + " graphical session.");
  }
}
