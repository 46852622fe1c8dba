package io.gatehouse.store;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.h2.mvstore.MVStoreException;
import org.h2.tools.Recover;
import org.h2.tools.RunScript;

/**
 * Reads what can still be read of a damaged database file into a new one, with H2's own tools. They
 * work on a copy.
 */
final class Salvage {

  /** The copy, the script with the pictures as hexadecimal digits, and the new file. */
  private static final int ROOM_FACTOR = 5;

  /** The tool gives up on a piece that the file's end cuts off; zeros after it let it read on. */
  private static final long PADDING_BYTES = 32L << 20;

  private Salvage() {}

  /**
   * @param damaged {@code <name>.mv.db}
   * @param target where the new database file will be; its folder is used for the work
   * @throws IOException when there is no room, or the tools could not make a database of it
   */
  static void recover(Path damaged, Path target) throws IOException {
    long needed = Files.size(damaged) * ROOM_FACTOR;
    long free = target.getParent().toFile().getUsableSpace();
    if (free < needed) {
      throw new IOException("%d MB are needed, %d are free".formatted(needed >> 20, free >> 20));
    }
    Path work = Files.createDirectories(target.resolveSibling("salvage"));
    Path copy = Files.copy(damaged, work.resolve(damaged.getFileName()));
    try (RandomAccessFile file = new RandomAccessFile(copy.toFile(), "rw")) {
      file.setLength(file.length() + PADDING_BYTES);
    }
    String name = Database.name(copy);
    try {
      Recover recover = new Recover();
      recover.setOut(
          new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
      recover.runTool("-dir", work.toString(), "-db", name);
      RunScript.execute(
          Database.url(target, ""),
          Database.USER,
          "",
          work.resolve(name + ".h2.sql").toString(),
          null,
          false);
      Database.restartNumbers(target);
    } catch (SQLException | MVStoreException e) {
      throw new IOException(DatabaseFaults.firstLine(e), e);
    }
  }
}
