package io.gatehouse.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Gives what a folder holds the place of what a data folder has under the same names, which is kept
 * aside; all of it, or when something cannot be moved nothing.
 */
final class Replacement {

  private final Path root;
  private final Path work;
  private final Path aside;
  private final List<Move> done = new ArrayList<>();

  /**
   * @param root of the data folder
   * @param work whose children take their places; on the same file system
   * @param aside where what was there goes
   */
  Replacement(Path root, Path work, Path aside) {
    this.root = root;
    this.work = work;
    this.aside = aside;
  }

  /**
   * @param goesToo names in the data folder that go aside also where nothing takes their place
   * @param last the name that is moved last, without a moment in which there is none
   * @return whether anything went aside
   * @throws IOException when something could not be moved; everything is where it was then
   */
  boolean make(Set<String> goesToo, String last) throws IOException {
    Set<String> names = new TreeSet<>(goesToo);
    try (Stream<Path> brought = Files.list(work)) {
      brought.map(each -> each.getFileName().toString()).forEach(names::add);
    }
    names.remove(last);
    try {
      for (String name : names) {
        replace(name);
      }
      replace(last);
    } catch (IOException e) {
      undo(e);
      throw e;
    }
    SyncedFiles.syncFolder(root);
    boolean kept = Files.isDirectory(aside);
    if (kept) {
      SyncedFiles.syncFolder(aside);
    }
    return kept;
  }

  private void replace(String name) throws IOException {
    Path there = root.resolve(name);
    Path kept = aside.resolve(name);
    if (Files.exists(there)) {
      Files.createDirectories(aside);
      if (!Files.isRegularFile(there) || !linked(there, kept)) {
        Files.move(there, kept);
      }
      done.add(new Move(there, kept));
    }
    Path brought = work.resolve(name);
    if (Files.exists(brought)) {
      Files.move(brought, there, StandardCopyOption.ATOMIC_MOVE);
      done.add(new Move(brought, there));
    } else {
      Files.deleteIfExists(there);
    }
  }

  /** By a second name the first need not go before its successor comes. */
  private static boolean linked(Path there, Path kept) throws IOException {
    try {
      Files.createLink(kept, there);
      return true;
    } catch (UnsupportedOperationException e) {
      return false;
    } catch (FileSystemException e) {
      if (Files.exists(kept)) {
        throw e;
      }
      return false;
    }
  }

  private void undo(IOException cause) {
    for (Move move : done.reversed()) {
      try {
        Files.move(move.to(), move.from(), StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException e) {
        cause.addSuppressed(e);
      }
    }
  }

  private record Move(Path from, Path to) {}
}
