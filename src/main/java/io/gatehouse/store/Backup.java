package io.gatehouse.store;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A data folder in one zip file: the database, and beside it the journal and all small files, as
 * settings and what was learned. One that the running kiosk made holds the database alone; it is
 * put back in the same way.
 */
public final class Backup {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** What belongs to a machine or can be made anew. */
  private static final List<String> LEFT_OUT =
      List.of("backup", "damaged", "logs", "rebuild", "replaced", "reserve.bin", "gatehouse.lock");

  private Backup() {}

  /** The name of a backup in a folder. */
  public static Path fileIn(Path folder, Instant now) {
    return folder.resolve("gatehouse-%s.zip".formatted(STAMP.format(now)));
  }

  /**
   * Writes the folder of a kiosk that does not run.
   *
   * @param folder locked
   * @param target must not be there
   * @throws StoreException when it could not be written; there is no file of that name then
   */
  public static void write(DataFolder folder, Path target) throws StoreException {
    Path file = target.toAbsolutePath();
    Path beginning = file.resolveSibling(file.getFileName() + ".part");
    try {
      if (Files.exists(file)) {
        throw new StoreException("%s is there already: choose another name.".formatted(file));
      }
      if (!Files.exists(folder.databaseFile())) {
        throw new StoreException("There is no database in %s.".formatted(folder.root()));
      }
      Files.createDirectories(file.getParent());
      try (FileOutputStream out = new FileOutputStream(beginning.toFile())) {
        ZipOutputStream zip = new ZipOutputStream(out);
        // most of it are pictures, which are as small as they get
        zip.setLevel(Deflater.BEST_SPEED);
        for (Path each : files(folder.root())) {
          zip.putNextEntry(new ZipEntry(folder.root().relativize(each).toString()));
          Files.copy(each, zip);
          zip.closeEntry();
        }
        zip.finish();
        out.getFD().sync();
      }
      Files.move(beginning, file, StandardCopyOption.ATOMIC_MOVE);
      SyncedFiles.syncFolder(file.getParent());
    } catch (IOException e) {
      throw new StoreException(
          "The backup %s could not be written: %s".formatted(file, e.getMessage()), e);
    } finally {
      beginning.toFile().delete();
    }
  }

  /** What belongs into a backup of a data folder. */
  static List<Path> files(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> belongs(root.relativize(file).getName(0).toString()))
          .sorted()
          .toList();
    }
  }

  /** Names with a dot are caches of libraries, where the folder is their user's home. */
  private static boolean belongs(String name) {
    return !LEFT_OUT.contains(name) && !name.startsWith(".");
  }

  /**
   * Puts a backup into a folder. What is there is moved aside, never deleted.
   *
   * @param folder locked
   * @param replace whether a database that is there may be moved aside
   * @return where what was there is kept; the folder itself when there was nothing
   * @throws StoreException when the file is no backup, or the folder has a database and may not
   *     lose it, or something could not be moved; nothing is changed then
   */
  public static Path restore(Path backup, DataFolder folder, boolean replace, Instant now)
      throws StoreException {
    Path root = folder.root();
    if (Files.exists(folder.databaseFile()) && !replace) {
      throw new StoreException(
          "%s has a database: to put the backup in its place, and the database aside, add --force."
              .formatted(root));
    }
    Path work = root.resolve("rebuild");
    try {
      Recovery.deleteTree(work);
      unpack(backup, work);
      Path database = work.resolve(folder.databaseFile().getFileName());
      if (!Files.exists(database)) {
        throw new StoreException("%s is no backup of Gatehouse.".formatted(backup));
      }
      // opened here, so that a damaged one is found out before it replaces anything
      Database.open(database, "").close();
      Path aside = root.resolve("replaced").resolve(STAMP.format(now));
      boolean kept =
          new Replacement(root, work, aside)
              .make(
                  Set.of(name(folder.journalFolder()), name(folder.settingsFile())),
                  name(folder.databaseFile()));
      Recovery.deleteTree(work);
      return kept ? aside : root;
    } catch (IOException e) {
      throw new StoreException(
          "The backup %s could not be put back: %s".formatted(backup, e.getMessage()), e);
    }
  }

  private static void unpack(Path backup, Path work) throws IOException {
    try (ZipFile zip = new ZipFile(backup.toFile())) {
      for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
        Path file = work.resolve(entry.getName()).normalize();
        if (!file.startsWith(work)) {
          throw new IOException("it has a file that would lie outside: " + entry.getName());
        }
        if (entry.isDirectory() || !belongs(work.relativize(file).getName(0).toString())) {
          continue;
        }
        Files.createDirectories(file.getParent());
        try (InputStream in = zip.getInputStream(entry);
            FileOutputStream out = new FileOutputStream(file.toFile())) {
          in.transferTo(out);
          out.getFD().sync();
        }
      }
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
