package io.gatehouse.central;

import io.gatehouse.central.access.Access;
import io.gatehouse.central.access.Enrolments;
import io.gatehouse.central.access.Tokens;
import io.gatehouse.central.common.Api;
import io.gatehouse.central.common.CentralException;
import io.gatehouse.central.common.Metrics;
import io.gatehouse.central.store.CentralDatabase;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The running central server. */
public final class CentralServer implements AutoCloseable {

  private final CentralDatabase database;
  private final EdgeSide edge;
  private final Javalin web;

  private CentralServer(CentralDatabase database, EdgeSide edge, Javalin web) {
    this.database = database;
    this.edge = edge;
    this.web = web;
  }

  /**
   * Opens the database, brings it to this version, and answers requests when this returns.
   *
   * @throws CentralException with one clear line: a taken port, a database or bucket out of reach
   */
  public static CentralServer open(CentralOptions options, TimeSource time, Threads threads)
      throws CentralException {
    CentralDatabase database = database(options);
    EdgeSide edge = null;
    boolean opened = false;
    try {
      Metrics metrics = new Metrics();
      Tokens tokens = new Tokens(database, time);
      Access access = new Access(tokens);
      edge =
          EdgeSide.open(
              options, database, access, tokens, new Enrolments(time), metrics, time, threads);
      Javalin web = WebServer.start(options.port(), areas(access, edge), metrics);
      opened = true;
      return new CentralServer(database, edge, web);
    } catch (JavalinBindException e) {
      throw new CentralException(
          "port %d is taken or not allowed; choose another with --port".formatted(options.port()),
          e);
    } finally {
      if (!opened) {
        if (edge != null) {
          edge.close();
        }
        database.close();
      }
    }
  }

  private static CentralDatabase database(CentralOptions options) throws CentralException {
    return options.databaseUrl().isPresent()
        ? CentralDatabase.postgresql(options.databaseUrl().get())
        : CentralDatabase.embedded(folder(options.data()));
  }

  private static Path folder(Path data) throws CentralException {
    try {
      return Files.createDirectories(data);
    } catch (IOException e) {
      throw new CentralException(
          "the folder %s cannot be made: %s; choose another with --data".formatted(data, e), e);
    }
  }

  /** Everything that the server answers; the first may refuse for all that follow. */
  private static List<Api> areas(Access access, EdgeSide edge) {
    List<Api> areas = new ArrayList<>();
    areas.add(access);
    areas.addAll(edge.areas());
    return areas;
  }

  /** Where it listens. */
  public int port() {
    return web.port();
  }

  /** Lets requests under way end, then closes the database. */
  @Override
  public void close() {
    web.stop();
    edge.close();
    database.close();
  }
}
