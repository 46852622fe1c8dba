package io.gatehouse.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Brings folder entries to the disk: without it, a new or renamed file may be gone after a cut. */
final class SyncedFiles {

  private SyncedFiles() {}

  static void syncFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
