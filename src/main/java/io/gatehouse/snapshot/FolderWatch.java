package io.gatehouse.snapshot;

import io.gatehouse.snapshot.common.Line;
import io.gatehouse.snapshot.common.Outcome;
import io.gatehouse.snapshot.common.Stop;
import io.gatehouse.snapshot.common.StoppedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports the pictures that cameras drop into a folder. It is looked again and again rather than
 * being told: folders on other machines tell nothing. A file is taken when it has stopped growing.
 */
public final class FolderWatch {

  private static final Logger log = LoggerFactory.getLogger(FolderWatch.class);
  private static final Set<String> ENDINGS = Set.of("jpg", "jpeg", "png", "webp", "bmp");
  private static final String DONE = "done";
  private static final String FAILED = "failed";

  /** What becomes of a picture when it is done. */
  public enum After {
    /** It stays. */
    KEEP,
    /** It moves to {@code done}, or {@code failed}, in the folder. */
    MOVE,
    /** It is deleted when it is stored or known, and moves to {@code failed} otherwise. */
    DELETE
  }

  private record Seen(long size, long modified) {}

  private final Path folder;
  private final After after;
  private final boolean cameraFolders;
  private final Duration every;
  private final Importer importer;
  private final Stop stop;

  /** How files looked the last time. */
  private Map<Path, Seen> before = new HashMap<>();

  /** How files looked when they were imported. */
  private final Map<Path, Seen> taken = new HashMap<>();

  /**
   * Watches nothing yet.
   *
   * @param cameraFolders whether the folders in this one are called as their cameras are
   * @param every how often it is looked; a file that is the same twice is complete
   */
  public FolderWatch(
      Path folder,
      After after,
      boolean cameraFolders,
      Duration every,
      Importer importer,
      Stop stop) {
    this.folder = folder;
    this.after = after;
    this.cameraFolders = cameraFolders;
    this.every = every;
    this.importer = importer;
    this.stop = stop;
  }

  /** Watches until it is asked to stop, or nothing can be imported any more. */
  public void run() throws InterruptedException {
    try {
      while (!stop.isAsked()) {
        look();
        stop.pause(every);
      }
    } catch (StoppedException e) {
      log.debug("the watch of {} ends", folder);
    }
  }

  /** Imports what is complete. */
  void look() throws InterruptedException {
    Map<Path, Seen> now = files();
    List<Line> complete = new ArrayList<>();
    for (Map.Entry<Path, Seen> file : now.entrySet()) {
      Seen seen = file.getValue();
      boolean isComplete = seen.size > 0 && seen.equals(before.get(file.getKey()));
      if (isComplete && !seen.equals(taken.get(file.getKey()))) {
        Path path = file.getKey();
        complete.add(new Line(complete.size() + 1, path.toString(), camera(path)));
      }
    }
    before = now;
    taken.keySet().retainAll(now.keySet());
    if (complete.isEmpty()) {
      return;
    }
    for (ImportResult result : importer.run(complete).results()) {
      if (result.outcome() != Outcome.NOT_TRIED && importer.halted().isEmpty()) {
        Path file = Path.of(result.line().source());
        taken.put(file, now.get(file));
        tidy(file, result.outcome().isGood());
      }
    }
  }

  /** Cameras make folders of their own below theirs, such as one a day. */
  private Optional<String> camera(Path file) {
    Path inside = folder.relativize(file);
    return cameraFolders && inside.getNameCount() > 1
        ? Optional.of(inside.getName(0).toString())
        : Optional.empty();
  }

  private Map<Path, Seen> files() {
    Map<Path, Seen> files = new HashMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(this::isPicture).sorted().toList()) {
        files.put(file, new Seen(Files.size(file), Files.getLastModifiedTime(file).toMillis()));
      }
    } catch (IOException | UncheckedIOException e) {
      // a file that was taken away meanwhile, or a share that is gone: it is looked again
      log.warn("{} cannot be looked at now: {}", folder, e.getMessage());
      return before;
    }
    return files;
  }

  private boolean isPicture(Path file) {
    Path first = folder.relativize(file).getName(0);
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0
        && ENDINGS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT))
        && !first.toString().equals(DONE)
        && !first.toString().equals(FAILED)
        && Files.isRegularFile(file);
  }

  private void tidy(Path file, boolean good) {
    try {
      switch (after) {
        case KEEP -> {}
        case DELETE -> {
          if (good) {
            Files.deleteIfExists(file);
          } else {
            move(file, FAILED);
          }
        }
        case MOVE -> move(file, good ? DONE : FAILED);
      }
    } catch (IOException e) {
      log.warn("{} stays where it is: {}", file, e.getMessage());
    }
  }

  private void move(Path file, String where) throws IOException {
    Path to = folder.resolve(where).resolve(folder.relativize(file));
    Files.createDirectories(to.getParent());
    Files.move(file, to, StandardCopyOption.REPLACE_EXISTING);
  }
}
