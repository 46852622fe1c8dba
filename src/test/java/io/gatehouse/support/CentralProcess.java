package io.gatehouse.support;

import io.gatehouse.central.CentralServer;
import io.gatehouse.common.TimeSource;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A central in a process of its own, to be killed. */
public final class CentralProcess implements AutoCloseable {

  private final TestProcess process;
  private final int port;

  private CentralProcess(TestProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Runs in the other process: says its port, then answers until it is killed. */
  public static void main(String[] args) throws Exception {
    Optional<String> url = args.length > 1 ? Optional.of(args[1]) : Optional.empty();
    try (CentralServer server =
        RunningCentral.start(
            RunningCentral.options(Path.of(args[0]), url, Optional.empty()), TimeSource.system())) {
      System.out.println(server.port());
      Thread.currentThread().join();
    }
  }

  /** Starts one with its own database; it answers when this returns. */
  public static CentralProcess start(Path data) throws IOException {
    return start(data, Optional.empty());
  }

  /**
   * Starts one; it answers when this returns.
   *
   * @param url of a database elsewhere
   */
  public static CentralProcess start(Path data, Optional<String> url) throws IOException {
    List<String> args = new ArrayList<>(List.of(data.toString()));
    url.ifPresent(args::add);
    TestProcess process =
        TestProcess.start(Redirect.INHERIT, CentralProcess.class, args.toArray(String[]::new));
    String line = process.line();
    if (line == null) {
      throw new IOException("the central did not start");
    }
    return new CentralProcess(process, Integer.parseInt(line));
  }

  public int port() {
    return port;
  }

  /** SIGKILL. */
  public void kill() {
    process.close();
  }

  @Override
  public void close() {
    kill();
  }
}
