package io.gatehouse.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.MVStoreTool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives space that the database no longer needs back to the system, when the database is closed:
 * never while there is a lane. The file has a second name until the new one is on the disk.
 */
final class Compaction {

  private static final Logger log = LoggerFactory.getLogger(Compaction.class);

  /**
   * When it is worth the time.
   *
   * @param leastFreed bytes that it must give back; besides, it must be a third of the file
   * @param mostKept more bytes than these take too long while somebody waits for the end
   */
  record Bounds(long leastFreed, long mostKept) {

    /** On a memory card half a minute. */
    static final Bounds STANDARD = new Bounds(32L << 20, 512L << 20);

    boolean allow(long size, long reusable) {
      return reusable >= leastFreed && reusable > size / 3 && size - reusable <= mostKept;
    }
  }

  private Compaction() {}

  /** Writes a closed database anew, without what is empty in it. */
  static void compact(Path file) {
    Path before = secondName(file);
    try {
      long size = Files.size(file);
      if (file.toFile().getUsableSpace() < size) {
        return;
      }
      Files.createLink(before, file);
      MVStoreTool.compact(file.toString(), false);
      try (RandomAccessFile written = new RandomAccessFile(file.toFile(), "rw")) {
        written.getFD().sync();
      }
      SyncedFiles.syncFolder(file.getParent());
      Files.delete(before);
      log.info("The database is {} MB, it was {} MB", Files.size(file) >> 20, size >> 20);
    } catch (IOException | UnsupportedOperationException | MVStoreException e) {
      log.warn("The database was not made smaller: {}", e.getMessage());
      undo(file);
    }
  }

  /** Puts back a file whose smaller one may not be whole; nothing to do when there is none. */
  static void undo(Path file) {
    Path before = secondName(file);
    try {
      if (Files.exists(before)) {
        Files.move(
            before, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      log.warn("{} could not be put back: {}", before, e.getMessage());
    }
  }

  private static Path secondName(Path file) {
    return file.resolveSibling(file.getFileName() + ".before");
  }
}
