package io.gatehouse.launch.doctor;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A folder's files as one file beside it. */
public final class ZipFolder {

  private ZipFolder() {}

  /**
   * Writes {@code FOLDER.zip}.
   *
   * @param folder of files; folders within it are left out
   */
  public static Path of(Path folder) throws IOException {
    Path zip = folder.resolveSibling(folder.getFileName() + ".zip");
    List<Path> files;
    try (Stream<Path> entries = Files.list(folder)) {
      files = entries.filter(Files::isRegularFile).sorted().toList();
    }
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(out)) {
      for (Path file : files) {
        entries.putNextEntry(new ZipEntry(folder.getFileName() + "/" + file.getFileName()));
        Files.copy(file, entries);
        entries.closeEntry();
      }
    }
    return zip;
  }
}
