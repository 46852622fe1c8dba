package io.gatehouse.central.api;

import io.gatehouse.central.access.Access;
import io.gatehouse.central.access.Permission;
import io.gatehouse.central.common.Api;
import io.gatehouse.central.common.Json;
import io.gatehouse.common.Threads;
import io.javalin.config.RoutesConfig;
import io.javalin.http.sse.SseClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What changes, as it happens. */
public final class LiveApi implements Api, AutoCloseable {

  /** So often a silent line is tried, and the listener's permission looked at again. */
  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

  /** What happened while a listener was away for longer is read anew from the history. */
  private static final Duration RESUMED = Duration.ofMinutes(10);

  private final Access access;
  private final Changes changes;
  private final LiveFeed feed;
  private final Json json = new Json();

  /** Starts the thread that looks for changes. */
  public LiveApi(Site site, Access access, Threads threads) {
    this.access = access;
    this.changes = new Changes(site);
    this.feed = new LiveFeed(changes, threads);
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.sse("/api/live", this::serve, Permission.READ);
  }

  /** Blocks, on a virtual thread of its own, until the listener goes. */
  private void serve(SseClient client) {
    BooleanSupplier stillMay = access.watch(client.ctx(), Permission.READ);
    LiveFeed.Listener listener = feed.listen();
    try {
      client.ctx().res().setHeader("X-Accel-Buffering", "no");
      client.sendComment("listening");
      resume(client);
      while (!client.terminated() && !listener.isLost() && !feed.isClosed()) {
        LiveEvent event = listener.next(SIGN_OF_LIFE);
        if (event != null) {
          send(client, event);
        } else if (!feed.isClosed() && stillMay.getAsBoolean()) {
          client.sendComment("here");
        } else {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      feed.leave(listener);
      client.close();
    }
  }

  private void resume(SseClient client) {
    Instant earliest = changes.now().minus(RESUMED);
    Optional.ofNullable(client.ctx().header("Last-Event-ID"))
        .flatMap(Changes::moment)
        .map(since -> since.isBefore(earliest) ? earliest : since)
        .ifPresent(since -> changes.since(since).forEach(changed -> send(client, changed.event())));
  }

  private void send(SseClient client, LiveEvent event) {
    client.sendEvent(
        event.name(),
        json.toJsonString(event.data(), event.data().getClass()),
        event.id().orElse(null));
  }

  /** Lets all listeners go; to be called before the server stops, which waits for them. */
  @Override
  public void close() {
    feed.close();
  }
}
