package io.gatehouse.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much a disk can still take. */
@FunctionalInterface
interface FreeSpace {

  /** Bytes that this user can still write. */
  long bytes() throws IOException;

  /** Of the disk that a folder lies on. */
  static FreeSpace of(Path folder) {
    return () -> Files.getFileStore(folder).getUsableSpace();
  }
}
