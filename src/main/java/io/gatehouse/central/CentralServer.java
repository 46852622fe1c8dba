package io.gatehouse.central;

import io.gatehouse.central.access.Enrolments;
import io.gatehouse.central.access.Tokens;
import io.gatehouse.central.common.Api;
import io.gatehouse.central.common.CentralException;
import io.gatehouse.central.common.Metrics;
import io.gatehouse.central.hook.HookReceiver;
import io.gatehouse.central.hook.Hooks;
import io.gatehouse.central.reading.PlateReaderApi;
import io.gatehouse.central.reading.ReadingCount;
import io.gatehouse.central.store.CentralDatabase;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The running central server. */
public final class CentralServer implements AutoCloseable {

  private final Guard guard;
  private final OwnerSide owner;
  private final Javalin web;

  /** What to close when no request is under way any more, in this order. */
  private final Deque<Runnable> undo;

  private CentralServer(Guard guard, OwnerSide owner, Javalin web, Deque<Runnable> undo) {
    this.guard = guard;
    this.owner = owner;
    this.web = web;
    this.undo = undo;
  }

  /**
   * Opens the database, brings it to this version, and answers requests when this returns.
   *
   * @throws CentralException with one clear line: a taken port, a database or bucket out of reach
   */
  public static CentralServer open(CentralOptions options, TimeSource time, Threads threads)
      throws CentralException {
    return open(options, CentralExtras.NONE, time, threads);
  }

  /**
   * The same with more.
   *
   * @param extras who reads pictures of callers, and who is told of passages
   */
  public static CentralServer open(
      CentralOptions options, CentralExtras extras, TimeSource time, Threads threads)
      throws CentralException {
    CentralDatabase database = database(options);
    Deque<Runnable> undo = new ArrayDeque<>(List.of(database::close));
    boolean opened = false;
    try {
      Metrics metrics = new Metrics();
      Tokens tokens = new Tokens(database, time);
      Enrolments enrolments = new Enrolments(time);
      Guard guard =
          new Guard(options, database, tokens, extras.reader().isPresent(), time, threads);
      undo.push(guard::close);
      EdgeSide edge =
          EdgeSide.open(
              options, database, guard.access(), tokens, enrolments, metrics, time, threads);
      undo.push(edge::close);
      OwnerSide owner =
          new OwnerSide(options, database, guard, tokens, enrolments, edge.vault(), time, threads);
      undo.push(owner::close);
      List<Api> areas = new ArrayList<>(guard.areas());
      areas.addAll(edge.areas());
      areas.addAll(owner.areas());
      areas.add(
          new PlateReaderApi(
              extras.reader(),
              extras.addresses(),
              extras.hooks().stream().map(HookReceiver::url).toList(),
              new ReadingCount(database, time),
              time));
      Hooks hooks =
          Hooks.start(extras.hooks(), extras.hookSecret(), database, edge.vault(), time, threads);
      undo.push(hooks::close);
      Javalin web = WebServer.start(options.port(), areas, metrics);
      opened = true;
      return new CentralServer(guard, owner, web, undo);
    } catch (JavalinBindException e) {
      throw new CentralException(
          "port %d is taken or not allowed; choose another with --port".formatted(options.port()),
          e);
    } finally {
      if (!opened) {
        undo.forEach(Runnable::run);
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

  /** Password of the first owner, who was added because nobody could sign in; shown once. */
  public Optional<String> firstPassword() {
    return guard.firstPassword();
  }

  /** What is answered, for who compares it with its description. */
  Javalin web() {
    return web;
  }

  /** Where it listens. */
  public int port() {
    return web.port();
  }

  /** Lets requests under way end, then closes the database. */
  @Override
  public void close() {
    owner.letGo();
    web.stop();
    undo.forEach(Runnable::run);
    undo.clear();
  }
}
