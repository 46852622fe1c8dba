package io.gatehouse.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what a filling disk still takes: first pictures are dropped, then a reserve that was set
 * apart in better days is given up, so that passages go on. Not safe for use by several threads:
 * {@link CommitPath} serialises.
 */
final class DiskRoom {

  private static final Logger log = LoggerFactory.getLogger(DiskRoom.class);

  private static final int ZEROS = 1 << 16;

  private final Path reserve;
  private final FreeSpace free;
  private final FreeSpace reusable;
  private final Limits limits;

  /**
   * @param picturesBytes below so much free space no pictures are stored
   * @param reserveBytes size of the reserve
   * @param lastBytes below so much free space the reserve is given up
   */
  record Limits(long picturesBytes, long reserveBytes, long lastBytes) {

    /** A day of pictures is some hundred megabytes: the guard has time to call. */
    static final Limits STANDARD = new Limits(512L << 20, 64L << 20, 16L << 20);
  }

  /**
   * Makes one.
   *
   * @param free on the disk
   * @param reusable within the database's own file; asked only when the disk is full
   */
  DiskRoom(Path reserve, FreeSpace free, FreeSpace reusable, Limits limits) {
    this.reserve = reserve;
    this.free = free;
    this.reusable = reusable;
    this.limits = limits;
  }

  /** Sets the reserve apart when there is room for it and for pictures. */
  void prepare() {
    try {
      if (reserveSize() >= limits.reserveBytes()
          || free.bytes() < limits.picturesBytes() + limits.reserveBytes()) {
        return;
      }
      try (RandomAccessFile file = new RandomAccessFile(reserve.toFile(), "rw")) {
        // written, not only lengthened: a hole would reserve nothing
        byte[] zeros = new byte[ZEROS];
        for (long at = 0; at < limits.reserveBytes(); at += ZEROS) {
          file.write(zeros, 0, (int) Math.min(ZEROS, limits.reserveBytes() - at));
        }
        file.getFD().sync();
      }
    } catch (IOException e) {
      log.warn("No reserve could be set apart on the disk: {}", e.getMessage());
    }
  }

  private long reserveSize() throws IOException {
    return Files.exists(reserve) ? Files.size(reserve) : 0;
  }

  /** Whether pictures are still stored; gives up the reserve when there is next to nothing left. */
  boolean takesPictures() {
    long left;
    try {
      left = free.bytes();
    } catch (IOException e) {
      log.warn("The free space of the disk is not known: {}", e.getMessage());
      return true;
    }
    if (left < limits.lastBytes()) {
      giveUpReserve();
    }
    return hasRoomForPictures(left);
  }

  /**
   * Whether pictures fit, on the disk or where old ones were removed.
   *
   * @param left free bytes on the disk
   */
  boolean hasRoomForPictures(long left) {
    if (left >= limits.picturesBytes()) {
      return true;
    }
    try {
      return left >= limits.lastBytes() && left + reusable.bytes() >= limits.picturesBytes();
    } catch (IOException e) {
      log.warn("The room within the database is not known: {}", e.getMessage());
      return false;
    }
  }

  /**
   * Frees the space that was kept for passages on a full disk.
   *
   * @return whether there was one
   */
  boolean giveUpReserve() {
    try {
      boolean there = Files.deleteIfExists(reserve);
      if (there) {
        log.warn("The disk is full: the reserve is given up so that passages can still be stored");
      }
      return there;
    } catch (IOException e) {
      log.warn("The reserve {} cannot be given up: {}", reserve, e.getMessage());
      return false;
    }
  }

  long freeBytes() throws IOException {
    return free.bytes();
  }
}
