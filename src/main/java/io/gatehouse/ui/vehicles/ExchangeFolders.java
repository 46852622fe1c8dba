package io.gatehouse.ui.vehicles;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Where tables may be brought from and taken to. Every call may block on a slow stick. */
final class ExchangeFolders {

  private static final int MOST_TABLES = 40;

  private final List<Path> mounts;
  private final List<Path> own;

  /**
   * Looks at fixed places.
   *
   * @param mounts folders in whose folders, or in theirs, sticks appear
   * @param own always there to choose
   */
  ExchangeFolders(List<Path> mounts, List<Path> own) {
    this.mounts = List.copyOf(mounts);
    this.own = List.copyOf(own);
  }

  /** Where desktops and small computers show plugged-in sticks, and the folder for tables. */
  static ExchangeFolders of(Path tables) {
    return new ExchangeFolders(
        List.of(Path.of("/media"), Path.of("/run/media"), Path.of("/mnt")), List.of(tables));
  }

  /** Those that are there now: sticks first. */
  List<Path> places() throws IOException {
    List<Path> places = new ArrayList<>();
    for (Path mount : mounts) {
      for (Path folder : folders(mount)) {
        List<Path> inner = isMount(folder) ? List.of(folder) : folders(folder);
        inner.stream().filter(ExchangeFolders::isMount).forEach(places::add);
      }
    }
    for (Path folder : own) {
      places.add(Files.createDirectories(folder));
    }
    return places;
  }

  /** The newest tables of a folder. */
  List<Path> tables(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".csv"))
          .filter(Files::isRegularFile)
          .sorted(Comparator.comparing(Path::getFileName).reversed())
          .limit(MOST_TABLES)
          .toList();
    }
  }

  /** Whether another disk is there than in the folder above. */
  private static boolean isMount(Path folder) {
    try {
      return !Files.getFileStore(folder).equals(Files.getFileStore(folder.getParent()));
    } catch (IOException e) { // taken out a moment ago
      return false;
    }
  }

  private static List<Path> folders(Path parent) {
    if (!Files.isReadable(parent)) {
      return List.of();
    }
    List<Path> folders = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent, Files::isDirectory)) {
      entries.forEach(folders::add);
    } catch (IOException e) { // as if nothing were plugged in
      return List.of();
    }
    return folders;
  }
}
