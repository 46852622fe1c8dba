package io.gatehouse.store;

import io.gatehouse.common.KnownFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The folder that holds all that a kiosk keeps, locked for one kiosk while it is open. The lock is
 * the operating system's: it ends with the process, however that ends.
 */
public final class DataFolder implements AutoCloseable {

  private static final String LOCK_FILE = "gatehouse.lock";

  private final Path root;
  private final FileChannel lockChannel;
  private final FileLock lock;

  private DataFolder(Path root, FileChannel lockChannel, FileLock lock) {
    this.root = root;
    this.lockChannel = lockChannel;
    this.lock = lock;
  }

  /**
   * Makes the folder if it is not there, and locks it.
   *
   * @throws StoreException when it cannot be made or written ({@link KnownFailure#DATA_READ_ONLY}),
   *     or another kiosk has it ({@link KnownFailure#SECOND_KIOSK})
   */
  public static DataFolder open(Path folder) throws StoreException {
    Path root = folder.toAbsolutePath().normalize();
    if (root.toString().contains(";")) {
      throw readOnly("The data folder %s has a ';' in its name: choose another one.", root, null);
    }
    try {
      Files.createDirectories(root);
    } catch (IOException e) {
      throw readOnly(
          "The data folder %s cannot be made: allow it, or choose another one with --data.",
          root, e);
    }
    requireWritable(root);
    return lock(root);
  }

  private static void requireWritable(Path root) throws StoreException {
    try {
      Path probe = Files.createTempFile(root, "probe", ".tmp");
      Files.delete(probe);
    } catch (IOException e) {
      throw readOnly(
          "The data folder %s cannot be written: allow it, or choose another one with --data.",
          root, e);
    }
  }

  private static DataFolder lock(Path root) throws StoreException {
    Path file = root.resolve(LOCK_FILE);
    FileChannel channel = null;
    FileLock lock = null;
    try {
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      lock = channel.tryLock();
      if (lock == null) {
        throw secondKiosk(root, file);
      }
      byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8);
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(pid), 0);
      return new DataFolder(root, channel, lock);
    } catch (OverlappingFileLockException e) {
      throw secondKiosk(root, file);
    } catch (IOException e) {
      throw readOnly("The data folder %s cannot be locked.", root, e);
    } finally {
      if (lock == null && channel != null) {
        closeQuietly(channel);
      }
    }
  }

  private static void closeQuietly(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static StoreException secondKiosk(Path root, Path lockFile) {
    String holder = "";
    try {
      String pid = Files.readString(lockFile).strip();
      if (!pid.isEmpty()) {
        holder = " (process " + pid + ")";
      }
    } catch (IOException e) {
      // the process number is a courtesy: without it the line is as true
      holder = "";
    }
    return new StoreException(
        KnownFailure.SECOND_KIOSK,
        "Another Gatehouse%s works on the data folder %s: end it first, or choose another folder with --data."
            .formatted(holder, root),
        null);
  }

  private static StoreException readOnly(String line, Path root, IOException cause) {
    String why = cause == null ? "" : " (" + reason(cause) + ")";
    return new StoreException(KnownFailure.DATA_READ_ONLY, line.formatted(root) + why, cause);
  }

  private static String reason(IOException cause) {
    return switch (cause) {
      case java.nio.file.AccessDeniedException _ -> "no permission";
      case java.nio.file.FileAlreadyExistsException _ -> "it is a file, not a folder";
      case NoSuchFileException _ -> "no such folder";
      case java.nio.file.FileSystemException e when e.getReason() != null -> e.getReason();
      default -> String.valueOf(cause.getMessage());
    };
  }

  /** Absolute. */
  public Path root() {
    return root;
  }

  /** The settings, JSON. */
  public Path settingsFile() {
    return root.resolve("settings.json");
  }

  /** H2's file. */
  public Path databaseFile() {
    return root.resolve("gatehouse.mv.db");
  }

  /** The journal's parts. */
  public Path journalFolder() {
    return root.resolve("journal");
  }

  /** Room for passages when the disk is full. */
  Path reserveFile() {
    return root.resolve("reserve.bin");
  }

  /** Damaged files are kept here, never deleted. */
  public Path damagedFolder() {
    return root.resolve("damaged");
  }

  @Override
  public void close() {
    try {
      lock.release();
      lockChannel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the lock on " + root + " cannot be given back", e);
    }
  }
}
