package io.gatehouse.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What opening the store found and did. The guard is told when something was recovered.
 *
 * @param cause why anything had to be done
 * @param replayed passages and corrections written again from the journal
 * @param picturesLost pictures of replayed passages that could not be found again
 * @param keptAside the damaged file, untouched; empty when there was none to keep
 * @param details lines for the technician
 */
public record RecoveryReport(
    Cause cause, long replayed, long picturesLost, Optional<Path> keptAside, List<String> details) {

  /** Why anything had to be done. */
  public enum Cause {
    /** All was well. */
    NONE,
    /** The database file was gone while its journal was there. */
    DATABASE_MISSING,
    /** The database file could not be opened or read. */
    DATABASE_DAMAGED,
    /** The database opened, but as if it were new. */
    DATABASE_EMPTIED,
    /** The database opened, but acknowledged passages were not in it. */
    DATABASE_BEHIND
  }

  static final RecoveryReport NOTHING =
      new RecoveryReport(Cause.NONE, 0, 0, Optional.empty(), List.of());

  public RecoveryReport {
    details = List.copyOf(details);
  }

  /** Whether the guard must be told. */
  public boolean happened() {
    return cause != Cause.NONE;
  }

  /** One line for the technician. */
  public String line() {
    String what =
        switch (cause) {
          case NONE -> "The database is as it was left";
          case DATABASE_MISSING -> "The database file was gone";
          case DATABASE_DAMAGED -> "The database file was damaged";
          case DATABASE_EMPTIED -> "The database file had lost its contents";
          case DATABASE_BEHIND -> "The database lacked the newest passages";
        };
    StringBuilder line = new StringBuilder(what);
    if (happened()) {
      line.append(": ").append(replayed).append(" entries came back from the journal");
      if (picturesLost > 0) {
        line.append(", ").append(picturesLost).append(" pictures are lost");
      }
      keptAside.ifPresent(file -> line.append("; the file is kept as ").append(file));
    }
    return line.append('.').toString();
  }
}
