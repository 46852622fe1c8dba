package io.gatehouse.settings;

import io.gatehouse.common.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far the first set-up has come, kept in a small file in the data folder for as long as it
 * lasts: a kiosk that is killed goes on at the step where it was, and one that is set up never asks
 * again. Safe for use by several threads.
 */
public final class SetupProgress {

  private static final String FILE = "first-set-up";

  private final Path file;
  private Optional<SetupStep> step;
  private boolean kept;
  private boolean postponed;

  private SetupProgress(Path file, Optional<SetupStep> step) {
    this.file = file;
    this.step = step;
    this.kept = step.isPresent();
  }

  /**
   * As it stands in a data folder. One that no kiosk has used yet needs a set-up, if it is wanted
   * at all.
   *
   * @param wanted whether a new folder is to be set up; one whose set-up is under way goes on
   */
  public static SetupProgress in(Path folder, boolean wanted) throws IOException {
    Path file = folder.resolve(FILE);
    if (Files.exists(file)) {
      String name = Files.readString(file).strip();
      SetupStep step =
          Arrays.stream(SetupStep.values())
              .filter(each -> each.name().equals(name))
              .findFirst()
              .orElse(SetupStep.LANE);
      return new SetupProgress(file, wanted ? Optional.of(step) : Optional.empty());
    }
    SetupProgress progress = new SetupProgress(file, Optional.empty());
    if (wanted && isNew(folder)) {
      Files.createDirectories(folder);
      progress.kept = true;
      progress.reached(SetupStep.LANE);
    }
    return progress;
  }

  /** Neither settings nor a database; an installer may have put other things there. */
  private static boolean isNew(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return true;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .noneMatch(name -> name.equals("settings.json") || name.endsWith(".db"));
    }
  }

  /** Whether the set-up is to be shown. */
  public synchronized boolean isDue() {
    return step.isPresent() && !postponed;
  }

  /** Where it is; the first step when it is not under way. */
  public synchronized SetupStep step() {
    return step.orElse(SetupStep.LANE);
  }

  /**
   * Whether the camera must not run yet: nobody has said which, and vehicles of the demo do not
   * belong into a site's books.
   */
  public synchronized boolean holdsCamera() {
    return isDue() && kept && step().compareTo(SetupStep.PICTURE) < 0;
  }

  /** A technician goes through it again; nothing is kept of that beyond this run. */
  public synchronized void again() {
    step = Optional.of(SetupStep.LANE);
    postponed = false;
  }

  /** The steps before this one are done; on the disk when this returns. */
  public synchronized void reached(SetupStep now) throws IOException {
    if (kept) {
      WholeFile.write(file, (now.name() + "\n").getBytes(StandardCharsets.UTF_8));
    }
    step = Optional.of(now);
  }

  /** Not now: it is asked for again at the next start. */
  public synchronized void postpone() {
    postponed = true;
  }

  /** All is set; never asked for again. */
  public synchronized void done() throws IOException {
    Files.deleteIfExists(file);
    step = Optional.empty();
    kept = false;
  }
}
