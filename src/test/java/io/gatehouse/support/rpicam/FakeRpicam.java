package io.gatehouse.support.rpicam;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/** Puts a {@code rpicam-vid} into a folder that runs {@link FakeRpicamVid}. */
public final class FakeRpicam {

  private final Path folder;
  private final Path program;
  private final Path network;

  private FakeRpicam(Path folder) throws IOException {
    this.folder = folder;
    this.program = folder.resolve("rpicam-vid");
    this.network = Files.writeString(folder.resolve("net.rpk"), "a network");
  }

  /**
   * Writes the program.
   *
   * @param play what it plays, as {@link Play} names it
   */
  public static FakeRpicam in(Path folder, String... play) throws IOException {
    FakeRpicam fake = new FakeRpicam(folder);
    fake.plays(play);
    return fake;
  }

  /** From its next start on it plays this. */
  public void plays(String... play) throws IOException {
    // tests started in the background of a script ignore SIGINT, and a JVM would go on doing so
    StringBuilder script = new StringBuilder("#!/bin/sh\nexec env --default-signal=INT");
    for (String word : command()) {
      script.append(' ').append(quoted(word));
    }
    script.append(' ').append(quoted("calls=" + calls()));
    for (String word : play) {
      script.append(' ').append(quoted(word));
    }
    script.append(" -- \"$@\"\n");
    Path fresh = folder.resolve("rpicam-vid.new");
    Files.writeString(fresh, script);
    Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.move(fresh, program, StandardCopyOption.REPLACE_EXISTING);
  }

  private static List<String> command() {
    return List.of(
        ProcessHandle.current().info().command().orElseThrow(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xshare:auto",
        "-Xmx512m",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-cp",
        System.getProperty("java.class.path"),
        FakeRpicamVid.class.getName());
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }

  public Path program() {
    return program;
  }

  public Path network() {
    return network;
  }

  /**
   * The camera's address.
   *
   * @param more further options, as in {@code &width=640}
   */
  public String uri(String more) {
    return "rpicam:?program=%s&network=%s%s".formatted(program, network, more);
  }

  private Path calls() {
    return folder.resolve("calls.txt");
  }

  /** {@code start PROCESS ARGUMENTS} and {@code end STATUS}, one line for each start and end. */
  public List<String> said() throws IOException {
    return Files.exists(calls()) ? Files.readAllLines(calls()) : List.of();
  }

  /** Those of its processes that run now. */
  public List<ProcessHandle> running() throws IOException {
    return said().stream()
        .filter(line -> line.startsWith("start"))
        .map(line -> ProcessHandle.of(Long.parseLong(line.split(" ")[1])))
        .flatMap(Optional::stream)
        .filter(ProcessHandle::isAlive)
        .toList();
  }

  /** How often it was started. */
  public long starts() throws IOException {
    return said().stream().filter(line -> line.startsWith("start")).count();
  }
}
