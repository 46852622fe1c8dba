package io.gatehouse.store;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;

/** How much a disk can still take. */
@FunctionalInterface
interface FreeSpace {

  /** Bytes that this user can still write. */
  long bytes() throws IOException;

  /** Of the disk that a folder lies on. */
  static FreeSpace of(Path folder) {
    // asked with every passage: a Path's FileStore would read the table of mounts each time
    File file = folder.toFile();
    return () -> {
      long bytes = file.getUsableSpace();
      if (bytes == 0 && !file.exists()) {
        throw new IOException(folder + " is gone");
      }
      return bytes;
    };
  }
}
