package io.gatehouse.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import org.h2.tools.Recover;
import org.h2.tools.RunScript;

/**
 * Reads what can still be read of a damaged database file into a new one, with H2's own tools. The
 * damaged file is only read.
 */
final class Salvage {

  /** The script holds the pictures as hexadecimal digits, and the new file is as large again. */
  private static final int ROOM_FACTOR = 4;

  private Salvage() {}

  /**
   * @param damaged {@code <name>.mv.db}
   * @param target where the new database file will be
   * @throws IOException when there is no room, or the tools could not make a database of it
   */
  static void recover(Path damaged, Path target) throws IOException {
    long needed = Math.multiplyExact(Files.size(damaged), (long) ROOM_FACTOR);
    long free = Files.getFileStore(target.getParent()).getUsableSpace();
    if (free < needed) {
      throw new IOException("%d MB are needed, %d are free".formatted(needed >> 20, free >> 20));
    }
    String name = Database.name(damaged);
    Path written = damaged.resolveSibling(name + ".h2.sql");
    Path script = target.resolveSibling("recovered.sql");
    try {
      Recover.execute(damaged.getParent().toString(), name);
      Files.move(written, script, StandardCopyOption.REPLACE_EXISTING);
      RunScript.execute(
          Database.url(target, ""), Database.USER, "", script.toString(), null, false);
      Database.restartNumbers(target);
    } catch (SQLException e) {
      throw new IOException(DatabaseFaults.firstLine(e), e);
    } finally {
      Files.deleteIfExists(written);
      Files.deleteIfExists(script);
    }
  }
}
